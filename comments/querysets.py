"""Questions about many comments, named so that they read aloud. What readers may see is said here, once."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Case, F, Lookup, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat

from articles.models import Address, Edition
from comments.paths import LAST, WIDTH, ancestors
from comments.screening.verdict import THREAT
from comments.sorts import After, Sort
from comments.states import Decision, Status


class InSight(Lookup):
    """A condition: at the head of no hidden branch, nor below one.

    One look into a small table for each row. A head above a comment stands in the same branch of the story,
    between that branch's root and the comment, so no more of them are looked at, however many there are.
    """

    prepare_rhs = False

    def __init__(self) -> None:
        super().__init__(F("path"), None)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        path, _ = self.process_lhs(compiler, connection)
        return _in_sight(path), []


def _in_sight(path: str) -> str:
    """The condition in SQL, on a table whose column of paths is `path`."""
    table = path.rpartition(".")[0]
    return (
        'NOT EXISTS (SELECT 1 FROM "comments_hiddenbranch" AS hidden '  # noqa: S608 (names of ours alone)
        f"WHERE hidden.article_id = {table}.article_id "
        f"AND hidden.path BETWEEN substr({path}, 1, {WIDTH}) AND {path} "
        f"AND {path} < hidden.path || '{LAST}')"
    )


class InBranches(Lookup):
    """A condition: placed, in sight and in one of these branches of an article (each a path and its end).

    Each branch names the article itself and nothing stands outside of them: only so does SQLite look up
    each by its index (1 ms for 20 branches among 100,000 comments, else 165). Written out here, since
    twenty Q objects take longer to put together than the database takes to answer. It is a `Lookup`, so
    that no version of Django compares it with True, which would cost the index as well.
    """

    prepare_rhs = False

    def __init__(self, article_id: int, ends: dict[str, str | None]) -> None:
        values = [(article_id, path, end or path + LAST) for path, end in ends.items()]
        super().__init__(F("path"), values)

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        path, _ = self.process_lhs(compiler, connection)
        table = path.rpartition(".")[0]
        article, is_placed = (f"{table}.{connection.ops.quote_name(n)}" for n in ("article_id", "is_placed"))
        if connection.vendor == "sqlite":
            # The partial index serves only a query that repeats its condition to the letter, and Django
            # wrote that as the one or, from 6.1 on, as the other.
            is_placed = f"{is_placed} AND {is_placed} = 1"
        branch = f"({article} = %s AND {is_placed} AND {path} > %s AND {path} <= %s AND {_in_sight(path)})"
        return f"({' OR '.join([branch] * len(self.rhs))})", [value for each in self.rhs for value in each]


class ComesAfter(Lookup):
    """A condition: recommended less than `count` times, or as often and placed before the `last` path.

    The two are compared as one row value, which is how both databases go straight to the place in their
    index: with an OR they would read all that was recommended as often, which is most of a discussion.
    """

    def __init__(self, count: int, last: Subquery) -> None:
        self.count = count
        super().__init__(F("path"), last)

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        path, _ = self.process_lhs(compiler, connection)
        last, values = self.process_rhs(compiler, connection)
        if connection.vendor == "sqlite":
            # Of a value that has a type of its own SQLite would compare the first column alone by the index.
            last = f"+{last}"
        recommended = f"{path.rpartition('.')[0]}.{connection.ops.quote_name('recommended')}"
        return f"({recommended}, {path}) < (%s, {last})", [self.count, *values]


class CommentQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=UUID(uid))

    def shown(self) -> Self:
        """What readers may read."""
        return self.filter(InSight(), status=Status.SHOWN)

    def placed(self) -> Self:
        """What has a place on the page: what is shown, and the empty places of what has shown replies. Of
        a hidden branch nothing has."""
        return self.filter(InSight(), is_placed=True)

    def waiting(self) -> Self:
        """What waits for a moderator, the longest wait first."""
        return self.filter(status=Status.HELD).order_by("posted_at", "pk")

    def unproved(self, email: str) -> Self:
        """What came under an address of which nobody has shown yet that it is theirs."""
        return self.filter(email=email, writer=None)

    def of_writer_or_address(self, writer: Any) -> Self:
        """What is a writer's, and what came under their address and may be."""
        return self.filter(Q(writer=writer) | Q(email=writer.email, writer=None))

    def queued(self) -> Self:
        """What a moderator has to decide on: what waits, was reported, or has a notice that is open.

        `is_urgent` is said of each: it may threaten somebody, or somebody says that it is illegal.
        """
        notices = self.model._meta.get_field("notices").related_model.objects
        noticed = Q(pk__in=notices.filter(decision=Decision.OPEN).values("comment"))
        return self.filter(Q(status=Status.HELD) | Q(status=Status.SHOWN, reports__gt=0) | noticed).annotate(
            is_urgent=Case(When(noticed | Q(risk__gte=THREAT), then=True), default=False)
        )

    def newest_first(self) -> Self:
        """Of what is queued; what is urgent comes above all."""
        return self.order_by("-is_urgent", "-posted_at", "-pk")

    def riskiest_first(self) -> Self:
        """Of what is queued: by what screening and readers made of it; of the same risk the newest."""
        return self.order_by("-is_urgent", -(F("risk") * 10 + F("reports")), "-posted_at", "-pk")

    def on(self, article_id: int) -> Self:
        return self.filter(article_id=article_id)

    def with_sight(self) -> Self:
        """Annotate each with `is_in_sight`: whether it is in no hidden branch."""
        return self.annotate(is_in_sight=InSight())

    def with_story(self, now: datetime) -> Self:
        """Annotate each with its story as read now: `story_path`, and `story_headline` (None: not live)."""
        article = OuterRef("article")
        live = Edition.objects.live(now).filter(article=article)
        current = Address.objects.filter(article=article, is_current=True)
        return self.annotate(
            story_path=Subquery(current.values("path")[:1]),
            story_headline=Subquery(live.values("headline")[:1]),
        )

    def roots(self) -> Self:
        """Comments on the story itself, in the order in which they came."""
        return self.filter(parent=None).order_by("path")

    def below(self, path: str) -> Self:
        """The replies under a comment and theirs, in the order in which the branch reads."""
        return self.filter(path__gt=path, path__lt=path + LAST).order_by("path")

    def after_number(self, article_id: int, number: int | None) -> Self:
        """What comes after the comment with this public number, which is how pages point at the next."""
        return self if number is None else self.filter(path__gt=self._path_of(article_id, number))

    def sorted_roots(self, article_id: int, sort: Sort, after: After | None) -> Self:
        """Comments on the story itself in the order of a sort, from after the comment that a cursor names.

        Of those that were recommended as often, the newest comes first.
        """
        if sort == Sort.NEWEST:
            newest = self.roots().reverse()
            return newest.filter(path__lt=self._path_of(article_id, after.number)) if after else newest
        if sort == Sort.RECOMMENDED:
            most = self.filter(parent=None).order_by("-recommended", "-path")
            if after is None or after.recommended is None:
                return most
            return most.filter(ComesAfter(after.recommended, self._path_of(article_id, after.number)))
        return self.roots().after_number(article_id, after and after.number)

    def picked(self) -> Self:
        """Editors' picks that readers may read, in the order in which the discussion reads."""
        return self.shown().filter(picked_at__isnull=False).order_by("path")

    def _path_of(self, article_id: int, number: int) -> Subquery:
        found = self.model.objects.filter(article_id=article_id, number=number)
        return Subquery(found.order_by().values("path"))

    def with_path_of_reply(self, count: int) -> Self:
        """Annotate each with `last_path`, of its `count`th placed reply at any depth; None for fewer."""
        below = (
            self.model.objects.placed()
            .filter(
                article_id=OuterRef("article_id"),
                path__gt=OuterRef("path"),
                path__lt=Concat(OuterRef("path"), Value(LAST)),
            )
            .order_by("path")
        )
        return self.annotate(last_path=Subquery(below.values("path")[count - 1 : count]))

    def placed_in_branches(self, article_id: int, ends: dict[str, str | None]) -> Self:
        """What stands below any of these paths, as far as the path beside it (None: to the branch's end).

        In no order: sorted by the database, SQLite would read the whole discussion instead.
        """
        return self.order_by().filter(InBranches(article_id, ends)) if ends else self.none()


class DiscussionQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(article__uid=UUID(uid))


class HiddenBranchQuerySet(models.QuerySet):
    def over(self, comment: Any) -> Self:
        """The hidden branches that a comment is in, the innermost first; it may be at the head of it."""
        above = [*ancestors(comment.path), comment.path]
        return self.filter(article_id=comment.article_id, path__in=above).order_by("-path")
