"""What the moderators' tables have in common: nothing is added, changed or deleted by hand."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.careful_list import CarefulList


class ReadingOnly(admin.ModelAdmin):
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    list_per_page = 50

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[CarefulList]:
        return CarefulList

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
