"""Comments: what was said, by whom, in answer to what, and whether readers may see it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, When
from django.utils.safestring import SafeString

from articles import body, instants
from articles.body import HTMLField
from comments import paths, rendering
from comments.querysets import CommentQuerySet
from comments.states import INSTEAD, Reason, Status


class Comment(models.Model):
    """`parent` is the truth of the thread; `root` (None for one on the story itself), `path` and `depth`
    are derived and can be rebuilt.

    `number` is public, given when the comment is first shown, and never used again. `shown_replies`
    counts what is shown below it, so that a comment that is not shown knows whether to leave its place.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    root = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    path = paths.PathField()
    depth = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveIntegerField(null=True)
    last_reply = models.PositiveIntegerField(default=0)
    shown_replies = models.PositiveIntegerField(default=0)

    name = models.CharField(max_length=80)
    email = models.EmailField("e-mail", max_length=254, blank=True)
    website = models.URLField(max_length=200, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    writer = models.ForeignKey("comments.Writer", models.PROTECT, null=True, related_name="comments")
    text = models.TextField(max_length=8000)

    text_html = HTMLField(blank=True, markup="reader")
    heading_html = HTMLField(blank=True, markup="line")
    time_html = HTMLField(blank=True, markup="line")
    rendered_by = models.PositiveSmallIntegerField(default=0)

    status = models.CharField(max_length=10, choices=Status, default=Status.HELD)
    why = models.CharField(max_length=20, choices=Reason)
    posted_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    #: Whether it has a place on the page. Kept by the database, so that an index holds these alone
    #: and a flood of held comments costs readers nothing.
    is_placed = models.GeneratedField(
        expression=Case(When(Q(status=Status.SHOWN) | Q(shown_replies__gt=0), then=True), default=False),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ("article_id", "path")
        permissions = [("moderate_comment", "Can decide on comments")]
        constraints = [
            models.UniqueConstraint(fields=["article", "path"], name="comment_has_a_place_of_its_own"),
            models.UniqueConstraint(fields=["article", "number"], name="comment_has_a_number_of_its_own"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="comment_status_is_known"),
            models.CheckConstraint(
                condition=~Q(status=Status.SHOWN) | Q(number__isnull=False, shown_at__isnull=False),
                name="shown_comment_has_a_number",
            ),
        ]
        indexes = [
            # In this order: of two that serve, SQLite takes the one that was made last.
            models.Index(
                fields=["article", "path"], condition=Q(is_placed=True), name="places_in_a_discussion"
            ),
            models.Index(
                fields=["article", "path"],
                condition=Q(is_placed=True, parent__isnull=True),
                name="roots_of_a_discussion",
            ),
            models.Index(fields=["status", "-posted_at"], name="comments_by_status"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}" if self.number else f"{self.name} ({self.get_status_display()})"

    def natural_key(self) -> tuple[str]:
        return (str(self.uid),)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]

    @property
    def is_shown(self) -> bool:
        return self.status == Status.SHOWN

    @property
    def is_waiting(self) -> bool:
        return self.status == Status.HELD

    @property
    def is_staff(self) -> bool:
        return self.account_id is not None

    @property
    def html(self) -> SafeString:
        """The text as readers get it; made in memory where the stored rendering is missing or old."""
        return self.text_html if self.is_rendered else body.render_reader_text(self.text)

    @property
    def heading(self) -> SafeString:
        return (
            self.heading_html
            if self.is_rendered
            else rendering.heading(self.name, self.website, self.is_staff)
        )

    @property
    def time(self) -> SafeString:
        return self.time_html if self.is_rendered else instants.time_tag(self.posted_at)

    @property
    def is_rendered(self) -> bool:
        return self.rendered_by == rendering.RENDERER

    @property
    def instead(self) -> str:
        """What readers are told in the place of a comment that is not shown."""
        return INSTEAD.get(Status(self.status), "")
