"""What moderators decide on a comment: show, keep, hold, remove, mark as spam, restore.

Each verb takes a `reason` and a `note`, and `seen`: see `_decide`.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from comments.models import Comment
from comments.moderation.claiming import refuse_claimed
from comments.moderation.logging import log
from comments.moderation.moving import lock, move
from comments.moderation.refusals import (
    IllegalMove,
    not_permitted,
    refuse_reason,
    refuse_unseen,
    wrong_status,
)
from comments.moderation.reopening import reopen
from comments.moderation.settling import settle
from comments.moderation.standing import took_away
from comments.states import APPEALABLE, EVERY_MOVE, MOVES, Status, may


def show(comment: Comment, *, by: Any, **said: Any) -> None:
    """Let readers read it. It gets its number the first time."""
    _decide(comment, "show", by, **said)


def keep(comment: Comment, *, by: Any, **said: Any) -> None:
    """Look at what is shown, and let it stand: what readers reported of it is settled."""
    _decide(comment, "keep", by, **said)


def hold(comment: Comment, *, by: Any, **said: Any) -> None:
    """Make it wait again. If replies to it are shown, an empty place stays above them."""
    _decide(comment, "hold", by, **said)


def remove(comment: Comment, *, by: Any, **said: Any) -> None:
    """Take it from readers. What was said in reply stays, under “Removed by the moderators.”"""
    _decide(comment, "remove", by, **said)


def mark_spam(comment: Comment, *, by: Any, **said: Any) -> None:
    _decide(comment, "mark_spam", by, **said)


def restore(comment: Comment, *, by: Any, **said: Any) -> None:
    """Take back a removal: it is shown again if it ever was, and else waits again."""
    _decide(comment, "restore", by, **said)


def _decide(
    comment: Comment, verb: str, by: Any, *, reason: str = "", note: str = "", seen: int | None = None
) -> None:
    """Lock, check, move, count and log; afterwards the caller's comment stands as the database has it.

    `reason` is told to the writer, `note` to the other moderators. `seen` is the last entry of the log that
    this moderator saw: if there is another by now, they are told, and nothing is done.
    """
    with transaction.atomic():
        discussion, row = lock(comment)
        now = timezone.now()
        reason = check_move(row, verb, by, reason)
        refuse_unseen(row, verb, seen)
        refuse_claimed(row, verb, by, now)
        source = row.status
        taken_back = took_away([row.pk]).get(row.pk) if source in APPEALABLE else None
        fields = move(row, discussion, MOVES[verb].target or _where_it_was(row), reason, now)
        log(row, verb, source=source, by=by, reason=reason, note=note.strip(), at=now)
        fields += settle(row)
        if taken_back:
            reopen(row, taken_back)
        row.save(update_fields=fields)
    for field in fields:
        setattr(comment, field, getattr(row, field))


def check_move(row: Comment, verb: str, by: Any, reason: str) -> str:
    """Refuse what this person may not do, or not from here; else the reason to give."""
    if not may(by, verb):
        raise not_permitted(row, verb)
    if row.status not in EVERY_MOVE[verb].sources:
        raise wrong_status(row, verb)
    if verb in MOVES and not row.text and MOVES[verb].target not in {Status.REMOVED, Status.SPAM}:
        raise IllegalMove(row, verb, "forgotten", "Its words are deleted by now, and can't come back.")
    reason = reason or EVERY_MOVE[verb].default_reason
    refuse_reason(row, verb, reason)
    return reason


def _where_it_was(row: Comment) -> Status:
    return Status.SHOWN if row.number is not None else Status.HELD
