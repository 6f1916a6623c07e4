"""Appeals: a writer's objection to a decision on their comment, which somebody else decides."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef

from comments.models.decided import Decided
from comments.models.moderation_entry import ModerationEntry
from comments.states import APPEALABLE, Decision

MOST_TEXT = 2_000


class AppealQuerySet(models.QuerySet):
    def open(self) -> Self:
        """What waits for a moderator, the longest wait first; not where the decision was taken back, or the
        comment deleted, meanwhile."""
        anew = _brought_away().filter(position__gt=OuterRef("entry__position")).exclude(verb="undo")
        waiting = self.filter(~Exists(anew), decision=Decision.OPEN, comment__status__in=APPEALABLE)
        return waiting.order_by("made_at", "pk")

    def with_own(self, by: Any) -> Self:
        """Annotate each with `is_own`: whether this moderator took the decision, or brought it back."""
        own = _brought_away().filter(position__gte=OuterRef("entry__position"), actor=by)
        return self.annotate(is_own=Exists(own))


def _brought_away() -> models.QuerySet:
    """The decisions that took the comment of an appeal away; to be narrowed down."""
    entries = ModerationEntry.objects.filter(comment=OuterRef("comment"), to_status__in=APPEALABLE)
    return entries.exclude(from_status=F("to_status"))


class Appeal(Decided):
    """`entry` is the decision that it is against: one appeal each."""

    entry = models.OneToOneField("comments.ModerationEntry", models.PROTECT, related_name="appeal")
    comment = models.ForeignKey("comments.Comment", models.PROTECT, related_name="appeals")
    text = models.TextField("what the writer says", max_length=MOST_TEXT, blank=True)
    made_at = models.DateTimeField("made")

    objects = AppealQuerySet.as_manager()

    class Meta(Decided.Meta):
        abstract = False
        ordering = ("-made_at", "-pk")
        indexes = [models.Index(fields=["decision", "made_at"], name="appeals_by_decision")]

    def __str__(self) -> str:
        return f"Appeal {self.pk}"
