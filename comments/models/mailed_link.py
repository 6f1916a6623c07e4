"""Links that were mailed: to prove an address, or to open the page of its owner. Each is good once."""

import uuid
from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.db import models
from django.db.models import F, Q

from comments.mailboxes import WIDTH


class Purpose(models.TextChoices):
    PROVE = "prove", "Prove an address"
    PAGE = "page", "Open the writer's own page"


#: How long a link is good for.
LASTS = {Purpose.PROVE: timedelta(days=3), Purpose.PAGE: timedelta(days=1)}
#: How long nothing more is mailed after a link that was never used, and after one that was. Whoever types
#: in the address of somebody else gets them one mail, and then silence.
QUIET_UNUSED = {Purpose.PROVE: timedelta(days=30), Purpose.PAGE: timedelta(days=1)}
QUIET_USED = {Purpose.PROVE: timedelta(days=1), Purpose.PAGE: timedelta(0)}


#: A database alone, or a copy of one, opens nothing: a link needs the setting SECRET_KEY as well.
signer = Signer(salt="comments.mailed_link")


class MailedLinkQuerySet(models.QuerySet):
    def with_token(self, token: str, purpose: str) -> "MailedLinkQuerySet":
        """The one of this purpose to which a link with this token leads; none for a made-up one."""
        try:
            return self.filter(purpose=purpose, uid=uuid.UUID(signer.unsign(token)))
        except BadSignature:
            return self.none()

    def owed(self, now: datetime) -> "MailedLinkQuerySet":
        """What is to be mailed by now, the longest due first."""
        return self.filter(mail_due_at__lte=now).order_by("mail_due_at", "pk")


class MailedLink(models.Model):
    """The last link of its purpose to a mailbox: there is one row for each, whoever asks however often.

    `mail_due_at` says that its mail is owed. `email` is there for as long as it is needed.
    """

    purpose = models.CharField(max_length=10, choices=Purpose)
    mailbox = models.CharField(max_length=WIDTH)
    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    email = models.EmailField(max_length=254, blank=True)
    made_at = models.DateTimeField(null=True, db_index=True)
    mail_due_at = models.DateTimeField(null=True, db_index=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    objects = MailedLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purpose", "mailbox"], name="one_link_a_mailbox_and_purpose"),
            models.CheckConstraint(
                condition=Q(mail_due_at=None) | Q(made_at__lte=F("mail_due_at")) & ~Q(email=""),
                name="owed_link_has_an_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, made {self.made_at}"

    @property
    def token(self) -> str:
        return signer.sign(self.uid.hex)

    def is_open(self, now: datetime) -> bool:
        """Whether it still does what it is for."""
        return self.made_at is not None and self.used_at is None and now < self.made_at + LASTS[self.purpose]

    def is_quiet(self, now: datetime) -> bool:
        """Whether nothing more may be mailed to this mailbox yet."""
        if self.made_at is None:
            return False
        if self.used_at is None:
            return now < self.made_at + QUIET_UNUSED[self.purpose]
        return now < self.used_at + QUIET_USED[self.purpose]
