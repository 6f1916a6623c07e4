"""Several lines of plain text."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """Several lines with one kind of line end, so that what comes back unchanged counts as unchanged."""

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n")
