"""The credits of a story, from which its byline is made."""

from typing import Any

from django.contrib import admin

from articles.models import ArticleCredit


class CreditInline(admin.TabularInline):
    model = ArticleCredit
    fields = ("contributor", "role", "order")
    autocomplete_fields = ("contributor",)
    extra = 0
    verbose_name_plural = "Credits"

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("contributor")
