"""`pick` and `unpick`: editors point readers to a comment, or do so no longer."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Discussion, HiddenBranch
from comments.moderation import counting
from comments.moderation.logging import log
from comments.moderation.refusals import not_permitted, wrong_status
from comments.states import PICKS, may


def pick(comment: Comment, *, by: Any) -> None:
    """Make a shown comment an editors' pick; one that is a pick already stays as it is."""
    _mark(comment, "pick", by)


def unpick(comment: Comment, *, by: Any) -> None:
    """Make it one comment among others again; nothing changes if it is."""
    _mark(comment, "unpick", by)


def _mark(comment: Comment, verb: str, by: Any) -> None:
    with transaction.atomic():
        discussion = counting.lock(comment.article)
        row = Comment.objects.select_for_update().get(pk=comment.pk)
        if not may(by, verb):
            raise not_permitted(row, verb)
        if row.status not in PICKS[verb].sources:
            raise wrong_status(row, verb)
        if row.is_picked != (verb == "pick"):
            _change(row, discussion, verb, by)
    comment.picked_at = row.picked_at


def _change(row: Comment, discussion: Discussion, verb: str, by: Any) -> None:
    now = timezone.now()
    row.picked_at = now if verb == "pick" else None
    row.save(update_fields=["picked_at"])
    if row.is_shown and not HiddenBranch.objects.over(row).exists():
        discussion.picked_count += 1 if row.is_picked else -1
        discussion.save(update_fields=["picked_count"])
    log(row, verb, by=by, reason=row.why, at=now)
