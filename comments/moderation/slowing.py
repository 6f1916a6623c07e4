"""Slow mode: how long one person waits between two comments on a story."""

from datetime import datetime
from math import ceil

from comments.models import Comment
from comments.moderation.refusals import IllegalMove
from comments.moderation.tracing import prints_of
from comments.senders import Sender
from comments.talks import Talk


def refuse_haste(talk: Talk, sender: Sender, now: datetime) -> None:
    """Refuse a comment that comes too soon after the last one of this person on this story.

    Known are a writer in their browser, and an address. A typed e-mail address is nobody's: by it one
    could make somebody else wait.
    """
    if not talk.rules.slow:
        return
    recent = Comment.objects.on(talk.discussion.article_id).filter(posted_at__gt=now - talk.rules.slow)
    if sender.writer is not None:
        recent = recent.filter(writer=sender.writer)
    else:
        recent = recent.filter(trace__address__in=[prints.address for prints in prints_of(sender, now)])
    last = recent.order_by("-posted_at").values_list("posted_at", flat=True).first()
    if last is None:
        return
    seconds = ceil((last + talk.rules.slow - now).total_seconds())
    raise IllegalMove(
        talk.discussion.article,
        "post",
        "slow",
        "On this story everybody waits a while between two comments. Yours was not sent; it can be in "
        f"{_said(seconds)}.",
    )


def _said(seconds: int) -> str:
    """Never less than it is: whoever waits for that long can send."""
    if seconds < 120:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    return f"{ceil(seconds / 60)} minutes"
