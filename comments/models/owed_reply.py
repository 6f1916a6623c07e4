"""Replies of which somebody is to be told by mail."""

from datetime import datetime

from django.db import models


class OwedReplyQuerySet(models.QuerySet):
    def due(self, now: datetime) -> "OwedReplyQuerySet":
        return self.filter(due_at__lte=now)

    def wanted_by_nobody(self) -> "OwedReplyQuerySet":
        """Those of which somebody wanted to be told when they came, and doesn't any more."""
        return self.filter(reply__parent__follow=None)


class OwedReply(models.Model):
    """Made when the reply is first shown, and gone once it was mailed: to the writer of what it answers.

    It points at nobody's wish and at no writer, so that those can go at any time without waiting for it.
    """

    reply = models.OneToOneField("comments.Comment", models.CASCADE, primary_key=True, related_name="owed")
    owed_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)

    objects = OwedReplyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "owed replies"

    def __str__(self) -> str:
        return f"Reply {self.pk}, owed from {self.due_at}"
