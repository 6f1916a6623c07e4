"""Appeals: `appeal` by the writer of a comment that was taken away, `decide_appeal` by another moderator."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from comments.models import Appeal, Comment, ModerationEntry, Writer
from comments.models.appeal import MOST_TEXT
from comments.models.decided import MOST_ANSWER
from comments.moderation.claiming import refuse_claimed
from comments.moderation.logging import log
from comments.moderation.moving import lock, move
from comments.moderation.refusals import IllegalMove, refuse_unseen
from comments.moderation.reopening import reopen
from comments.moderation.settling import settle
from comments.moderation.standing import took_away
from comments.states import Decision, Reason, Status, moderates


def appeal(comment: Comment, *, writer: Writer, text: str) -> Appeal:
    """Object to the decision by which a comment was removed or called spam: once to each."""
    text = text.strip()
    with transaction.atomic():
        _, row = lock(comment)
        if row.writer_id != writer.pk:
            raise IllegalMove(row, "appeal", "not-yours", "This comment is not yours.")
        entry = decision_on(row) if row.text else None
        if entry is None:
            raise IllegalMove(
                row, "appeal", "no-decision", "There is no decision on this comment to appeal against."
            )
        if Appeal.objects.filter(entry=entry).exists():
            raise IllegalMove(
                row,
                "appeal",
                "once",
                "You have appealed against this decision already, which can be done once.",
            )
        if not text or len(text) > MOST_TEXT:
            raise IllegalMove(
                row, "appeal", "bad-text", f"Say why it was wrong, in {MOST_TEXT:,} characters at most."
            )
        return Appeal.objects.create(entry=entry, comment=row, text=text, made_at=timezone.now())


def decide_appeal(appeal: Appeal, *, by: Any, is_upheld: bool, answer: str, seen: int | None = None) -> None:
    """Decide for the writer, whose comment is then shown, or against. `answer` is told to them.

    Not by whoever took the decision or brought it back; of one that a rule took, by anybody who moderates.
    There is nothing to decide of a comment that its writer has deleted.
    """
    answer = answer.strip()
    _check(appeal, by, answer)
    with transaction.atomic():
        discussion, row = lock(appeal.comment)
        now = timezone.now()
        found = Appeal.objects.select_for_update().get(pk=appeal.pk)
        if not found.is_open:
            raise IllegalMove(found, "decide", "decided", "This appeal has been decided already.")
        refuse_claimed(row, "decide", by, now)
        refuse_unseen(row, "decide", seen)
        if row.status == Status.RETRACTED or (is_upheld and not row.text):
            raise IllegalMove(found, "decide", "text-gone", "The words of the comment are gone for good.")
        if decision_on(row) != found.entry:
            sentence = "The decision that it is against was taken back meanwhile. Nothing is left to decide."
            raise IllegalMove(found, "decide", "taken-back", sentence)
        if is_upheld:
            source = row.status
            fields = move(row, discussion, Status.SHOWN, Reason.MISTAKE, now)
            log(row, "restore", source=source, by=by, reason=row.why, note=str(found), at=now)
            row.save(update_fields=[*fields, *settle(row)])
            reopen(row, found.entry)
        else:
            log(row, "reject_appeal", by=by, reason=row.why, note=str(found), at=now)
        found.decision = Decision.UPHELD if is_upheld else Decision.REJECTED
        found.decided_at, found.decided_by, found.answer = now, by, answer
        found.save(update_fields=["decision", "decided_at", "decided_by", "answer"])


def decision_on(comment: Comment) -> ModerationEntry | None:
    """The decision by which a comment came to be where it is, if one can appeal against that."""
    return took_away([comment.pk]).get(comment.pk)


def with_appeals(comments: Collection[Comment]) -> None:
    """Give each of these the last appeal of its writer as `appeal`, and whether they `may_appeal`.

    An appeal `is_moot` if what it is against was taken back otherwise. Two queries, however many there are.
    """
    pks = [comment.pk for comment in comments]
    last = {
        each.comment_id: each for each in Appeal.objects.filter(comment__in=pks).order_by("made_at", "pk")
    }
    against = {pk: entry.pk for pk, entry in took_away(pks).items()}
    for comment in comments:
        comment.appeal = last.get(comment.pk)
        appealed = comment.appeal.entry_id if comment.appeal else None
        if comment.appeal:
            is_taken_back = comment.status != Status.RETRACTED and against.get(comment.pk) != appealed
            comment.appeal.is_moot = is_taken_back and not comment.appeal.is_upheld
        comment.may_appeal = bool(comment.text) and against.get(comment.pk, appealed) != appealed


def forget_appeals(now: datetime) -> int:
    """Delete what was said in appeals about comments whose own words are gone by now: how many."""
    gone = Appeal.objects.filter(comment__text="").exclude(text="", answer="")
    return gone.update(text="", answer="")


def drop_appeals(comments: Collection[int]) -> None:
    """The same of these comments (keys), whose words their writer deletes."""
    Appeal.objects.filter(comment__in=comments).update(text="", answer="")


def _check(appeal: Appeal, by: Any, answer: str) -> None:
    if not moderates(by):
        raise IllegalMove(appeal, "decide", "not-permitted", "Your account may not decide on appeals.")
    if by is not None and Appeal.objects.with_own(by).get(pk=appeal.pk).is_own:
        raise IllegalMove(
            appeal,
            "decide",
            "own-decision",
            "You took this decision yourself. Somebody else looks at it now.",
        )
    if not answer or len(answer) > MOST_ANSWER:
        raise IllegalMove(
            appeal,
            "decide",
            "bad-answer",
            f"Say why, in {MOST_ANSWER:,} characters at most: the writer is told it.",
        )
