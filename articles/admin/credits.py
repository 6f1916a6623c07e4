"""The credits of a story, from which its byline is made."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from articles.admin.keys import TakesOnlyKeys
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

    def clean(self) -> None:
        """Refuse a credit that was added in another window meanwhile: two alike can't be kept."""
        super().clean()
        shown = [form.instance.pk for form in self.initial_forms]
        others = (
            self.instance.credits.exclude(pk__in=shown) if self.instance.pk else self.model.objects.none()
        )
        theirs = {(credit.contributor_id, credit.role): credit for credit in others}
        for form in set(self.forms) - set(self.deleted_forms):
            if credit := theirs.get((form.instance.contributor_id, form.instance.role)):
                raise ValidationError(
                    "%(credit)s was added while you were writing. Remove that credit here, and save again.",
                    code="credited-meanwhile",
                    params={"credit": credit},
                )


class CreditInline(TakesOnlyKeys, admin.TabularInline):
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
