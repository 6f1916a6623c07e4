"""The discussion of a story: what was said of it alone, and its counters. None at all means the defaults."""

from django.db import models

from comments.models.ruling import Ruling
from comments.querysets import DiscussionQuerySet
from comments.states import Mode


class Discussion(Ruling):
    article = models.OneToOneField(
        "articles.Article", models.PROTECT, primary_key=True, related_name="+", verbose_name="story"
    )
    closes_at = models.DateTimeField(
        "closes", null=True, blank=True, help_text="From then on it is closed, and what was said stays."
    )
    shown_count = models.PositiveIntegerField("comments shown", default=0, editable=False)
    #: Editors' picks that are shown, so that a page knows whether to offer them.
    picked_count = models.PositiveIntegerField(default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    last_root = models.PositiveIntegerField(default=0, editable=False)

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(mode__in=["", *Mode.values]), name="mode_is_known")
        ]

    def __str__(self) -> str:
        return f"Comments on “{self.article}”"

    def natural_key(self) -> tuple[str]:
        return (str(self.article.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]
