"""A moment as people type it: one native field for day and time, in the newsroom's zone.

Where the clocks are changed a time can mean two instants, or none; the field then asks which was meant.
"""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import lazystr

from articles import clocks

#: Beyond them lie slips of the finger, and moments that another zone or a database can't hold.
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Typed(str):
    """What was typed, and in `meant` the answer to what was asked about it."""

    meant: str = ""


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "moment", **(attrs or {})}, format="%Y-%m-%dT%H:%M")

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed | None:
        if name not in data:
            return None
        typed = Typed(data[name])
        typed.meant = data.get(f"{name}-meant", "")
        return typed

    def posted(self, name: str, instant: datetime) -> dict[str, str]:
        """What a browser would send for this instant."""
        return {name: self.format_value(timezone.localtime(instant)), f"{name}-meant": clocks.key(instant)}

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        field = super().render(name, value, attrs, renderer)
        context = {"field": field, "name": name, "key": (attrs or {}).get("id", name), **_asked(value)}
        return render_to_string("admin/articles/_moment.html", context)


class MomentField(forms.DateTimeField):
    """To the minute. What the database holds beyond that is no change when it comes back unchanged."""

    def __init__(self, **kwargs: Any) -> None:
        words = kwargs.get("help_text") or ""
        zone = lazystr(f"{words} In the newsroom's time: {settings.TIME_ZONE.replace('_', ' ')}.".strip())
        super().__init__(**{**kwargs, "widget": MomentInput, "help_text": zone})

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values or isinstance(value, datetime):
            return super().to_python(value)
        typed = _parsed(value)
        if typed is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if not _is_near(typed):
            raise ValidationError(
                "Give a year between %(first)s and %(last)s.",
                code="far-year",
                params={"first": FIRST_YEAR, "last": LAST_YEAR},
            )
        if timezone.is_aware(typed):
            return typed.astimezone(UTC)
        reading = clocks.read(typed, timezone.get_current_timezone())
        instant = reading.meaning(getattr(value, "meant", ""))
        if instant is None:
            raise ValidationError(reading.question, code="which-time")
        return instant

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial and initial.replace(second=0, microsecond=0), data)


def _parsed(value: str) -> datetime | None:
    try:
        return parse_datetime(value.strip())
    except ValueError:
        return None


def _is_near(typed: datetime) -> bool:
    return FIRST_YEAR <= typed.year <= LAST_YEAR


def _asked(value: Any) -> dict[str, Any]:
    """What the page asks about this moment, as it is stored or as it was typed, and what was answered."""
    zone = timezone.get_current_timezone()
    typed = value if isinstance(value, datetime) else _parsed(value or "")
    if typed is None or timezone.is_aware(typed) or not _is_near(typed):
        return {}
    # Of a stored moment Django leaves in `fold` which of two it is.
    stored = clocks.key(value.replace(tzinfo=zone)) if isinstance(value, datetime) else ""
    meant = getattr(value, "meant", stored)
    reading = clocks.read(typed, zone)
    choices = [
        {"value": clocks.key(instant), "label": label, "is_chosen": clocks.key(instant) == meant}
        for instant, label in reading.choices
    ]
    return {"question": reading.question, "choices": choices}
