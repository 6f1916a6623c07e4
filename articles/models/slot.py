"""Slots: what the editors put where, from when until when. So far: the lead of the front page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.querysets import SlotQuerySet


class Slot(models.Model):
    """A story in a place of the front page. Where two overlap, the one that began last holds."""

    class Place(models.TextChoices):
        LEAD = "lead", "Lead of the front page"

    place = models.CharField(max_length=20, choices=Place, default=Place.LEAD)
    article = models.ForeignKey(
        "articles.Article",
        models.PROTECT,
        related_name="slots",
        verbose_name="story",
        help_text="Shown only while it is published; otherwise the newest story leads.",
    )
    starts_at = models.DateTimeField("from")
    ends_at = models.DateTimeField(
        "until",
        null=True,
        blank=True,
        help_text="Leave empty to keep it until another story takes its place.",
    )

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ("-starts_at", "-pk")
        verbose_name = "place on the front page"
        verbose_name_plural = "front page"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")), name="slot_ends_after_it_begins"
            )
        ]
        indexes = [models.Index(fields=["place", "-starts_at"], name="slot_by_place")]

    def __str__(self) -> str:
        return f"{self.get_place_display()}: {self.article}"

    def clean(self) -> None:
        if self.ends_at and self.starts_at and self.ends_at <= self.starts_at:
            raise ValidationError(
                {"ends_at": ValidationError("The end must come after the beginning.", code="ends-too-early")}
            )
