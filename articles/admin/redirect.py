"""Redirects: where the former addresses of sections, topics and contributors lead."""

from django.contrib import admin

from articles.models import Redirect


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
    show_full_result_count = False
