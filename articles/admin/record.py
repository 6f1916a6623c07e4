"""Records: what can be read on the desk and changed by nobody."""

from typing import Any

from django.http import HttpRequest

from articles.admin.desk_table import DeskTable


class RecordAdmin(DeskTable):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
