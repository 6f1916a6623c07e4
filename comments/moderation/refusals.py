"""What the discussion says when something can't be done."""

from typing import Any

from comments.models import Comment, HiddenBranch
from comments.states import (
    MODERATORS_REASONS,
    OF_THE_SENDER,
    Reason,
    Status,
    label_of,
    refuses,
)


class IllegalMove(Exception):
    """A move that was refused: the thing (a comment, or the article for `post`), the move, the status the
    comment was in ("" for `post`), a code and a sentence."""

    def __init__(self, thing: Any, move: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.thing = thing
        self.move = move
        self.status = getattr(thing, "status", "")
        self.code = code
        self.sentence = sentence


def refuse_unread(row: Comment, move: str) -> None:
    """Refuse to go on about a comment that readers don't have; it is like one that never was."""
    if not row.is_shown or HiddenBranch.objects.over(row).exists():
        raise IllegalMove(row, move, "not-shown", "This comment is not here any more.")


def refuse_reason(row: Comment, move: str, reason: str) -> None:
    """Refuse what moderators give no reason of theirs for, or one that says the opposite: it is told."""
    if reason not in MODERATORS_REASONS:
        raise IllegalMove(row, move, "unknown-reason", "Choose one of the reasons in the list.")
    if refuses(move, reason):
        label = label_of(move).lower()
        sentence = f"“{Reason(reason).label}” is no reason for this: {label}. Choose one against the comment."
        raise IllegalMove(row, move, "wrong-reason", sentence)


def not_permitted(comment: Any, move: str) -> IllegalMove:
    sentence = f"Your account may not do this to comments: {label_of(move).lower()}."
    return IllegalMove(comment, move, "not-permitted", sentence)


def wrong_status(comment: Any, move: str) -> IllegalMove:
    status = Status(comment.status).label.lower()
    sentence = f"The comment by {comment.name} is “{status}”, from which “{label_of(move)}” is not possible."
    return IllegalMove(comment, move, "wrong-status", sentence)


def refuse_unseen(comment: Any, move: str, seen: int | None) -> None:
    """Refuse what was decided without knowing the last entry of the log; `seen` is the one that was known.
    That its sender was blocked need not be known."""
    if seen is None:
        return
    last = comment.moderation_entries.exclude(verb__in=OF_THE_SENDER).first()
    if last is None or last.pk <= seen:
        return
    if last.verb == "edit":
        sentence = f"Its writer changed the comment by {comment.name} meanwhile. Read it again."
        raise IllegalMove(comment, move, "edited-meanwhile", sentence)
    sentence = f"The comment by {comment.name} was decided on meanwhile: {last.actor_name}, “{last.move}”."
    raise IllegalMove(comment, move, "decided-meanwhile", sentence)
