"""What moderators decide about a whole branch: hide it, and show it again."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from comments import paths
from comments.models import Comment, Discussion, HiddenBranch
from comments.moderation import counting
from comments.moderation.claiming import refuse_claimed
from comments.moderation.deciding import check_move
from comments.moderation.logging import log
from comments.moderation.moving import lock
from comments.moderation.refusals import IllegalMove, refuse_unseen


def hide_branch(comment: Comment, *, by: Any, **said: Any) -> None:
    """Take a comment and all that stands below it from readers, without a place left.

    One row is written for it, however much it hides. Nothing in the branch changes its status or its number.
    """
    _decide(comment, "hide_branch", by, **said)


def show_branch(comment: Comment, *, by: Any, **said: Any) -> None:
    """Undo `hide_branch`, and nothing else: what is hidden or removed for itself stays so."""
    _decide(comment, "show_branch", by, **said)


def _decide(
    comment: Comment, verb: str, by: Any, *, reason: str = "", note: str = "", seen: int | None = None
) -> None:
    """Lock, check, flip, count and log; `reason`, `note` and `seen` are those of any decision."""
    with transaction.atomic():
        now = timezone.now()
        discussion, row = lock(comment)
        reason = check_move(row, verb, by, reason)
        refuse_unseen(row, verb, seen)
        refuse_claimed(row, verb, by, now)
        flip(row, discussion, verb, reason)
        log(row, verb, by=by, reason=reason, note=note.strip(), at=now)


def flip(row: Comment, discussion: Discussion, verb: str, why: str) -> None:
    """Hide the branch of a locked comment or show it again, and count what readers lose or get back."""
    is_hidden = HiddenBranch.objects.filter(pk=row.pk).exists()
    size = row.shown_replies + row.is_shown
    if verb == "show_branch":
        if not is_hidden:
            raise IllegalMove(row, verb, "not-hidden", "This branch is not hidden.")
        HiddenBranch.objects.filter(pk=row.pk).delete()
        counting.count(row, discussion, size, picked=_picks_in(row))
        return
    if is_hidden:
        raise IllegalMove(row, verb, "hidden-already", "This branch is hidden already.")
    if paths.counted_under(row.path) != row.path:
        sentence = "Replies to this comment stand beside it, on the last level. Hide the branch above it."
        raise IllegalMove(row, verb, "no-branch", sentence)
    counting.count(row, discussion, -size, picked=-_picks_in(row))
    HiddenBranch.objects.create(comment=row, article_id=row.article_id, path=row.path, why=why)


def _picks_in(head: Comment) -> int:
    """How many editors' picks readers have in a branch while it isn't hidden; there are few."""
    picks = Comment.objects.on(head.article_id).picked()
    return picks.filter(path__gte=head.path, path__lt=head.path + paths.LAST).count()
