"""Questions about many comments, named so that they read aloud. What readers may see is said here, once."""

from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Lookup, OuterRef, Subquery, Value
from django.db.models.functions import Concat

from comments.paths import LAST
from comments.states import Status


class InBranches(Lookup):
    """A condition: placed, and in one of these branches of an article (each a path and where to stop).

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
        branch = f"({article} = %s AND {is_placed} AND {path} > %s AND {path} <= %s)"
        return f"({' OR '.join([branch] * len(self.rhs))})", [value for each in self.rhs for value in each]


class CommentQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=UUID(uid))

    def shown(self) -> Self:
        """What readers may read."""
        return self.filter(status=Status.SHOWN)

    def placed(self) -> Self:
        """What has a place on the page: what is shown, and the empty places of what has shown replies."""
        return self.filter(is_placed=True)

    def waiting(self) -> Self:
        """What waits for a moderator, the longest wait first."""
        return self.filter(status=Status.HELD).order_by("posted_at", "pk")

    def on(self, article_id: int) -> Self:
        return self.filter(article_id=article_id)

    def roots(self) -> Self:
        """Comments on the story itself, in the order in which they came."""
        return self.filter(parent=None).order_by("path")

    def below(self, path: str) -> Self:
        """The replies under a comment and theirs, in the order in which the branch reads."""
        return self.filter(path__gt=path, path__lt=path + LAST).order_by("path")

    def after_number(self, article_id: int, number: int | None) -> Self:
        """What comes after the comment with this public number, which is how pages point at the next."""
        if number is None:
            return self
        last = self.model.objects.filter(article_id=article_id, number=number).values("path")
        return self.filter(path__gt=Subquery(last))

    def with_path_of_reply(self, count: int) -> Self:
        """Annotate each with `last_path`, of its `count`th placed reply at any depth; None for fewer."""
        below = self.model.objects.filter(
            article_id=OuterRef("article_id"),
            is_placed=True,
            path__gt=OuterRef("path"),
            path__lt=Concat(OuterRef("path"), Value(LAST)),
        ).order_by("path")
        return self.annotate(last_path=Subquery(below.values("path")[count - 1 : count]))

    def placed_in_branches(self, article_id: int, ends: dict[str, str | None]) -> Self:
        """What stands below any of these paths, as far as the path beside it (None: to the branch's end).

        In no order: sorted by the database, SQLite would read the whole discussion instead.
        """
        return self.order_by().filter(InBranches(article_id, ends)) if ends else self.none()


class DiscussionQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(article__uid=UUID(uid))
