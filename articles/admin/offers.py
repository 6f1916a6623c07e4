"""What somebody typed and never saved, offered when they come back: when, and what it would change."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from articles.admin.presence import JUST_NOW
from articles.comparing import Compared, compare, differing, printer
from articles.models import Article, Autosave
from articles.sight import moment

#: The newest; a link leads to the others.
MOST = 5


@dataclass(frozen=True)
class Offer:
    sitting: UUID
    typed: str
    #: Whether the form it was typed in may be open still, in another window.
    is_open_elsewhere: bool
    #: Whether the story has been saved since that form was opened.
    is_behind: bool
    #: Whether its writer has turned it down.
    is_left: bool
    comparison: list[Compared]


def unsaved_of(rows: Iterable[Autosave], by: Any, at_hand: Container[UUID | None]) -> list[Autosave]:
    """Of these what this person typed and nobody saved, but for sittings that are `at_hand`."""
    own = [row for row in rows if row.writer_id == by.pk and row.is_unsaved]
    return [row for row in own if row.sitting not in at_hand][:MOST]


def offers(own: list[Autosave], article: Article | None) -> list[Offer]:
    """Two queries if there are any and the story is stored."""
    now = timezone.now()
    bases = _bases(own, article)
    states = [*(row.fields for row in own), *bases.values()]
    say = printer(states, {name for row in own for name in differing(_base(row, bases), row.fields)})
    return [_offer(row, article, compare(_base(row, bases), row.fields, say), now) for row in own]


def _base(row: Autosave, bases: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """What the form held, of those fields that it had."""
    base = bases.get(row.base_version, {})
    return {name: base.get(name) for name in row.fields}


def _offer(row: Autosave, article: Article | None, comparison: list[Compared], now: datetime) -> Offer:
    return Offer(
        sitting=row.sitting,
        typed=moment(row.typed_at),
        is_open_elsewhere=row.closed_at is None and now - row.seen_at < JUST_NOW,
        is_left=row.left_at is not None,
        is_behind=article is not None and article.version > row.base_version,
        comparison=comparison,
    )


def _bases(rows: list[Autosave], article: Article | None) -> dict[int, dict[str, Any]]:
    """What the story was when each form was opened, by version."""
    if article is None or not rows:
        return {}
    versions = {row.base_version for row in rows}
    return dict(article.revisions.filter(version__in=versions).values_list("version", "fields"))
