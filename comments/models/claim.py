"""Claims: which comments a moderator has in hand, so that two of them don't decide on the same one."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models

#: How long comments stay in a moderator's hands after the last thing that they did.
LASTS = timedelta(minutes=15)


class ClaimQuerySet(models.QuerySet):
    def holding(self, now: datetime) -> Self:
        return self.filter(until__gt=now)

    def of(self, moderator: object) -> Self:
        """A moderator's, in the order in which they were handed out."""
        return self.filter(moderator=moderator).order_by("place")


class Claim(models.Model):
    """What was decided on stays in hand, in its place, until the moderator goes on to others."""

    comment = models.OneToOneField("comments.Comment", models.CASCADE, primary_key=True, related_name="claim")
    moderator = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    until = models.DateTimeField()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["moderator", "place"], name="one_claim_in_a_place"),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}, in the hands of {self.moderator} until {self.until}"
