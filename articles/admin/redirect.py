"""Redirects: where the former addresses of sections, topics and contributors lead."""

from django.contrib import admin

from articles.admin.desk_table import DeskTable
from articles.models import Redirect


@admin.register(Redirect)
class RedirectAdmin(DeskTable):
    list_display = ("old_path", "new_path")
    search_fields = ("old_path", "new_path")
