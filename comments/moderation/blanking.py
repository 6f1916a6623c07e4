"""Taking a part out of a comment, visibly, and bringing it back. What was said stays for the moderators."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from comments import covering, rendering, typed
from comments.models import Comment
from comments.moderation.claiming import refuse_claimed
from comments.moderation.logging import log
from comments.moderation.moving import lock
from comments.moderation.refusals import IllegalMove, refuse_reason, refuse_unseen
from comments.screening import fingerprint
from comments.states import moderates


def blank_part(
    comment: Comment, *, by: Any, passage: str, reason: str, note: str = "", seen: int | None = None
) -> None:
    """Take a passage out wherever it stands in the comment. Its words count, not the space between them.

    An edit doesn't bring it back: see `owning.edit`.
    """
    passage = " ".join(passage.split())
    with transaction.atomic():
        _, row = lock(comment)
        _check(row, by, passage, reason)
        refuse_unseen(row, "blank_part", seen)
        now = timezone.now()
        refuse_claimed(row, "blank_part", by, now)
        row.blanked, row.blanked_at = [*row.blanked, {"passage": passage, "reason": reason}], now
        row.save(update_fields=["blanked", "blanked_at", *_render(row)])
        log(row, "blank_part", by=by, reason=reason, note=note.strip(), at=now)
    _copy(row, comment)


def unblank(comment: Comment, *, by: Any, passage: str, note: str = "", seen: int | None = None) -> None:
    """Bring a passage back that was taken out, as long as the words are kept."""
    with transaction.atomic():
        _, row = lock(comment)
        if not moderates(by):
            raise _not_permitted(row)
        refuse_unseen(row, "unblank", seen)
        left = [each for each in row.blanked if each["passage"] != passage]
        if left == row.blanked:
            raise IllegalMove(row, "unblank", "not-blanked", "This is not taken out of the comment.")
        now = timezone.now()
        refuse_claimed(row, "unblank", by, now)
        row.blanked, row.blanked_at = left, now if left else None
        row.save(update_fields=["blanked", "blanked_at", *_render(row)])
        log(row, "unblank", by=by, reason=row.why, note=note.strip(), at=now)
    _copy(row, comment)


def forget_blanked(now: datetime) -> int:
    """Delete for good what was taken out of comments long ago: out of how many. The marks stay."""
    oldest = now - timedelta(days=settings.REMOVED_TEXT_DAYS)
    pks = list(Comment.objects.filter(blanked_at__lte=oldest).values_list("pk", flat=True))
    for comment in Comment.objects.filter(pk__in=pks).select_related("article").order_by("article_id", "pk"):
        with transaction.atomic():
            _, row = lock(comment)
            row.text = covering.cover(row.text, row.blanked)
            row.blanked, row.blanked_at, row.fingerprint = [], None, fingerprint(row.text)
            row.save(update_fields=["text", "blanked", "blanked_at", "fingerprint"])
    return len(pks)


def _check(row: Comment, by: Any, passage: str, reason: str) -> None:
    if not moderates(by):
        raise _not_permitted(row)
    refuse_reason(row, "blank_part", reason)
    if len(passage) > typed.MOST_TEXT or not covering.spans(row.text, passage):
        raise IllegalMove(
            row,
            "blank_part",
            "not-there",
            "These words don’t stand in the comment like this. Copy them from it, letter by letter.",
        )
    if any(each["passage"] == passage for each in row.blanked):
        raise IllegalMove(row, "blank_part", "twice", "These words are taken out already.")


def _render(row: Comment) -> tuple[str, ...]:
    """Make anew what readers get; returns which columns."""
    if not row.is_shown:
        return ()
    rendering.keep(row)
    return rendering.KEPT


def _copy(row: Comment, comment: Comment) -> None:
    """Let the caller's comment stand as the database has it."""
    for field in ("blanked", "blanked_at", *rendering.KEPT):
        setattr(comment, field, getattr(row, field))


def _not_permitted(row: Comment) -> IllegalMove:
    return IllegalMove(row, "blank_part", "not-permitted", "Your account may not take parts out of comments.")
