"""The desk's log, to be read."""

from django.contrib import admin

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

    @admin.display(description="what was done")
    def says(self, entry: DeskEntry) -> str:
        return sentence(entry)
