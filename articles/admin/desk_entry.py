"""The desk's log, to be read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.log import sentence
from articles.admin.record import RecordAdmin
from articles.models import DeskEntry


@admin.register(DeskEntry)
class DeskEntryAdmin(RecordAdmin):
    list_display = ("at", "says", "article", "reason")
    list_display_links = ("at",)
    list_filter = ("verb",)
    list_select_related = ("article", "edition")
    search_fields = ("actor_name", "article__headline")
    date_hierarchy = "at"
    fields = ("at", "says", "article", "edition", "reason")

    def get_queryset(self, request: HttpRequest) -> Any:
        bodies = ("article__body", "edition__body", "edition__body_html")
        return super().get_queryset(request).defer(*bodies)

    @admin.display(description="what was done")
    def says(self, entry: DeskEntry) -> str:
        return sentence(entry)
