"""The log of decisions, to read."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from comments.admin.reading_only import ReadingOnly
from comments.models import ModerationEntry


@admin.register(ModerationEntry)
class ModerationEntryAdmin(ReadingOnly):
    list_display = ("at", "comment", "move", "statuses", "reason", "actor_name", "note")
    list_filter = ("verb", "reason")
    list_select_related = ("comment",)
    search_fields = ("actor_name", "comment__name")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ModerationEntry]:
        bare = ("comment__text", "comment__text_html", "comment__heading_html", "comment__time_html")
        return super().get_queryset(request).defer(*bare)
