"""The credits of a story, from which its byline is made."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import HttpRequest

from articles.models import ArticleCredit

#: What may be made in passing, while writing a story.
IN_PASSING = ("topics", "contributor")


def only_to_add(field: Any, name: str) -> None:
    """Leave of the buttons beside a field at most the one that adds; the others have pages of their own."""
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_add_related = field.widget.can_add_related and name in IN_PASSING
        field.widget.can_change_related = field.widget.can_delete_related = False
        field.widget.can_view_related = False


class CreditForm(forms.ModelForm):
    """A row of a table, whose heads are no labels to a screen reader: each field says its own name."""

    class Meta:
        model = ArticleCredit
        fields = ("contributor", "role", "order")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = field.label


class CreditSet(forms.BaseInlineFormSet):
    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Remove this credit"


class CreditInline(admin.TabularInline):
    model = ArticleCredit
    form = CreditForm
    formset = CreditSet
    template = "admin/articles/article/_credits.html"
    autocomplete_fields = ("contributor",)
    extra = 0
    verbose_name_plural = "Credits"

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        only_to_add(field, db_field.name)
        return field

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("contributor")
