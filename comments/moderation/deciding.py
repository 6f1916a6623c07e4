"""What moderators decide on a comment: show, hold, remove, mark as spam, restore."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from comments import rendering
from comments.models import Comment
from comments.moderation import counting
from comments.moderation.logging import log
from comments.moderation.refusals import IllegalMove, not_permitted, wrong_status
from comments.states import MODERATORS_REASONS, MOVES, Status, may


def show(comment: Comment, *, by: Any, reason: str = "", note: str = "") -> None:
    """Let readers read it. It gets its number the first time."""
    _decide(comment, "show", by, reason, note)


def hold(comment: Comment, *, by: Any, reason: str = "", note: str = "") -> None:
    """Make it wait again. If replies to it are shown, an empty place stays above them."""
    _decide(comment, "hold", by, reason, note)


def remove(comment: Comment, *, by: Any, reason: str = "", note: str = "") -> None:
    """Take it from readers. What was said in reply stays, under “Removed by the moderators.”"""
    _decide(comment, "remove", by, reason, note)


def mark_spam(comment: Comment, *, by: Any, reason: str = "", note: str = "") -> None:
    _decide(comment, "mark_spam", by, reason, note)


def restore(comment: Comment, *, by: Any, reason: str = "", note: str = "") -> None:
    """Take back a removal: it is shown again if it ever was, and else waits again."""
    _decide(comment, "restore", by, reason, note)


def _decide(comment: Comment, verb: str, by: Any, reason: str, note: str) -> None:
    """Lock, check, move, count and log; afterwards the caller's comment stands as the database has it."""
    with transaction.atomic():
        now = timezone.now()
        discussion = counting.lock(comment.article)
        row = Comment.objects.select_for_update(of=("self",)).select_related("parent").get(pk=comment.pk)
        reason = _check(row, verb, by, reason)
        source = row.status
        row.status, row.why = MOVES[verb].target or _where_it_was(row), reason
        fields = ["status", "why"]
        if row.is_shown:
            counting.appear(row, discussion)
            row.shown_at = row.shown_at or now
            rendering.keep(row)
            fields += ["number", "shown_at", *rendering.KEPT]
        elif source == Status.SHOWN:
            counting.disappear(row, discussion)
        row.save(update_fields=fields)
        log(row, verb, source=source, by=by, reason=reason, note=note.strip(), at=now)
    for field in fields:
        setattr(comment, field, getattr(row, field))


def _check(row: Comment, verb: str, by: Any, reason: str) -> str:
    """Refuse what this person may not do, or not from here; else the reason to give."""
    if not may(by, verb):
        raise not_permitted(row, verb)
    if row.status not in MOVES[verb].sources:
        raise wrong_status(row, verb)
    reason = reason or MOVES[verb].default_reason
    if reason not in MODERATORS_REASONS:
        raise IllegalMove(row, verb, "unknown-reason", "Choose one of the reasons in the list.")
    return reason


def _where_it_was(row: Comment) -> Status:
    return Status.SHOWN if row.number is not None else Status.HELD
