"""A moment as people type it: one native field for day and time, in the newsroom's zone."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import lazystr


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "moment", **(attrs or {})}, format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """To the minute. What the database holds beyond that is no change when it comes back unchanged."""

    def __init__(self, **kwargs: Any) -> None:
        words = kwargs.get("help_text") or ""
        zone = lazystr(f"{words} In the newsroom's time: {settings.TIME_ZONE.replace('_', ' ')}.".strip())
        super().__init__(**{**kwargs, "widget": MomentInput, "help_text": zone})

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)
