"""Questions about editions. The rule of visibility is said here, once."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Q, Subquery, When
from django.utils import timezone

from articles.states import CHANGES_THAT_DATE, Change

#: What a teaser shows of an edition; all else stays in the database.
IN_TEASERS = (
    "article_id",
    "language",
    "kicker",
    "headline",
    "standfirst",
    "opening",
    "byline",
    "first_published_at",
    "section__name",
    "section__path",
)
#: What `/corrections/` and its feed show of an edition.
IN_CORRECTIONS = (
    "article_id",
    "article__uid",
    "number",
    "change",
    "note",
    "follows",
    "live_from",
    "language",
)
#: What no list shows.
NOT_IN_LISTS = ("body", "body_html", "byline_html", "topics_html", "earlier_notes", "note")


class EditionQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str, number: int) -> Any:
        return self.get(article__uid=uid, number=number)

    def standing(self, at: datetime) -> Self:
        """What is served at a story's own address at this instant: one edition an article at most.

        Both lower bounds are needed: the first lets lists stop early on their index.
        """
        return self.filter(
            Q(first_published_at__lte=at),
            Q(live_from__lte=at),
            Q(live_until=None) | Q(live_until__gt=at),
        )

    def live(self, at: datetime) -> Self:
        """What readers may see at this instant: what stands, but for notices of what was taken down."""
        return self.standing(at).exclude(change=Change.WITHDRAWAL)

    def effective(self) -> Self:
        """Editions that count: those that were not undone or unscheduled."""
        return self.filter(voided_at=None)

    def pending(self, at: datetime) -> Self:
        """Scheduled editions: struck, but not yet standing at this instant."""
        return self.effective().filter(live_from__gt=at)

    def ran(self, at: datetime) -> Self:
        """What readers have been given by this instant, and have still or no more."""
        return self.effective().filter(live_from__lte=at)

    def were_read(self, at: datetime) -> Self:
        """The words that readers were given by this instant, for however long, and not taken down since."""
        some_time = Q(live_until=None) | Q(live_until__gt=F("live_from"))
        return self.ran(at).filter(some_time, ~self._precedes_notice(at)).exclude(change=Change.WITHDRAWAL)

    def told(self, at: datetime) -> Self:
        """Changes that readers have been told about in a note by this instant.

        Annotated with `compared_with`, the number of the version that each is publicly compared with; None
        before a notice too, since those words were taken down. The note itself stays.
        """
        noted = self.ran(at).filter(change__in=CHANGES_THAT_DATE).exclude(note="")
        return noted.annotate(
            compared_with=Case(When(self._precedes_notice(at), then=None), default=F("follows"))
        )

    def corrections(self, at: datetime) -> Self:
        """The corrections and clarifications among them, of stories that readers may read at this instant.

        Newest first, each with `story_headline`, the line that the story has at that instant, and `path`.
        """
        stories = self.model.objects.live(at).filter(article=OuterRef("article"))
        return (
            self.told(at)
            .with_paths()
            .annotate(story_headline=Subquery(stories.values("headline")[:1]))
            .filter(corrected_at__lte=at, story_headline__isnull=False)
            .select_related("article")
            .only(*IN_CORRECTIONS)
            .order_by("-corrected_at", "-pk")
        )

    def corrected_before(self, at: datetime, pk: int) -> Self:
        """What comes after this key in `corrections()`: the next page, whatever came meanwhile."""
        return self._sought_by(Q(corrected_at__lte=at), Q(corrected_at__lt=at) | Q(pk__lt=pk))

    def at_path(self, path: str) -> Self:
        """The editions of the story found at this path, each with `is_current` and `path` of that address."""
        return self.filter(article__addresses__path=path).annotate(
            is_current=F("article__addresses__is_current"), path=F("article__addresses__path")
        )

    def with_paths(self) -> Self:
        """Annotate each with the story's current `path`, so that lists can link without asking again."""
        return self.annotate(
            current=FilteredRelation("article__addresses", condition=Q(article__addresses__is_current=True)),
            path=F("current__path"),
        )

    def for_lists(self) -> Self:
        """Newest first, with what a teaser needs and no bodies, in one query."""
        return self.with_paths().select_related("section").only(*IN_TEASERS).newest_first()

    def headlines(self) -> Self:
        """Newest first, as dicts of `path` and `headline`: a list of links costs no more."""
        return self.with_paths().newest_first().values("path", "headline")

    def for_its_page(self) -> Self:
        """With what the page of a story names beside its words."""
        return self.select_related("section")

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-article_id")

    def before(self, published_at: datetime, article_id: int) -> Self:
        """What comes after this key in `newest_first()`: the next page, whatever was corrected meanwhile."""
        return self._sought_by(
            Q(first_published_at__lte=published_at),
            Q(first_published_at__lt=published_at) | Q(article_id__lt=article_id),
        )

    def in_section(self, section: Any) -> Self:
        """Of a section; one at the top level speaks for its sub-sections too."""
        return self.filter(section=section) if section.parent_id else self.filter(top_section=section)

    def in_slot(self, slots: Any) -> Self:
        """The story in the first of these slots."""
        return self.filter(article=Subquery(slots.values("article")[:1]))

    def about(self, topic: Any) -> Self:
        through = self.model.topics.through
        # Not EXISTS: for a topic of few stories SQLite would ask it of every edition there is.
        return self.filter(pk__in=through.objects.filter(topic=topic).values("edition"))

    def by(self, contributor: Any) -> Self:
        credits = self.model.credits.rel.related_model
        return self.filter(pk__in=credits.objects.filter(contributor=contributor).values("edition"))

    def published_between(self, first: date, last: date) -> Self:
        """First published on one of these days of the newsroom's calendar, both included."""
        zone = timezone.get_default_timezone()
        # A day more on either side: the day is the truth, and the instants only say where to look.
        return self._sought_by(
            Q(first_published_at__lt=datetime.combine(last, time(), zone) + timedelta(days=2)),
            Q(first_published_at__gte=datetime.combine(first, time(), zone) - timedelta(days=1)),
            Q(published_on__range=(first, last)),
        )

    def _precedes_notice(self, at: datetime) -> Exists:
        """Whether the story was taken down after this version."""
        later = self.model.objects.ran(at).filter(article=OuterRef("article"), number__gt=OuterRef("number"))
        return Exists(later.filter(change=Change.WITHDRAWAL))

    def _sought_by(self, *conditions: Q) -> Self:
        """Filter, with these conditions before those already there.

        Of two upper bounds on a column SQLite seeks by the first, and `standing()` has set one already.
        """
        found = self.filter(*conditions)
        former = len(self.query.where.children)
        children = found.query.where.children
        found.query.where.children = [*children[former:], *children[:former]]
        return found
