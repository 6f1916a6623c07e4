"""What sections, topics and contributors have in common: former addresses lead to the new ones."""

from typing import Any

from django.http import HttpRequest

from articles import desk
from articles.admin.desk_table import DeskTable


class LandingAdmin(DeskTable):
    prepopulated_fields = {"slug": ("name",)}

    #: The names under which stories and editions point here; what they point at can't be deleted.
    used_by: tuple[str, ...] = ("articles", "editions")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            former = self.model.objects.get(pk=obj.pk).get_absolute_url()
            desk.move_landing(obj, former)
        else:
            obj.save()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        """Only for what is new: a name mended later must not move the page."""
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or not any(getattr(obj, name).exists() for name in self.used_by)
