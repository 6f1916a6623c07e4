"""What every verb has in common: one transaction, a locked row, the checks, and an entry in the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.desk.refusals import not_permitted, wrong_state
from articles.models import Article, DeskEntry, Edition
from articles.states import ALL_MOVES, AT_THE_DESK, State, may

#: How long after striking an edition it can be undone; nothing is mailed or pinged before it has passed.
UNDO_WINDOW = timedelta(seconds=60)

SYSTEM_NAME = "The system"
#: What the log's column holds; first and last names may be 150 characters each.
LONGEST_NAME = 160


@dataclass
class Hold:
    """An article locked for a verb, with what the log will say of it."""

    article: Article
    now: datetime
    reason: str = ""
    #: The state that the verb moves it to; None to leave it where it is.
    target: State | None = None
    edition: Edition | None = None
    details: dict[str, Any] = field(default_factory=dict)


@contextmanager
def hold(article: Article, verb: str, by: Any, reason: str = "") -> Iterator[Hold]:
    """Lock `article`, check that `by` may do `verb` in its state, move it, and log it on the way out.

    Yields the row as it stands in the database, which is what verbs work on: what the caller's
    instance holds unsaved is not theirs to write. The caller's `state` and
    `claimed_by` are brought up to date.
    """
    move = ALL_MOVES[verb]
    with transaction.atomic():
        row = Article.objects.select_for_update().get(pk=article.pk)
        if not may(by, verb, row):
            raise not_permitted(row, verb)
        if row.state not in move.sources:
            raise wrong_state(row, verb)
        source = row.state
        held = Hold(row, timezone.now(), reason.strip(), move.target)
        yield held
        if held.target and held.target != source:
            _move(row, held.target)
        log(held, verb, source, by)
    article.state, article.claimed_by = row.state, row.claimed_by


def _move(row: Article, target: State) -> None:
    row.state = target
    if target not in AT_THE_DESK:
        row.claimed_by = None
    row.save(update_fields=["state", "claimed_by"])


def log(held: Hold, verb: str, source: str, by: Any) -> None:
    DeskEntry.objects.create(
        article=held.article,
        edition=held.edition,
        verb=verb,
        from_state=source,
        to_state=held.article.state,
        actor=by,
        actor_name=printed_name(by),
        reason=held.reason,
        details=held.details,
        at=held.now,
    )


def printed_name(by: Any) -> str:
    """How a person is named in the log and on buttons: their full name, else their user name."""
    return (by.get_full_name() or by.get_username())[:LONGEST_NAME] if by else SYSTEM_NAME
