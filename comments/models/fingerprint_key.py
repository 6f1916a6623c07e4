"""The keys of fingerprints, a new one each week. With a key goes what its fingerprints could tell."""

import secrets
from datetime import date, datetime, timedelta

from django.db import models

#: Days for which a key makes new fingerprints.
LASTS = 7


def make_key() -> str:
    return secrets.token_hex(32)


class FingerprintKeyQuerySet(models.QuerySet):
    def current(self, now: datetime) -> "FingerprintKey":
        """The key of this week; made when first needed."""
        return self.get_or_create(begins_on=week_of(now))[0]

    def with_current(self, now: datetime) -> list["FingerprintKey"]:
        """This week's key, made when first needed, and after it all earlier ones."""
        earlier = list(self.filter(begins_on__lte=week_of(now)).newest_first())
        is_there = bool(earlier) and earlier[0].begins_on == week_of(now)
        return earlier if is_there else [self.current(now), *earlier]

    def newest_first(self) -> "FingerprintKeyQuerySet":
        return self.order_by("-begins_on")


class FingerprintKey(models.Model):
    begins_on = models.DateField(unique=True)
    key = models.CharField(max_length=64, default=make_key)

    objects = FingerprintKeyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Key of the week from {self.begins_on}"


def week_of(now: datetime) -> date:
    """The Monday from which the key of this instant holds."""
    today = now.date()
    return today - timedelta(days=today.weekday() % LASTS)
