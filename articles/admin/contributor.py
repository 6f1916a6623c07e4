"""Contributors: people whose names are printed."""

from django.contrib import admin

from articles.admin.landing import LandingAdmin
from articles.models import Contributor


@admin.register(Contributor)
class ContributorAdmin(LandingAdmin):
    list_display = ("name", "job_title", "slug")
    search_fields = ("name", "slug")
    fields = ("name", "slug", "job_title", "biography", "user")
    autocomplete_fields = ("user",)
    used_by = ("articlecredits", "editioncredits")
