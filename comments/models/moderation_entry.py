"""The log of decisions: who decided what about a comment, when, and for which reason."""

from django.conf import settings
from django.db import models

from comments.states import Status, label_of, reasons


class ModerationEntry(models.Model):
    """`position` counts through the whole log, and `chain` seals the entry: see `chains`.

    What came last, `position` alone says: a clock may go back.
    """

    position = models.PositiveBigIntegerField("No.", unique=True)
    chain = models.CharField(max_length=64)
    #: None where a network was blocked that somebody typed.
    comment = models.ForeignKey(
        "comments.Comment", models.PROTECT, null=True, related_name="moderation_entries"
    )
    verb = models.CharField(max_length=20)
    from_status = models.CharField(max_length=10, blank=True)
    to_status = models.CharField(max_length=10, blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=160, help_text="As it was printed then.")
    reason = models.CharField(max_length=20, choices=reasons)
    note = models.CharField(max_length=500, blank=True, help_text="For the other moderators.")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-position",)
        verbose_name = "decision"
        verbose_name_plural = "log of decisions"
        indexes = [models.Index(fields=["comment", "-position"], name="decisions_on_comment")]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.move} ({self.get_reason_display()})"

    @property
    def move(self) -> str:
        """What was done, as the button says it."""
        return label_of(self.verb)

    @property
    def statuses(self) -> str:
        """From where to where, as moderators read it: “Waiting → Shown”."""
        passed = dict.fromkeys(filter(None, (self.from_status, self.to_status)))
        return " → ".join(Status(status).label for status in passed)


class ModerationSignals(models.Model):
    """What screening saw when an entry was made. Apart from it, so that it can be erased alone."""

    entry = models.OneToOneField(ModerationEntry, models.CASCADE, primary_key=True, related_name="signals")
    #: A list of `Signal.kept`.
    seen = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"Signals of decision {self.pk}"
