"""The end of the log of decisions, in one row: whoever adds an entry locks it, so that there is one order."""

from typing import Any, Self

from django.db import models

from comments import chains
from comments.models.moderation_entry import ModerationEntry


class LogHead(models.Model):
    """How many entries there are, and the seal of the last. It has its key, 1, from `locked`."""

    KEY = 1

    position = models.PositiveBigIntegerField(default=0)
    chain = models.CharField(max_length=64, default=chains.START, blank=True)

    class Meta:
        verbose_name = "end of the log of decisions"
        verbose_name_plural = "end of the log of decisions"

    def __str__(self) -> str:
        return f"{self.position}: {self.chain}"

    @classmethod
    def locked(cls) -> Self:
        """The end of the log, locked: after all other locks, since every verb takes this one.

        Where the row is missing it is made from the last entry, so that what readers send isn't lost.
        """
        rows = cls.objects.select_for_update()
        return rows.filter(pk=cls.KEY).first() or rows.get_or_create(pk=cls.KEY, defaults=_last_entry())[0]


def _last_entry() -> dict[str, Any]:
    entries = ModerationEntry.objects.order_by("-position").values("position", "chain")
    return entries.first() or {}
