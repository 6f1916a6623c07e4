"""What readers report about comments, the open reports first."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from comments.admin.reading_only import ReadingOnly
from comments.models import Flag
from comments.states import Outcome

#: Columns of a comment that no table needs.
RENDERED = ("text_html", "heading_html", "time_html")


class OutcomeFilter(admin.SimpleListFilter):
    """Open ones, unless told otherwise."""

    title = "what came of it"
    parameter_name = "outcome"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        settled = [(value, label) for value, label in Outcome.choices if value != Outcome.OPEN]
        return [*settled, ("all", "All")]

    def choices(self, changelist: Any) -> Any:
        unfiltered, *others = super().choices(changelist)
        return [{**unfiltered, "display": Outcome.OPEN.label}, *others]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() == "all":
            return queryset
        return queryset.filter(outcome=self.value() if self.value() in Outcome.values else Outcome.OPEN)


@admin.register(Flag)
class FlagAdmin(ReadingOnly):
    list_display = ("said", "reason", "note", "weighs", "at", "outcome")
    list_filter = (OutcomeFilter, "reason")
    list_select_related = ("comment",)
    list_display_links = None
    shown_as_blocks = True
    search_fields = ("note", "comment__text", "comment__name")
    fields = ("said", "reason", "note", "weighs", "at", "outcome")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Flag]:
        return super().get_queryset(request).defer(*(f"comment__{name}" for name in RENDERED))

    @admin.display(description="comment")
    def said(self, flag: Flag) -> SafeString:
        return to_comment(flag.comment)

    @admin.display(description="weight", ordering="weight")
    def weighs(self, flag: Flag) -> str:
        return f"{flag.weight / 100:.2f}"


def to_comment(comment: Any) -> SafeString:
    """What somebody wrote, in short, as a link to where it is decided."""
    url = reverse("admin:comments_comment_change", args=[comment.pk])
    said = Truncator(comment.kept_text).chars(160) or "Its words are gone"
    return format_html('<a href="{}"><bdi>{}</bdi>: {}</a>', url, comment.name or "Somebody", said)
