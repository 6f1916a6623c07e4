"""The log of decisions, to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from comments.admin.reading_only import ReadingOnly
from comments.models import ModerationEntry
from comments.states import ALL, OTHER_VERBS


class MoveFilter(admin.SimpleListFilter):
    """By what was done, as the buttons say it."""

    title = "what was done"
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((name, move.label) for name, move in ALL.items()), *OTHER_VERBS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(verb=self.value()) if self.value() else queryset


@admin.register(ModerationEntry)
class ModerationEntryAdmin(ReadingOnly):
    list_display = ("position", "at", "comment", "move", "statuses", "reason", "by", "note")
    list_filter = (MoveFilter, "reason")
    list_select_related = ("comment",)
    list_display_links = ("at",)
    shown_as_blocks = True
    ordering = ("-position",)
    search_fields = ("actor_name", "comment__name")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ModerationEntry]:
        bare = ("comment__text", "comment__text_html", "comment__heading_html", "comment__time_html")
        return super().get_queryset(request).defer(*bare)

    @admin.display(description="by whom", ordering="actor_name")
    def by(self, entry: ModerationEntry) -> str:
        return entry.actor_name
