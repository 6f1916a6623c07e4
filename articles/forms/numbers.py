"""The number of a version, which a form carries unseen."""

from typing import Any

from django import forms

from articles.typed import whole_number


class NumberField(forms.IntegerField):
    """None for what is no number that a version can have: it was written by hand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, **kwargs)

    def to_python(self, value: Any) -> int | None:
        return whole_number(str(value or ""))
