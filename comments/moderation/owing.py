"""What writers are owed of replies to them: put down in the transaction in which a reply appears.

No row that another story's discussion may hold is locked here: what is owed is a row of the reply's own.
"""

from datetime import datetime

from comments import cadences
from comments.models import Comment, Follow, OwedReply


def owe(reply: Comment, now: datetime, *, is_new: bool) -> None:
    """Owe mail about a reply that has appeared, if the writer of what it answers wants any.

    `is_new` says that it was never shown before: each reply is owed once. One that comes back is mailed only
    if it was not, and not before this, too, can no longer be undone.
    """
    parent = reply.parent
    if parent is None or parent.writer_id is None or parent.writer_id == reply.writer_id:
        return
    follow = Follow.objects.filter(comment=parent).first()
    if follow is None:
        return
    due_at = cadences.due(follow.cadence, now)
    if is_new:
        OwedReply.objects.create(reply=reply, owed_at=now, due_at=due_at)
    else:
        OwedReply.objects.filter(reply=reply).update(owed_at=now, due_at=due_at)


def owe_missed(comment: Comment, now: datetime) -> None:
    """Owe what was answered before the writer of a comment had proved their address."""
    follow = Follow.objects.filter(comment=comment).first()
    if follow is None:
        return
    replies = comment.replies.shown().exclude(writer=comment.writer_id).values_list("pk", flat=True)
    due_at = cadences.due(follow.cadence, now)
    OwedReply.objects.bulk_create(OwedReply(reply_id=pk, owed_at=now, due_at=due_at) for pk in replies)
