"""How the discussion of a story takes comments, and until when."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from articles.admin.desk_table import DeskTable
from articles.forms.moments import MomentField
from articles.models import Article
from comments.models import Discussion


@admin.register(Discussion)
class DiscussionAdmin(DeskTable):
    list_display = ("article", "mode", "closes_at", "shown_count")
    list_filter = ("mode",)
    list_select_related = ("article",)
    search_fields = ("article__headline", "article__slugline")
    ordering = ("-article_id",)
    fields = ("article", "mode", "closes_at", "shown_count")
    readonly_fields = ("shown_count",)
    formfield_overrides = {models.DateTimeField: {"form_class": MomentField}}
    list_per_page = 50

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        return ("article",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Who may not read stories at the desk chooses among those that readers have."""
        if not request.user.has_perm("articles.view_article"):
            kwargs["queryset"] = Article.objects.live(timezone.now())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The story of a discussion is chosen once: its comments would not follow it to another."""
        return ("article", "shown_count") if obj else ("shown_count",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
