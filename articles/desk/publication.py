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

    @property
    def newest(self) -> Edition | None:
        return self.pending or self.ran

    @property
    def is_live(self) -> bool:
        return self.ran is not None and self.ran.is_live_at(self.now)

    @property
    def is_down(self) -> bool:
        return self.ran is not None and self.ran.is_withdrawal


def publication(article: Any, now: datetime) -> Publication:
    """The facts of one article, in one query; none for a story that is not stored yet."""
    if article.pk is None:
        return Publication(now)
    newest = list(article.editions.effective().only(*FACTS).order_by("-number")[:2])
    pending = newest.pop(0) if newest and newest[0].live_from > now else None
    return Publication(now, pending, newest[0] if newest else None)
