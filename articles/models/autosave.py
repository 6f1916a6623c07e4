"""What somebody has typed in an opened form and not saved yet; and thereby, who has a story open."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from articles.querysets import AutosaveQuerySet

#: Whose form has not been heard of for longer than this is not at it any more.
PRESENCE = timedelta(minutes=10)


class Autosave(models.Model):
    """One a sitting: an opened form, which its browser names by a UUID.

    `fields` is empty until something is typed, and has the shape of a `Revision`'s; what was typed so that
    it can't be read (half a date) is in it as a string. A deliberate save from the same sitting removes the
    row. `left_at` says that it is done with: its writer did not want it, or it was joined with what somebody
    else saved, and is kept as it was typed; `closed_at` that the form was closed.
    """

    sitting = models.UUIDField(unique=True)
    article = models.ForeignKey(
        "articles.Article",
        models.PROTECT,
        null=True,
        related_name="autosaves",
        verbose_name="story",
        help_text="None for a story that was never saved.",
    )
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    base_version = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=dict, blank=True)
    #: How often the form had been changed by then, as its browser counts: what comes late is known by it.
    edits = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        ordering = ("-seen_at", "-pk")
        indexes = [
            models.Index(fields=["article", "-seen_at"], name="autosave_of_article"),
            models.Index(fields=["writer", "-seen_at"], name="autosave_of_writer"),
        ]

    def __str__(self) -> str:
        return f"Unsaved words of {self.writer}"

    def natural_key(self) -> tuple[str]:
        return (str(self.sitting),)

    def is_present_at(self, at: datetime) -> bool:
        """Whether the form was open at this instant or shortly before."""
        return self.closed_at is None and at - self.seen_at <= PRESENCE

    @property
    def is_unsaved(self) -> bool:
        """Whether it holds words that nobody saved and whose writer has not turned them down."""
        return self.typed_at is not None and self.left_at is None
