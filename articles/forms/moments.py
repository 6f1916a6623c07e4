"""A moment as people type it: one native field for day and time, in the newsroom's zone."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr

#: Beyond them lie slips of the finger, and moments that another zone or a database can't hold.
FIRST_YEAR, LAST_YEAR = 1900, 2999


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

    def to_python(self, value: Any) -> datetime | None:
        try:
            moment = super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise ValidationError(
                "The clocks are changed then: this time does not exist that day, or exists twice. "
                "Give one that is an hour earlier or later.",
                code=error.code,
            ) from error
        if moment and not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValidationError(
                "Give a year between %(first)s and %(last)s.",
                code="far-year",
                params={"first": FIRST_YEAR, "last": LAST_YEAR},
            )
        return moment

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)
