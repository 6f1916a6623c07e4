"""What the moderators' tables have in common: nothing is added, changed or deleted by hand."""

from typing import Any

from django.http import HttpRequest

from articles.admin.desk_table import DeskTable


class ReadingOnly(DeskTable):
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
