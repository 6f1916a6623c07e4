"""Topics: what stories are about."""

from django.contrib import admin

from articles.admin.landing import LandingAdmin
from articles.models import Topic


@admin.register(Topic)
class TopicAdmin(LandingAdmin):
    list_display = ("name", "kind", "slug")
    list_filter = ("kind",)
    search_fields = ("name", "slug")
    fields = ("name", "slug", "kind", "description")
