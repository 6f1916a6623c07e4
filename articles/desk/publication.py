"""What readers have of one story and what is scheduled for them, read at an instant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models import Edition

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


def publication(article: Any, now: datetime) -> Publication:
    """The facts of one article, in one query; none for a story that is not stored yet."""
    if article.pk is None:
        return Publication(now)
    latest = tuple(article.editions.effective().only(*FACTS).order_by("-number")[:3])
    is_pending = bool(latest) and latest[0].live_from > now
    pending = latest[0] if is_pending else None
    ran = latest[is_pending] if len(latest) > is_pending else None
    return Publication(now, pending, ran, latest)
