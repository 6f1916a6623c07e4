"""Notices of illegal content (Article 16 of the EU's Digital Services Act), and the mails they are owed."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import Q

from comments.mailboxes import WIDTH
from comments.models.decided import Decided
from comments.states import Decision

MOST_EXPLANATION, MOST_LAW, MOST_NAME = 5_000, 500, 200

#: Leads to the state of a notice; the database alone doesn't.
signer = Signer(salt="comments.notice")


class NoticeQuerySet(models.QuerySet):
    def with_token(self, token: str) -> Self:
        """The one to whose state a link with this token leads; none for a made-up one."""
        try:
            return self.filter(uid=uuid.UUID(signer.unsign(token)))
        except BadSignature:
            return self.none()

    def open(self) -> Self:
        """What waits for a moderator, the longest wait first. It comes above all else."""
        return self.filter(decision=Decision.OPEN).order_by("received_at", "pk")

    def upheld(self) -> Self:
        return self.filter(decision=Decision.UPHELD)

    def old(self, now: datetime) -> Self:
        """Decided so long ago that nobody's words and address in them are needed any more."""
        kept = timedelta(days=settings.NOTICES_KEPT_DAYS)
        return self.filter(decided_at__lt=now - kept, is_forgotten=False)


class Notice(Decided):
    """`name` and `email` may be missing only where it is about the sexual abuse of children.

    `mailbox` is the address's, by which receipts are counted. `is_forgotten`: what somebody typed is deleted.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=12, unique=True)
    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="notices")
    address = models.URLField("where it stands", max_length=500)
    explanation = models.TextField("why it is illegal", max_length=MOST_EXPLANATION)
    law = models.CharField("law or right concerned", max_length=MOST_LAW, blank=True)
    is_of_child_abuse = models.BooleanField("about the sexual abuse of children", default=False)
    name = models.CharField("who gives notice", max_length=MOST_NAME, blank=True)
    email = models.EmailField("e-mail", max_length=254, blank=True)
    mailbox = models.CharField(max_length=WIDTH, blank=True, db_index=True)
    received_at = models.DateTimeField("received")
    is_forgotten = models.BooleanField(default=False)

    objects = NoticeQuerySet.as_manager()

    class Meta(Decided.Meta):
        abstract = False
        ordering = ("-received_at", "-pk")
        verbose_name = "notice of illegal content"
        verbose_name_plural = "notices of illegal content"
        constraints = [
            *Decided.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_of_child_abuse=True) | Q(is_forgotten=True) | (~Q(name="") & ~Q(email="")),
                name="notice_is_given_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["decision", "received_at"], name="notices_by_decision")]

    def __str__(self) -> str:
        return f"Notice {self.reference}"

    @property
    def is_looked_at_anew(self) -> bool:
        """Whether its decision was undone after whoever gave it may have been told."""
        return self.is_open and self.mails.filter(what=NoticeMail.What.ANSWER).exists()

    @property
    def is_taken_back(self) -> bool:
        """Whether the comment was removed for it, and readers have it again."""
        return self.is_upheld and self.comment.is_shown

    @property
    def token(self) -> str:
        return signer.sign(self.uid.hex)


class NoticeMailQuerySet(models.QuerySet):
    def owed(self, now: datetime) -> Self:
        """What is to be mailed by now, the longest due first."""
        return self.filter(due_at__lte=now).order_by("due_at", "pk")


class NoticeMail(models.Model):
    """A mail that somebody who gave notice is owed while `due_at` is set."""

    class What(models.TextChoices):
        RECEIPT = "receipt", "That it has arrived"
        ANSWER = "answer", "What was decided"

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="mails")
    what = models.CharField(max_length=10, choices=What)
    due_at = models.DateTimeField(null=True, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)

    objects = NoticeMailQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["notice", "what"], name="one_mail_of_a_kind_a_notice")]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: notice {self.notice_id}"
