"""Questions about many rows, named so that they read aloud. The rule of visibility is said here, once."""

from datetime import date, datetime, time, timedelta
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.utils import timezone

from articles.sight import ROWS, Sight
from articles.states import Change

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

    def _sought_by(self, *conditions: Q) -> Self:
        """Filter, with these conditions before those already there.

        Of two upper bounds on a column SQLite seeks by the first, and `standing()` has set one already.
        """
        found = self.filter(*conditions)
        former = len(self.query.where.children)
        children = found.query.where.children
        found.query.where.children = [*children[former:], *children[:former]]
        return found


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=UUID(uid))

    def with_publication(self, at: datetime) -> Self:
        """Annotate what the desk sees at a glance, each None where there is none:

        `standing_change`, `standing_version`, `standing_number` of the edition that stands,
        `pending_at`, `pending_version` of the one that is scheduled, `latest_version` of the newest that
        counts, and `public_path`.
        """
        of_article = self.model.editions.rel.related_model.objects.filter(article=OuterRef("pk"))
        addresses = self.model.addresses.rel.related_model.objects.filter(article=OuterRef("pk"))
        standing = of_article.standing(at)
        pending = of_article.pending(at)
        return self.annotate(
            standing_change=Subquery(standing.values("change")[:1]),
            standing_version=Subquery(standing.values("struck_version")[:1]),
            standing_number=Subquery(standing.values("number")[:1]),
            pending_at=Subquery(pending.values("live_from")[:1]),
            pending_version=Subquery(pending.values("struck_version")[:1]),
            latest_version=Subquery(of_article.effective().order_by("-number").values("struck_version")[:1]),
            public_path=Subquery(addresses.filter(is_current=True).values("path")[:1]),
        )

    def with_last_hand(self) -> Self:
        """Annotate `saved_by`: the printed name of whoever saved last; None if only its writer ever did."""
        entries = self.model.desk_entries.rel.related_model.objects
        saves = entries.filter(article=OuterRef("pk"), verb="save").order_by("-at", "-pk")
        return self.annotate(saved_by=Subquery(saves.values("actor_name")[:1]))

    def seen_as(self, sight: str) -> Self:
        """Those that readers see in this way (`Sight`); needs `with_publication`."""
        return self.filter(ROWS[Sight(sight)])

    def of(self, person: Any) -> Self:
        """A person's own: what they began or were assigned."""
        return self.filter(Q(created_by=person) | Q(assignee=person))

    def live(self, at: datetime) -> Self:
        """Those that readers may read at this instant."""
        editions = self.model.editions.rel.related_model.objects
        return self.filter(Exists(editions.live(at).filter(article=OuterRef("pk"))))

    def ever_published(self) -> Self:
        """Those with an edition that counts, scheduled ones too."""
        return self.filter(self._has_run())

    def never_published(self) -> Self:
        return self.filter(~self._has_run())

    def _has_run(self) -> Exists:
        editions = self.model.editions.rel.related_model.objects
        return Exists(editions.effective().filter(article=OuterRef("pk")))


class SlotQuerySet(models.QuerySet):
    def filled(self, at: datetime) -> Self:
        """The slots that hold at this instant, the one that began last first."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at).order_by(
            "-starts_at", "-pk"
        )


class SectionQuerySet(models.QuerySet):
    def get_by_natural_key(self, path: str) -> Any:
        return self.get(path=path)


class SlugQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class AddressQuerySet(models.QuerySet):
    def get_by_natural_key(self, path: str) -> Any:
        return self.get(path=path)
