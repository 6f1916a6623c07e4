"""The discussion of a story: how it takes comments, and its counters. None at all means the defaults."""

from datetime import datetime

from django.db import models

from comments.querysets import DiscussionQuerySet
from comments.states import TAKES_COMMENTS, VISIBLE_MODES, Mode


class Discussion(models.Model):
    article = models.OneToOneField(
        "articles.Article", models.PROTECT, primary_key=True, related_name="+", verbose_name="story"
    )
    mode = models.CharField(max_length=20, choices=Mode, default=Mode.HOLD_FIRST_TIMERS)
    closes_at = models.DateTimeField(
        "closes", null=True, blank=True, help_text="From then on it is closed, and what was said stays."
    )
    shown_count = models.PositiveIntegerField("comments shown", default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    last_root = models.PositiveIntegerField(default=0, editable=False)

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(mode__in=Mode.values), name="mode_is_known")]

    def __str__(self) -> str:
        return f"Comments on “{self.article}”"

    def natural_key(self) -> tuple[str]:
        return (str(self.article.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]

    @property
    def is_visible(self) -> bool:
        return self.mode in VISIBLE_MODES

    def takes_comments_at(self, at: datetime) -> bool:
        return self.mode in TAKES_COMMENTS and (self.closes_at is None or at < self.closes_at)

    @property
    def heading(self) -> str:
        """“2 comments”, as a reader would say it."""
        if not self.is_visible:
            return "Comments"
        if not self.shown_count:
            return "No comments yet"
        return "1 comment" if self.shown_count == 1 else f"{self.shown_count:,} comments"
