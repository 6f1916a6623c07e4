"""What writers wish of mail about replies: `follow` and `unfollow`, for one comment or all of theirs.

A wish is nobody's decision on a comment, so the log of decisions knows nothing of it.
"""

from collections.abc import Collection
from typing import Any

from django.db import transaction

from comments.models import Comment, Follow, Writer
from comments.moderation.moving import lock
from comments.moderation.refusals import IllegalMove
from comments.states import Cadence, Status


def follow(comment: Comment, *, writer: Writer, cadence: str) -> None:
    """Mail the writer of a comment about replies to it, from now on, at this cadence."""
    with transaction.atomic():
        _, row = lock(comment)
        if row.writer_id != writer.pk or row.status == Status.RETRACTED:
            raise IllegalMove(row, "follow", "not-yours", "There is no such comment of yours any more.")
        Follow.objects.update_or_create(comment=row, defaults={"cadence": Cadence(cadence)})


def unfollow(comments: Collection[Comment]) -> None:
    """No more mail about replies to these comments. Again is no more than once."""
    Follow.objects.filter(comment__in=comments).delete()


def unfollow_all(writer: Any) -> None:
    """No more mail about replies to anything of theirs. `writer` is a `Writer` or the pk of one."""
    Follow.objects.filter(comment__writer=writer).delete()
