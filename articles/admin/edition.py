"""Published versions, to be read: what readers were given, and when."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.admin.record import RecordAdmin
from articles.models import Edition
from articles.querysets import NOT_IN_LISTS


@admin.register(Edition)
class EditionAdmin(RecordAdmin):
    list_display = ("__str__", "change", "live_from", "live_until", "voided_at", "struck_by")
    list_filter = ("change",)
    list_select_related = ("struck_by",)
    search_fields = ("headline",)
    date_hierarchy = "live_from"
    ordering = ("-live_from", "-pk")
    fieldsets = (
        (
            None,
            {"fields": ("article", "number", "change", "note", "struck_by", "struck_at", "struck_version")},
        ),
        ("What readers got", {"fields": ("kicker", "headline", "standfirst", "byline", "dateline", "body")}),
        (
            "When and where",
            {
                "fields": (
                    "section",
                    "first_published_at",
                    "live_from",
                    "expires_at",
                    "live_until",
                    "voided_at",
                    "updated_at",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        editions = super().get_queryset(request)
        return editions if request.resolver_match.kwargs.get("object_id") else editions.defer(*NOT_IN_LISTS)
