"""Slots: which story leads the front page, from when until when."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.admin.credits import only_to_add
from articles.admin.desk_table import DeskTable
from articles.forms.moments import MomentField
from articles.models import Slot


@admin.register(Slot)
class SlotAdmin(DeskTable):
    list_display = ("article", "place", "starts_at", "ends_at")
    list_select_related = ("article",)
    list_filter = ("place",)
    autocomplete_fields = ("article",)
    fields = ("place", "article", "starts_at", "ends_at")
    formfield_overrides = {models.DateTimeField: {"form_class": MomentField}}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        only_to_add(field, db_field.name)
        return field

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("article__body")
