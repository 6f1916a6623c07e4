"""`recommend` and `unrecommend`: a person supports a comment, once, or takes that back.

They lock the comment alone, so that a crowd on one comment keeps nobody from writing elsewhere.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from comments.models import Comment, Discussion, HiddenBranch, Recommendation
from comments.moderation.blocking import refuse_blocked
from comments.moderation.refusals import IllegalMove
from comments.moderation.tracing import person_of, persons, persons_known
from comments.senders import Sender
from comments.talks import talk_now


def recommend(comment: Comment, *, by: Any, sender: Sender) -> None:
    """Count one more person; nothing changes if they count already. Closed discussions take it too.

    `by` is signed-in staff; anybody else is a guest, of whom `sender` tells what is known.
    """
    now = timezone.now()
    people = persons(by, sender, now)
    with transaction.atomic():
        row = _lock(comment, "recommend", now)
        refuse_blocked(by, sender, now)
        if not people:
            raise IllegalMove(
                row,
                "recommend",
                "nobody",
                "Each person counts once, and nothing tells who you are. It was not counted.",
            )
        if _own(row) in people:
            raise IllegalMove(row, "recommend", "own", "This comment is your own. It was not counted.")
        if not row.recommendations.filter(person__in=people).exists():
            Recommendation.objects.create(comment=row, person=people[0], at=now)
            _count(row, 1)
    comment.refresh_from_db(fields=["recommended"])


def unrecommend(comment: Comment, *, by: Any, sender: Sender) -> None:
    """Count this person no longer; nothing changes if they don't count."""
    now = timezone.now()
    people = persons(by, sender, now)
    with transaction.atomic():
        row = _lock(comment, "unrecommend", now)
        gone, _ = row.recommendations.filter(person__in=people).delete()
        if gone:
            _count(row, -gone)
    comment.refresh_from_db(fields=["recommended"])


def is_recommended(comment: Comment, *, by: Any, sender: Sender) -> bool:
    """Whether this person counts already."""
    return comment.recommendations.filter(person__in=persons_known(by, sender)).exists()


def _lock(comment: Comment, move: str, now: datetime) -> Comment:
    """The comment as readers have it, locked. One that they don't have is like one that never was."""
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    discussion = Discussion.objects.get(pk=row.article_id)
    talk = talk_now(comment.article, discussion, now)
    is_hidden = HiddenBranch.objects.over(row).exists()
    if talk is None or not talk.is_visible or not row.is_shown or is_hidden:
        raise IllegalMove(row, move, "no-such-comment", "This comment is not here any more.")
    return row


def _own(comment: Comment) -> str:
    """The key by which the writer of a comment counts; "" for one of whom no more than an address is known.

    Not that: it would tell everybody who shares it where the comment came from.
    """
    if comment.account_id is not None:
        return f"account:{comment.account_id}"
    return person_of(comment.writer_id) if comment.writer_id is not None else ""


def _count(comment: Comment, difference: int) -> None:
    Comment.objects.filter(pk=comment.pk).update(recommended=F("recommended") + difference)
