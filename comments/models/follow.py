"""Follows: that the writer of a comment wants mail about the replies to it."""

import uuid

from django.core.signing import BadSignature, Signer
from django.db import models

from comments.models.comment import Comment
from comments.states import Cadence


class Follow(models.Model):
    """It is about direct replies alone: each of them is owed to one person at most, however deep the thread.

    Whose it is, its comment says. For as long as nobody has proved the address that came with the comment,
    it is a wish and nothing is owed.
    """

    comment = models.OneToOneField(Comment, models.CASCADE, primary_key=True, related_name="follow")
    cadence = models.CharField(max_length=10, choices=Cadence)

    def __str__(self) -> str:
        return f"{self.get_cadence_display()}, replies to comment {self.pk}"


#: Links that end mail have no end themselves: old mail must end mail too.
signer = Signer(salt="comments.unsubscribe")


def token_to_end_mail(comment: Comment) -> str:
    """What stands in mail about replies to this comment. It names the comment, and so outlives its follow."""
    return signer.sign(comment.uid.hex)


def comment_with_token(token: str) -> Comment | None:
    """The comment about which mail is to end; None for a made-up token."""
    try:
        return Comment.objects.filter(uid=uuid.UUID(signer.unsign(token))).first()
    except BadSignature:
        return None
