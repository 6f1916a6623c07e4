"""Sections: the paper's menu. A new address takes its sub-sections along, and the old ones lead there."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.landing import LandingAdmin
from articles.models import Section


@admin.register(Section)
class SectionAdmin(LandingAdmin):
    list_display = ("__str__", "path", "order")
    list_select_related = ("parent",)
    search_fields = ("name", "slug")
    ordering = ("path",)
    fields = ("name", "slug", "parent", "order", "description", "four_eyes")
    used_by = ("articles", "editions", "children")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("parent")
