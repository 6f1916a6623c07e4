"""Editions: what readers got, and when. Struck by the desk; the words of one never change."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.safestring import SafeString

from articles import body
from articles.models.story import Story, is_right_to_left
from articles.querysets import EditionQuerySet
from articles.states import CHANGES_THAT_DATE, CHANGES_WITH_NOTE, Change


class Edition(Story):
    """A numbered copy of a story and the span of time for which readers are served it.

    It stands from `live_from` until `live_until` (None: until further notice). `expires_at` is the end
    that was wished for; `live_until` is the end that holds, since the next edition may come first.
    A voided edition has an empty span and was never, or is as if never, public.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="editions", verbose_name="story"
    )
    number = models.PositiveIntegerField()
    change = models.CharField(max_length=20, choices=Change)
    note = models.TextField(blank=True, max_length=1000, help_text="Shown to readers.")
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    struck_at = models.DateTimeField()
    struck_version = models.PositiveIntegerField()
    #: The number of the version that “what changed” compares this one with; none for a first one, for a
    #: notice, and for what came after a notice.
    follows = models.PositiveIntegerField(null=True)

    first_published_at = models.DateTimeField()
    published_on = models.DateField()
    live_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    live_until = models.DateTimeField(null=True)
    voided_at = models.DateTimeField(null=True)
    #: `live_from` of corrections and clarifications that count, else null: an index over these alone.
    corrected_at = models.GeneratedField(
        expression=Case(When(change__in=sorted(CHANGES_WITH_NOTE), voided_at=None, then=F("live_from"))),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )

    updated_at = models.DateTimeField()
    top_section = models.ForeignKey("articles.Section", models.PROTECT, null=True, related_name="+")
    byline = models.TextField(blank=True)
    byline_html = body.HTMLField(blank=True, markup="line")
    topics_html = body.HTMLField(blank=True, markup="line")
    body_html = body.HTMLField(blank=True)
    opening = models.CharField(max_length=400, blank=True)
    rendered_by = models.PositiveSmallIntegerField(default=0)
    earlier_notes = models.JSONField(default=list, blank=True)

    #: Only on those found by `told()`.
    compared_with: int | None

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("article_id", "number")
        get_latest_by = "number"
        verbose_name = "published version"
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="edition_numbers_are_unique"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(live_until=None), name="one_endless_edition_an_article"
            ),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gte=F("live_from")),
                name="edition_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(expires_at=None) | Q(expires_at__gt=F("live_from")),
                name="edition_expires_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(first_published_at__lte=F("live_from")), name="edition_follows_first_publication"
            ),
            models.CheckConstraint(
                # Without the first half, an endless one would pass: NULL = anything is not false.
                condition=Q(voided_at=None) | Q(live_until__isnull=False, live_until=F("live_from")),
                name="voided_edition_has_an_empty_span",
            ),
            models.CheckConstraint(
                condition=Q(change=Change.WITHDRAWAL)
                | (Q(section__isnull=False, top_section__isnull=False) & ~Q(headline="")),
                name="edition_has_headline_and_section",
            ),
            models.CheckConstraint(
                condition=~Q(change=Change.WITHDRAWAL) | Q(body="", standfirst="", section=None),
                name="withdrawal_holds_only_its_notice",
            ),
        ]
        indexes = [
            models.Index(fields=["-first_published_at", "-article"], name="edition_newest"),
            models.Index(
                fields=["section", "-first_published_at", "-article"], name="edition_newest_of_section"
            ),
            models.Index(
                fields=["top_section", "-first_published_at", "-article"], name="edition_newest_of_top"
            ),
            models.Index(fields=["published_on"], name="edition_by_day"),
            models.Index(fields=["live_from"], name="edition_by_beginning"),
            models.Index(fields=["article", "-live_from"], name="edition_of_article"),
            models.Index(fields=["-corrected_at", "-id"], name="edition_newest_correction"),
        ]

    def __str__(self) -> str:
        return f"{self.headline or 'Taken down'} (published version {self.number})"

    def get_absolute_url(self) -> str:
        """The story's current address; asks the database unless the query was `with_paths()`."""
        path: Any = getattr(self, "path", None)
        return path or self.article.addresses.get(is_current=True).path

    @property
    def changes_path(self) -> str:
        """Where readers compare this version with the one before it; "" where there is nothing to compare.

        For versions found by `told()`.
        """
        return f"{self.get_absolute_url()}changes/{self.number}/" if self.compared_with else ""

    def natural_key(self) -> tuple[str, int]:
        return (str(self.article.uid), self.number)

    natural_key.dependencies = ["articles.article"]  # type: ignore[attr-defined]

    def stands_at(self, at: datetime) -> bool:
        """The rule of `Edition.objects.standing(at)`, for one edition in hand."""
        return self.live_from <= at and (self.live_until is None or at < self.live_until)

    def is_live_at(self, at: datetime) -> bool:
        """The rule of `Edition.objects.live(at)`, for one edition in hand."""
        return self.stands_at(at) and not self.is_withdrawal

    @property
    def is_withdrawal(self) -> bool:
        return self.change == Change.WITHDRAWAL

    @property
    def is_updated(self) -> bool:
        """Whether there is an update to date: minor changes move nothing."""
        return self.updated_at > self.first_published_at

    @property
    def summary(self) -> str:
        """What a list or a search engine says of the story: its standfirst, or else its first words."""
        return self.standfirst or self.opening

    @property
    def has_more_to_say(self) -> bool:
        """Whether the first words add something to the summary."""
        return bool(self.standfirst and self.opening)

    @property
    def description_for_search(self) -> str:
        return self.search_description or self.summary

    @property
    def description_for_sharing(self) -> str:
        return self.social_description or self.summary

    @property
    def direction(self) -> str:
        return "rtl" if is_right_to_left(self.language) else "ltr"

    @property
    def html(self) -> SafeString:
        """The body as readers get it; made in memory where the stored rendering is missing or old."""
        html = self.body_html if self.rendered_by == body.RENDERER else body.render(self.body)
        return body.for_page(html)

    @property
    def notes_so_far(self) -> list[dict[str, Any]]:
        """Corrections, clarifications and noted updates of this story, oldest first, as kept in JSON.

        Each is a dict of `change`, `note`, `at` (ISO 8601) and `number`, that of the version, or None where
        “what changed” has nothing to compare.
        """
        if not self.note or self.change not in CHANGES_THAT_DATE:
            return self.earlier_notes
        own = {
            "change": str(self.change),
            "note": self.note,
            "at": self.live_from.isoformat(),
            "number": self.number if self.follows else None,
        }
        return [*self.earlier_notes, own]

    @property
    def public_notes(self) -> list[dict[str, Any]]:
        """The same for a page: each a dict of `label`, `note`, `at` (aware) and `number` (or None)."""
        return [
            {
                "label": Change(note["change"]).label,
                "note": note["note"],
                "at": datetime.fromisoformat(note["at"]),
                "number": note.get("number"),
            }
            for note in self.notes_so_far
        ]
