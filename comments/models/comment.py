"""Comments: what was said, by whom, in answer to what, and whether readers may see it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, When
from django.utils.safestring import SafeString

from articles.body import HTMLField
from comments import covering, paths, rendering
from comments.querysets import CommentQuerySet
from comments.screening.copies import WIDTH
from comments.states import INSTEAD, OUT_OF_SIGHT, TOLD, TOLD_WHY, Reason, Status, reasons


class Comment(models.Model):
    """`parent` is the truth of the thread; `root` (None for one on the story itself), `path` and `depth`
    are derived and can be rebuilt.

    `number` is public, given when the comment is first shown, and never used again. `shown_replies`
    counts what is shown below it, so that a comment that is not shown knows whether to leave its place.
    `recommended` counts people; it stays when the rows that say who they were are forgotten.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies", db_index=False)
    root = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    path = paths.PathField()
    depth = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveIntegerField(null=True)
    last_reply = models.PositiveIntegerField(default=0)
    shown_replies = models.PositiveIntegerField(default=0)
    recommended = models.PositiveIntegerField("recommendations", default=0)
    picked_at = models.DateTimeField("editors' pick since", null=True)
    #: What its open flags weigh together, in hundredths: see `moderation.settling`.
    reports = models.PositiveIntegerField(default=0)

    name = models.CharField(max_length=80)
    #: In lower case, and only until it is proved: then `writer` has it.
    email = models.EmailField("e-mail", max_length=254, blank=True)
    website = models.URLField(max_length=200, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    writer = models.ForeignKey("comments.Writer", models.PROTECT, null=True, related_name="comments")
    text = models.TextField(max_length=8000)
    #: The same for all texts with the same letters; "" for short ones. See `screening/copies.py`.
    fingerprint = models.CharField(max_length=WIDTH, blank=True, editable=False)

    #: What moderators took out of the text: a list of {"passage", "reason"}; and when last.
    blanked = models.JSONField(default=list, blank=True)
    blanked_at = models.DateTimeField(null=True)

    text_html = HTMLField(blank=True, markup="reader")
    heading_html = HTMLField(blank=True, markup="line")
    time_html = HTMLField(blank=True, markup="line")
    rendered_by = models.PositiveSmallIntegerField(default=0)

    status = models.CharField(max_length=10, choices=Status, default=Status.HELD)
    why = models.CharField(max_length=20, choices=reasons)
    #: What screening made of it: the higher, the sooner a moderator should see it.
    risk = models.PositiveSmallIntegerField(default=0, editable=False)
    posted_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
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
        permissions = [
            ("moderate_comment", "Can decide on comments"),
            ("pick_comment", "Can make comments editors' picks"),
        ]
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
            models.Index(
                fields=["article", "recommended", "path"],
                condition=Q(is_placed=True, parent__isnull=True),
                name="roots_by_recommendations",
            ),
            models.Index(
                fields=["article", "path"], condition=Q(picked_at__isnull=False), name="picks_in_a_discussion"
            ),
            models.Index(fields=["status", "-posted_at"], name="comments_by_status"),
            models.Index(
                fields=["blanked_at"], condition=Q(blanked_at__isnull=False), name="comments_with_parts_out"
            ),
            models.Index(fields=["email"], name="comments_by_address"),
            models.Index(fields=["writer", "-posted_at"], name="comments_of_a_writer"),
            models.Index(fields=["status", "-risk", "-posted_at"], name="comments_by_risk"),
            models.Index(fields=["fingerprint", "posted_at"], name="comments_by_letters"),
            # Without the comments on stories themselves: with them, SQLite once it has counted its rows
            # (ANALYZE) finds the roots of a story among those of all, in 200 ms among a million comments.
            models.Index(fields=["parent"], condition=Q(parent__isnull=False), name="replies_to_a_comment"),
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
    def is_put_away(self) -> bool:
        """Whether screening alone took it for spam: no moderator has seen it yet."""
        return self.status == Status.SPAM and self.why == Reason.SCREENED

    @property
    def is_staff(self) -> bool:
        return self.account_id is not None

    @property
    def is_picked(self) -> bool:
        return self.picked_at is not None

    @property
    def html(self) -> SafeString:
        """The text as readers get it; made in memory where the stored rendering is missing or old."""
        return self.text_html if self.is_rendered else rendering.text(self.text, self.blanked)

    @property
    def said(self) -> str:
        """The text as words alone, as readers may have it."""
        return covering.plain(self.text, self.blanked)

    @property
    def kept_text(self) -> str:
        """The text as moderators have it: with what was taken out, as long as that is kept."""
        return covering.plain(self.text)

    @property
    def heading(self) -> SafeString:
        return (
            self.heading_html
            if self.is_rendered
            else rendering.heading(self.name, self.website, self.is_staff)
        )

    @property
    def time(self) -> SafeString:
        return self.time_html if self.is_rendered else rendering.when(self.posted_at, self.edited_at)

    @property
    def is_rendered(self) -> bool:
        return self.rendered_by == rendering.RENDERER

    @property
    def is_out_of_sight(self) -> bool:
        """Whether it is shown, but in a hidden branch, as far as that was asked about (`with_sight`)."""
        return self.is_shown and not getattr(self, "is_in_sight", True)

    @property
    def said_to_writer(self) -> str:
        """What its writer is told of what became of it, and why."""
        if self.is_out_of_sight:
            return OUT_OF_SIGHT
        told = TOLD[Status(self.status)].format(number=self.number)
        return f"{told} {self.get_why_display()}." if self.status in TOLD_WHY else told

    @property
    def said_of_parts(self) -> str:
        """What its writer is told of parts that were taken out of it; "" if there are none."""
        why = {Reason(each["reason"]).label: None for each in self.blanked}
        return f"A part of it was removed by the moderators: {'; '.join(why)}." if why else ""

    @property
    def instead(self) -> str:
        """What readers are told in the place of a comment that is not shown."""
        return INSTEAD.get(Status(self.status), "")
