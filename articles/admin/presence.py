"""Who has a story open, in a sentence."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.timesince import timesince

from articles.desk.moving import printed_name
from articles.models import Autosave

#: Forms are heard of more often than this, so that less is no time at all.
JUST_NOW = timedelta(minutes=1)


def presence(rows: Iterable[Autosave], now: datetime) -> list[str]:
    """“Amina Diallo is editing, 2 minutes ago”, a sentence each; a person with two windows once."""
    said: dict[int, str] = {}
    for row in sorted(rows, key=lambda row: (row.typed_at is None, now - row.seen_at)):
        if row.is_present_at(now):
            said.setdefault(row.writer_id, _sentence(row, now))
    return list(said.values())


def _sentence(row: Autosave, now: datetime) -> str:
    doing = "is editing" if row.typed_at else "has this story open"
    name = printed_name(row.writer)
    if now - row.seen_at < JUST_NOW:
        return f"{name} {doing}."
    return f"{name} {doing}, {timesince(row.seen_at, now, depth=1)} ago."
