"""Readers who report comments, each from a house of their own."""

from typing import Any

from comments import moderation
from comments.models import Comment
from comments.senders import Sender


def reader(house: int) -> Sender:
    """A stranger in a network that no other reader is in."""
    return Sender(address=f"198.51.{house}.7/32")


def report(comment: Comment, *readers: Sender, reason: str = "insult", **options: Any) -> Comment:
    """These readers report it, each on their own; the comment as it stands then."""
    for sender in readers:
        moderation.flag(comment, by=None, reason=reason, sender=sender, **options)
    comment.refresh_from_db()
    return comment
