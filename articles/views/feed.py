"""The feed of corrections, as Atom: the same bytes as long as they stay the same."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language

from articles.models import Edition

#: What no XML document may hold (https://www.w3.org/TR/xml/#charsets), however it is written.
UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Atom demands a date, of an empty feed too; that of serving it would make each answer another.
BEFORE_THE_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


class CorrectionsFeed(Atom1Feed):
    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEFORE_THE_FIRST


def write_feed(corrections: Iterable[Edition]) -> str:
    """The feed of these, the newest first, as `Edition.objects.corrections(at)` finds them."""
    feed = CorrectionsFeed(
        title=f"Corrections – {settings.SITE_NAME}",
        link=settings.SITE_URL + reverse("articles:corrections"),
        description="What we got wrong, and what we made clearer.",
        language=get_language(),
        author_name=settings.SITE_NAME,
        feed_url=settings.SITE_URL + reverse("articles:corrections-feed"),
    )
    for correction in corrections:
        _add(feed, correction)
    return feed.writeString("utf-8")


def _add(feed: CorrectionsFeed, correction: Edition) -> None:
    feed.add_item(
        title=_printable(f"{correction.get_change_display()}: {correction.story_headline}"),
        link=settings.SITE_URL + (correction.changes_path or correction.path),
        description=linebreaks(_printable(correction.note), autoescape=True),
        # For good, even where the story's address changes.
        unique_id=uuid5(correction.article.uid, str(correction.number)).urn,
        pubdate=correction.live_from,
        updateddate=correction.live_from,
    )


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("", text)
