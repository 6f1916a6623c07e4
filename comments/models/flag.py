"""Flags: what readers report about a comment, and what came of it."""

from typing import Self

from django.db import models

from comments.states import Complaint, Outcome

MOST_NOTE = 500


class FlagQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(outcome=Outcome.OPEN)

    def of(self, persons: list[str]) -> Self:
        """Those of one person, who may have counted under several keys."""
        return self.filter(person__in=persons)


class Flag(models.Model):
    """One person's report of one comment.

    `person` is the key by which they count once (see `tracing.persons`). `source` is the fingerprint of the
    wider network that it came from: of those from one source only the heaviest counts. Both name nobody
    once the key of the fingerprint is gone.
    """

    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="flags")
    person = models.CharField(max_length=64)
    source = models.CharField(max_length=64)
    reason = models.CharField(max_length=20, choices=Complaint)
    note = models.CharField(max_length=MOST_NOTE, blank=True)
    weight = models.PositiveSmallIntegerField(help_text="In hundredths, by how often this person was right.")
    at = models.DateTimeField("reported", db_index=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    settled_by = models.ForeignKey(
        "comments.ModerationEntry", models.PROTECT, null=True, related_name="settled_flags"
    )

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = "report by a reader"
        verbose_name_plural = "reports by readers"
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="one_flag_a_person_and_comment"),
            models.CheckConstraint(
                condition=models.Q(outcome__in=Outcome.values), name="flag_outcome_is_known"
            ),
        ]
        indexes = [models.Index(fields=["person", "outcome"], name="record_of_a_person")]

    def __str__(self) -> str:
        return f"{self.get_reason_display()} ({self.get_outcome_display()})"
