"""Verbs that decide what readers get, and from when: publish, unschedule, embargo."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from articles.desk import addresses, stops
from articles.desk.moving import Hold, hold
from articles.desk.refusals import IllegalMove
from articles.desk.striking import compose, strike, void
from articles.models import Edition
from articles.sight import moment
from articles.states import CHANGES_TO_WHAT_STANDS, Change, skipped


class Pending(StrEnum):
    """What becomes of a scheduled edition when another is struck before it: the editor's choice."""

    VOID = "void"
    STRIKE_AGAIN = "strike-again"


def publish(
    article: Any,
    *,
    by: Any,
    at: datetime | None = None,
    change: str | None = None,
    note: str = "",
    expires_at: datetime | None = None,
    pending: str | None = None,
    seen_version: int | None = None,
    override: str = "",
) -> Edition:
    """Strike an edition of the stored working copy, for now or for an instant to come.

    `change` says what it is to what stands, and is required unless it is the story's first; corrections and
    clarifications need a `note`. `pending` answers for an edition that is already scheduled: void it,
    or, when publishing now, strike it again for its own instant from the words as they are. Without an
    answer the verb refuses to choose. `seen_version` is the version of the copy that the person decided
    on; where another was saved since, nothing is published. `override` is the reason for publishing in spite
    of what stops it (see `stops.heed`).
    """
    with hold(article, "publish", by) as held:
        live_from = at or held.now
        stops.check_seen(held, "publish", seen_version)
        stops.heed(held, "publish", by=by, live_from=live_from, override=override)
        stops.check_times(held, live_from, expires_at)
        scheduled = _settle_pending(held, live_from, pending)
        before = held.article.editions.effective().last()
        change = stops.check_change(held, before, change, note.strip())
        edition = compose(held.article)
        edition.change, edition.note, edition.expires_at = change, note.strip(), expires_at
        strike(edition, at=live_from, now=held.now, by=by)
        addresses.claim(held.article, edition.published_on)
        if scheduled:
            held.details["voided"] = [scheduled.number]
        if scheduled and pending == Pending.STRIKE_AGAIN:
            _strike_again(scheduled, held, by, expires_at)
        held.edition = edition
        held.details["skipped"] = skipped(held.article.state)
        if held.article.claimed_by_id:
            held.details["claimed_by"] = held.article.claimed_by_id
    return edition


def unschedule(article: Any, *, by: Any, number: int | None = None) -> Edition:
    """Void the scheduled edition; readers keep what stands. With `number` only that one (see `undo`)."""
    with hold(article, "unschedule", by) as held:
        edition = held.article.editions.pending(held.now).last()
        if edition is None:
            raise IllegalMove(
                held.article, "unschedule", "nothing-pending", "Nothing is scheduled for this story."
            )
        stops.check_number(held, "unschedule", edition, number)
        void(edition, now=held.now)
        held.edition = edition
    return edition


def embargo(
    article: Any, *, by: Any, until: datetime | None, pending: str | None = None, number: int | None = None
) -> list[Edition]:
    """Promise that nothing is published before `until` (None: lift the embargo).

    A scheduled edition that would break the promise must be dropped along with it (`pending=Pending.VOID`),
    with `number` only that one (see `undo`); those that were are returned. What readers already have stays.
    """
    with hold(article, "embargo", by) as held:
        if until is not None and until <= held.now:
            raise IllegalMove(
                held.article, "embargo", "in-the-past", "An embargo must lift at a time to come."
            )
        broken = []
        if until is not None:
            broken = list(held.article.editions.pending(held.now).filter(live_from__lt=until))
        if broken and pending != Pending.VOID:
            raise IllegalMove(
                held.article,
                "embargo",
                "pending",
                f"A version is scheduled for {moment(broken[0].live_from)}, before the embargo would lift. "
                "Drop it along with this, or let the embargo lift by then.",
            )
        for edition in broken:
            stops.check_number(held, "embargo", edition, number)
            void(edition, now=held.now)
        held.article.embargo_lifts_at = article.embargo_lifts_at = until
        held.article.save(update_fields=["embargo_lifts_at"])
        held.details["until"] = until.isoformat() if until else None
        held.details["voided"] = [edition.number for edition in broken]
    return broken


def _settle_pending(held: Hold, live_from: datetime, pending: str | None) -> Edition | None:
    """Void the scheduled edition if the editor chose so, and return it; refuse to choose for them."""
    scheduled = held.article.editions.pending(held.now).last()
    if scheduled is None:
        return None
    if pending not in set(Pending):
        when = moment(scheduled.live_from)
        raise IllegalMove(
            held.article,
            "publish",
            "pending",
            f"A version is already scheduled for {when}. Choose whether it is dropped, or made again from "
            "the story as it is now.",
        )
    if pending == Pending.STRIKE_AGAIN and live_from > held.now:
        raise IllegalMove(
            held.article,
            "publish",
            "one-pending",
            "Only one version can be scheduled at a time. Drop the one that is, or publish this one now.",
        )
    void(scheduled, now=held.now)
    return scheduled


def end_of_again(scheduled: Edition, expires_at: datetime | None) -> datetime | None:
    """When a version ends that is made again: as it was to end, or else as the one before it."""
    if scheduled.expires_at or expires_at is None or expires_at <= scheduled.live_from:
        return scheduled.expires_at
    return expires_at


def _strike_again(scheduled: Edition, held: Hold, by: Any, expires_at: datetime | None) -> None:
    again = compose(held.article)
    # Of a first version that another now precedes, nothing is left to tell readers.
    again.change = scheduled.change if scheduled.change in CHANGES_TO_WHAT_STANDS else Change.MINOR
    again.note, again.expires_at = scheduled.note, end_of_again(scheduled, expires_at)
    strike(again, at=scheduled.live_from, now=held.now, by=by)
    held.details["struck_again"] = again.number
