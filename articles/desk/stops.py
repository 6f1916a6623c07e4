"""What stops publication: no words to publish, a time that can't be, a change without its note."""

from datetime import datetime

from articles import instants
from articles.desk.moving import Hold
from articles.desk.refusals import IllegalMove
from articles.models import Edition
from articles.states import CHANGES_TO_WHAT_STANDS, CHANGES_WITH_NOTE, Change


def check_seen(held: Hold, seen_version: int | None) -> None:
    if seen_version is not None and seen_version != held.article.version:
        raise IllegalMove(
            held.article,
            "publish",
            "stale",
            "Somebody saved this story after you opened this page. Look at it once more; pressing again "
            "publishes it as it is now.",
        )


def check_words(held: Hold) -> None:
    article = held.article
    if not article.headline.strip():
        raise IllegalMove(article, "publish", "no-headline", "The story has no headline yet.")
    if article.section is None:
        raise IllegalMove(
            article, "publish", "no-section", "Choose the section in which readers will find the story."
        )


def check_times(held: Hold, live_from: datetime, expires_at: datetime | None) -> None:
    article = held.article
    if live_from < held.now:
        raise IllegalMove(article, "publish", "in-the-past", "The time to publish at has already passed.")
    if expires_at is not None and expires_at <= live_from:
        raise IllegalMove(article, "publish", "expires-too-early", "The story would end before it begins.")
    if article.embargo_lifts_at and live_from < article.embargo_lifts_at:
        lifts = instants.printed(article.embargo_lifts_at)
        raise IllegalMove(
            article,
            "publish",
            "embargoed",
            f"The story is under embargo until {lifts}. Publish at that time or later.",
        )


def check_change(held: Hold, before: Edition | None, change: str | None, note: str) -> str:
    article = held.article
    if before is None:
        return Change.FIRST
    if change not in CHANGES_TO_WHAT_STANDS:
        raise IllegalMove(
            article,
            "publish",
            "change-needed",
            "Say what this is: a minor change, an update, a correction or a clarification.",
        )
    if change in CHANGES_WITH_NOTE and not note:
        raise IllegalMove(
            article,
            "publish",
            "note-needed",
            "A correction or clarification needs a note that tells readers what changed.",
        )
    return change
