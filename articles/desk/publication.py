"""What readers have of one story and what is scheduled for them, read at an instant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from articles.models import Edition, Mistake

#: What the desk asks of an edition; its words stay in the database.
FACTS = (
    "article",
    "number",
    "change",
    "note",
    "struck_at",
    "struck_version",
    "live_from",
    "live_until",
    "expires_at",
    "published_on",
)


@dataclass(frozen=True)
class Publication:
    """`pending` is the scheduled edition, `ran` the newest that readers have been given, `newest` either."""

    now: datetime
    pending: Edition | None = None
    ran: Edition | None = None
    #: The newest three that count, the newest first.
    latest: tuple[Edition, ...] = ()
    #: How many mistakes that readers spotted are being corrected; known if words were asked for.
    reports_taken: int = 0

    @property
    def newest(self) -> Edition | None:
        return self.pending or self.ran

    @property
    def struck_last(self) -> list[Edition]:
        """What “undo” would void: the newest, and what was struck along with it."""
        return [edition for edition in self.latest if edition.struck_at == self.latest[0].struck_at]

    @property
    def is_live(self) -> bool:
        return self.ran is not None and self.ran.is_live_at(self.now)

    @property
    def end_to_come(self) -> datetime | None:
        """The end of what readers have now: a new version keeps it unless the editor says otherwise."""
        return self.ran.expires_at if self.ran is not None and self.is_live else None

    @property
    def is_down(self) -> bool:
        return self.ran is not None and self.ran.is_withdrawal


def publication(article: Any, now: datetime, *, with_words: bool = False) -> Publication:
    """The facts of one article, in one query; none for a story that is not stored yet.

    The words of its editions, with their sections, come along if they are asked for.
    """
    if article.pk is None:
        return Publication(now)
    editions = article.editions.effective().order_by("-number")
    editions = _with_words(editions) if with_words else editions.only(*FACTS)
    latest = tuple(editions[:3])
    is_pending = bool(latest) and latest[0].live_from > now
    pending = latest[0] if is_pending else None
    ran = latest[is_pending] if len(latest) > is_pending else None
    reports_taken = (latest[0].reports_taken or 0) if with_words and latest else 0
    return Publication(now, pending, ran, latest, reports_taken)


def _with_words(editions: Any) -> Any:
    taken = Mistake.objects.taken().filter(article=OuterRef("article")).order_by().values("article")
    count = Subquery(taken.annotate(count=Count("pk")).values("count"))
    return editions.select_related("section__parent").annotate(reports_taken=count)
