"""How the discussion of a story takes comments, and until when."""

from typing import Any

from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.desk_table import DeskTable
from articles.forms.moments import MomentField
from articles.models import Article
from comments.models import Discussion
from comments.moderation import counting
from comments.states import Mode

AS_ABOVE = "As its section has it"


@admin.register(Discussion)
class DiscussionAdmin(DeskTable):
    list_display = ("article", "taking", "closes_at", "shown")
    list_filter = ("mode",)
    list_select_related = ("article",)
    search_fields = ("article__headline", "article__slugline")
    ordering = ("-article_id",)
    fields = ("article", "mode", "slow_minutes", "closes_at", "closes_after_days", "shown_count")
    readonly_fields = ("shown_count",)
    formfield_overrides = {models.DateTimeField: {"form_class": MomentField}}
    list_per_page = 50
    shown_as_blocks = True
    #: Blocks have no headings, so that a dash would say nothing.
    empty_value_display = ""

    @admin.display(description="mode", ordering="mode")
    def taking(self, discussion: Discussion) -> str:
        return discussion.get_mode_display() or AS_ABOVE

    @admin.display(description="comments", ordering="shown_count")
    def shown(self, discussion: Discussion) -> str:
        return f"{discussion.shown_count:,} shown"

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("article",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Who may not read stories at the desk chooses among those that readers have."""
        if not request.user.has_perm("articles.view_article"):
            kwargs["queryset"] = Article.objects.live(timezone.now())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "mode":
            kwargs |= {"choices": [("", AS_ABOVE), *Mode.choices], "help_text": ""}
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The story of a discussion is chosen once: its comments would not follow it to another."""
        return ("article", "shown_count") if obj else ("shown_count",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write what was typed and nothing else: comments that come in go on counting."""
        with transaction.atomic():
            counting.lock(obj.article)
            obj.save(update_fields=[name for name in form.cleaned_data if name != "article"])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
