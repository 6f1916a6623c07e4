"""How a discussion takes comments, by what a story, its section and the paper say of it. No queries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from comments.states import Mode

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """When nobody reads comments: between two times of day, perhaps past midnight, and on whole days.

    All in the newsroom's zone. `days` are those of ISO 8601, 1 for Monday; the same time twice is never.
    """

    since: time
    until: time
    days: frozenset[int] = frozenset()

    def holds_at(self, now: datetime) -> bool:
        local = timezone.localtime(now, timezone.get_default_timezone())
        clock = local.time()
        if local.isoweekday() in self.days:
            return True
        if self.since <= self.until:
            return self.since <= clock < self.until
        return clock >= self.since or clock < self.until

    def ends_after(self, now: datetime) -> datetime | None:
        """The first instant from `now` at which somebody reads again; None where nobody ever does."""
        zone = timezone.get_default_timezone()
        today = timezone.localtime(now, zone).date()
        turns = (
            _instant(today + DAY * days, clock, zone) for days in range(9) for clock in (time.min, self.until)
        )
        return min((turn for turn in turns if turn >= now and not self.holds_at(turn)), default=None)


@dataclass(frozen=True)
class Rules:
    """What is in force. `slow` is how long one person waits between two comments on a story."""

    mode: Mode = Mode.HOLD_FIRST_TIMERS
    slow: timedelta = timedelta(0)
    #: None: it stays open.
    closes_after: timedelta | None = None
    #: None: somebody always reads.
    unattended: Hours | None = None


def resolve(layers: Iterable[Any]) -> Rules:
    """The rules of the paper, overridden by those of the section, of the sub-section, and of the story.

    Each layer is a `Ruling`; what it leaves empty it takes from the one before.
    """
    rules = Rules()
    for layer in layers:
        rules = replace(rules, **layer.said)
    return rules


def _instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone)
