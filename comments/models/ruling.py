"""What somebody has said of how comments are taken: for the whole paper, a section or a story."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from comments.states import Mode

#: A slower discussion is a closed one; a longer one is one that stays open.
MOST_MINUTES, MOST_DAYS = 24 * 60, 10 * 365


class Ruling(models.Model):
    """What is left empty is as said above: for the section, else for the paper."""

    mode = models.CharField(
        max_length=20, choices=Mode, blank=True, help_text="Left empty: as its section has it."
    )
    slow_minutes = models.PositiveSmallIntegerField(
        "minutes between comments",
        null=True,
        blank=True,
        help_text="How long one person waits before their next comment on a story; 0 for not at all.",
    )
    closes_after_days = models.PositiveSmallIntegerField(
        "closes after days",
        null=True,
        blank=True,
        help_text="Counted from the story’s first publication; 0 for never.",
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        for field, most in (("slow_minutes", MOST_MINUTES), ("closes_after_days", MOST_DAYS)):
            if (getattr(self, field) or 0) > most:
                raise ValidationError({field: f"{most:,} is the most."}, code="too-many")

    @property
    def said(self) -> dict[str, Any]:
        """What isn't left empty, as `Rules` names it."""
        said: dict[str, Any] = {}
        if self.mode:
            said["mode"] = Mode(self.mode)
        if self.slow_minutes is not None:
            said["slow"] = timedelta(minutes=self.slow_minutes)
        if self.closes_after_days is not None:
            said["closes_after"] = timedelta(days=self.closes_after_days) or None
        return said
