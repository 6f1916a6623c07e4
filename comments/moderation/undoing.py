"""`undo`: take back a moderator's decision, whoever took it. What was before it holds again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Discussion
from comments.models import ModerationEntry as Entry
from comments.moderation.branches import flip
from comments.moderation.claiming import refuse_claimed
from comments.moderation.logging import log
from comments.moderation.moving import lock, move
from comments.moderation.refusals import IllegalMove, not_permitted, refuse_unseen
from comments.moderation.reopening import reopen
from comments.moderation.settling import settle
from comments.moderation.standing import standing, undoable
from comments.states import ANSWERS, BRANCH_MOVES, Reason, may


def undo(comment: Comment, *, by: Any, seen: int | None = None) -> None:
    """Bring a comment back to where it was before the last decision, for the reason that it had there.

    A number that it got stays its own, and so does what was picked or taken out of it since. A notice or an
    appeal that the decision followed, or answered, is open again. `seen` is the last entry of its log that
    was known: of another by now, nothing is done.
    """
    with transaction.atomic():
        discussion, row = lock(comment)
        now = timezone.now()
        entries = list(row.moderation_entries.all())
        last = undoable(entries)
        if last is None:
            raise IllegalMove(row, "undo", "nothing-to-undo", "There is no decision here that can be undone.")
        if not may(by, last.verb):
            raise not_permitted(row, last.verb)
        if not row.text:
            raise IllegalMove(row, "undo", "forgotten", "Its words are deleted by now, and can't come back.")
        refuse_unseen(row, "undo", seen)
        refuse_claimed(row, "undo", by, now)
        source, fields = row.status, []
        if last.verb in BRANCH_MOVES:
            _flip_back(row, discussion, last, entries)
        elif last.verb not in ANSWERS:
            fields = move(row, discussion, last.from_status, _why_before(entries), now)
        if not reopen(row, last) and last.verb in ANSWERS:
            raise IllegalMove(row, "undo", "forgotten", "What this answered is deleted by now.")
        log(row, "undo", source=source, by=by, reason=row.why, at=now)
        fields += settle(row)
        row.save(update_fields=fields)
    for field in fields:
        setattr(comment, field, getattr(row, field))


def _flip_back(row: Comment, discussion: Discussion, last: Entry, entries: list[Entry]) -> None:
    """Show a branch that was hidden, or hide one that was shown, for the reason that it had before."""
    if last.verb == "hide_branch":
        flip(row, discussion, "show_branch", last.reason)
    else:
        hidden = max((each for each in entries if each.verb == "hide_branch"), key=lambda each: each.position)
        flip(row, discussion, "hide_branch", hidden.reason)


def _why_before(entries: list[Entry]) -> str:
    """Why the comment was where it was before the last decision. What was done to its branch doesn't say."""
    before = [entry for entry in standing(entries)[:-1] if entry.verb not in BRANCH_MOVES.keys() | ANSWERS]
    return before[-1].reason if before else Reason.LOOK_AGAIN
