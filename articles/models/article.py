"""The working copy: what the desk works on, and no reader sees."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from articles.models.story import Story
from articles.querysets import ArticleQuerySet
from articles.states import State


class Article(Story):
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)
    slug = models.SlugField(
        "address",
        max_length=120,
        blank=True,
        help_text="The last part of the web address. Once published, only “Change address” changes it.",
    )
    slugline = models.CharField(
        max_length=60,
        blank=True,
        help_text="The desk's working name for the story, for example “libya-convoys”.",
    )
    ednote = models.TextField("note to editors", max_length=2000, blank=True, help_text="Never public.")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    due_at = models.DateTimeField("due", null=True, blank=True)
    embargo_lifts_at = models.DateTimeField("embargo", null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    #: The last version with new words: those after it have other notes for the desk, and no more.
    worded_version = models.PositiveIntegerField(default=1, editable=False)
    translation_group = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField("last saved", auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-saved_at", "-pk")
        get_latest_by = "saved_at"
        verbose_name = "story"
        verbose_name_plural = "stories"
        permissions = [
            ("change_any_article", "Can edit any article, in any state"),
            ("file_article", "Can file own articles to the desk"),
            ("desk_article", "Can send back, mark ready and spike articles"),
            ("publish_article", "Can publish, schedule and embargo articles"),
            ("withdraw_article", "Can take down published articles"),
            ("override_stop", "Can override what stops publication, with a reason"),
            ("expunge_article", "Can blank words everywhere, for good"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="article_state_is_known")
        ]
        indexes = [
            # The desk's list: without the first, its page of 50 would ask after every story there is.
            models.Index(fields=["-saved_at", "-id"], name="article_saved_last"),
            models.Index(fields=["state", "-saved_at"], name="article_by_state"),
        ]

    def __str__(self) -> str:
        return self.headline or self.slugline or "Untitled story"

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    def get_preview_url(self) -> str:
        return reverse("articles:preview", args=[self.uid])
