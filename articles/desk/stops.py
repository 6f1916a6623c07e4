"""What a verb refuses: what the checks stop, a time that can't be, a change without its note."""

from datetime import datetime
from typing import Any

from articles.desk import checks
from articles.desk.moving import Hold
from articles.desk.refusals import IllegalMove
from articles.models import Edition
from articles.states import CHANGES_TO_WHAT_STANDS, CHANGES_WITH_NOTE, Change, may_override


def heed(held: Hold, verb: str, *, by: Any, live_from: datetime, override: str = "") -> None:
    """Refuse what the checks stop, or let it pass and keep the reason in the log.

    `override` is that reason; it passes only what may be overridden, and only by those who may.
    """
    found = checks.stops(checks.Candidate(held.article, by, live_from), verb)
    is_overridden = bool(override.strip()) and may_override(by, held.article)
    for finding in found:
        if not (finding.may_be_overridden and is_overridden):
            raise IllegalMove(held.article, verb, finding.code, finding.sentence)
    if found:
        held.reason = override.strip()
        held.details["overridden"] = [finding.code for finding in found]


def check_seen(held: Hold, verb: str, seen_version: int | None) -> None:
    """Refuse a move that was decided on over other words than those there are now."""
    if seen_version is not None and seen_version != held.article.version:
        raise IllegalMove(
            held.article,
            verb,
            "stale",
            "Somebody saved this story after you opened this page. Look at it once more; pressing again "
            "takes it as it is now.",
        )


def check_number(held: Hold, verb: str, edition: Edition, number: int | None) -> None:
    """Refuse to undo or drop another version than the one that was meant; None means whichever it is."""
    if number is not None and number != edition.number:
        raise IllegalMove(
            held.article,
            verb,
            "another-version",
            f"Meanwhile there is version {edition.number}, and nothing was done. Read what this would do "
            "now; pressing again does it.",
        )


def wrong_time(now: datetime, live_from: datetime, expires_at: datetime | None) -> tuple[str, str] | None:
    """Why a version can't begin and end at these times, as a code and a sentence; None if it can."""
    if live_from < now:
        return "in-the-past", "The time to publish at has already passed."
    if expires_at is not None and expires_at <= live_from:
        return "expires-too-early", "The story would end before it begins."
    return None


def check_times(held: Hold, live_from: datetime, expires_at: datetime | None) -> None:
    if wrong := wrong_time(held.now, live_from, expires_at):
        raise IllegalMove(held.article, "publish", *wrong)


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
