"""Blocks: from whom nothing is taken until when, and why. Nobody is blocked without being told."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from comments import fingerprints, mailboxes
from comments.states import reasons

MOST_NOTE = 500


class Kind(models.TextChoices):
    """What is blocked. Someone else's address that somebody typed is none of them."""

    ADDRESS = "address", "This address"
    NETWORK = "network", "The network around it"
    WRITER = "writer", "This writer"


#: How many days each may last; one of an address no longer than its fingerprint is kept: see `longest`.
MOST_DAYS = {Kind.ADDRESS: 30, Kind.NETWORK: 30, Kind.WRITER: 365}

SAID = {
    Kind.ADDRESS: "Nothing is taken from your network address until {until}, because of what came from it: ",
    Kind.NETWORK: "Nothing is taken from your network until {until}, because of what came from it: ",
    Kind.WRITER: "You can’t write here until {until}, because of what you wrote: ",
}


class BlockQuerySet(models.QuerySet):
    def holding(self, now: datetime) -> Self:
        """Those in force, the one that ends last first."""
        in_force = self.filter(lifted_at=None, begins_at__lte=now, until__gt=now)
        return in_force.order_by("-until", "-pk")

    def of_writer(self, writer: Any) -> Self:
        return self.filter(kind=Kind.WRITER, digest=mailboxes.digest(writer.email))

    def of_networks(self) -> Self:
        return self.exclude(kind=Kind.WRITER)


class Block(models.Model):
    """`digest` is all that is kept of whom it is about: of a writer their mailbox's, else a fingerprint.

    The fingerprint's `key` is kept with it, since the week's key may go before the block ends. `prefix` is
    that of a network that a moderator typed.
    """

    kind = models.CharField("what is blocked", max_length=10, choices=Kind)
    key = models.CharField(max_length=64, blank=True)
    prefix = models.PositiveSmallIntegerField(null=True)
    digest = models.CharField(max_length=mailboxes.WIDTH, blank=True)
    comment = models.ForeignKey("comments.Comment", models.PROTECT, null=True, related_name="blocks")
    reason = models.CharField(max_length=20, choices=reasons)
    note = models.CharField(max_length=MOST_NOTE, blank=True, help_text="For the other moderators.")
    begins_at = models.DateTimeField("from")
    until = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    by_name = models.CharField("by", max_length=160)
    lifted_at = models.DateTimeField("lifted", null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = BlockQuerySet.as_manager()

    class Meta:
        ordering = ("-begins_at", "-pk")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("begins_at")), name="block_has_an_end_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="block_kind_is_known"),
        ]
        indexes = [models.Index(fields=["until"], condition=Q(lifted_at=None), name="blocks_in_force")]

    def __str__(self) -> str:
        if self.prefix is not None:
            return f"A network (/{self.prefix})"
        return str(Kind(self.kind).label)

    def print_of(self, address: str) -> str:
        """What `digest` is if this network (as `network_of` gives it) is blocked; "" if it can't be."""
        if self.prefix is not None:
            return fingerprints.take_within(self.key, address, self.prefix)
        prints = fingerprints.take(self.key, address)
        return prints.address if self.kind == Kind.ADDRESS else prints.network

    def holds(self, now: datetime) -> bool:
        return self.lifted_at is None and self.begins_at <= now < self.until
