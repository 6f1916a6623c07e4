"""How comments are taken in a section and those below it, or in the whole paper; when nobody reads them."""

from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from comments.models.ruling import Ruling
from comments.rules import Hours
from comments.states import Mode


class SectionRules(Ruling):
    WEEKDAYS = (
        ("1", "Monday"),
        ("2", "Tuesday"),
        ("3", "Wednesday"),
        ("4", "Thursday"),
        ("5", "Friday"),
        ("6", "Saturday"),
        ("7", "Sunday"),
    )

    section = models.OneToOneField(
        "articles.Section",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Left empty: the whole paper.",
    )
    unattended_from = models.TimeField(
        null=True, blank=True, help_text="From then on nobody reads comments, and all of them wait."
    )
    unattended_until = models.TimeField(null=True, blank=True, help_text="The same time twice: never.")
    #: Digits of `WEEKDAYS`.
    unattended_days = models.CharField("unattended all day on", max_length=7, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "rules for comments"
        constraints = [
            models.UniqueConstraint(Coalesce("section", Value(0)), name="one_set_of_rules_a_section"),
            models.CheckConstraint(condition=Q(mode__in=["", *Mode.values]), name="mode_of_rules_is_known"),
        ]

    def __str__(self) -> str:
        return self.section.name if self.section_id else "The whole paper"

    def clean(self) -> None:
        super().clean()
        if (self.unattended_from is None) != (self.unattended_until is None):
            raise ValidationError(
                {"unattended_until": "Give both times, or neither."}, code="half-of-the-hours"
            )
        if self.section_id is None and SectionRules.objects.filter(section=None).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"section": "There are rules for the whole paper already. Choose a section."}, code="twice"
            )

    @property
    def said(self) -> dict[str, Any]:
        hours = self.hours
        return super().said | ({"unattended": hours} if hours else {})

    @property
    def hours(self) -> Hours | None:
        if self.unattended_from is None and not self.unattended_days:
            return None
        since, until = self.unattended_from or time.min, self.unattended_until or time.min
        return Hours(since, until, frozenset(int(day) for day in self.unattended_days))
