"""Fields that hold the keys of rows. A browser sends keys; what is sent by hand may be anything.

Stock Django asks the database for whatever came when it draws a field in which one finds things by typing.
"""

from typing import Any

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest


def can_be_key(model: type[models.Model], value: Any) -> bool:
    """Whether a row of `model` could have this key; the database is not asked."""
    key = model._meta.pk
    while key.remote_field:
        key = key.target_field
    try:
        key.clean(value, None)
    except ValidationError:
        return False
    return True


class OnlyKeys:
    """Draws what can be a key, and leaves out the rest. Rows that are `known` already it need not ask for."""

    known: tuple[models.Model, ...] = ()

    def optgroups(self, name: str, value: list[Any], attr: Any = None) -> Any:
        chosen = [each for each in value if can_be_key(self.choices.queryset.model, each)]
        known = {str(row.pk): row for row in self.known}
        if not set(map(str, chosen)) <= known.keys():
            return super().optgroups(name, chosen, attr)
        empty = (
            []
            if self.is_required or self.allow_multiple_selected
            else [self.create_option(name, "", "", False, 0)]
        )
        rows = [known[str(each)] for each in chosen]
        label = self.choices.field.label_from_instance
        options = [
            self.create_option(name, row.pk, label(row), True, index) for index, row in enumerate(rows)
        ]
        return [(None, [*empty, *options], 0)]


class SelectOne(OnlyKeys, AutocompleteSelect):
    pass


class SelectSome(OnlyKeys, AutocompleteSelectMultiple):
    pass


class KeysField(forms.ModelMultipleChoiceField):
    def clean(self, value: Any) -> Any:
        if isinstance(value, list | tuple):
            for each in value:
                if not can_be_key(self.queryset.model, each):
                    raise ValidationError(
                        self.error_messages["invalid_pk_value"], code="invalid_pk_value", params={"pk": each}
                    )
        return super().clean(value)


class TakesOnlyKeys(BaseModelAdmin):
    """For every table and inline of the desk."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SelectOne(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("form_class", KeysField)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SelectSome(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)
