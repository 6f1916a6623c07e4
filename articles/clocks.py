"""What clocks do when they are changed: times that come twice, and times that never come. No queries."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Reading:
    """What a time of day can mean in a zone: one instant as a rule, two where the clocks are changed."""

    typed: datetime
    zone: tzinfo
    #: Earliest first, in UTC.
    instants: tuple[datetime, ...]
    exists: bool

    @property
    def is_clear(self) -> bool:
        return len(self.instants) == 1

    @property
    def question(self) -> str:
        """Asks which of two instants was meant; "" where there is nothing to ask."""
        if self.is_clear:
            return ""
        time = f"{self.typed:%H:%M}"
        if self.exists:
            first, second = (self._zone_at(instant) for instant in self.instants)
            return (
                f"{time} comes twice that day: at first ({first}) or the second time ({second}). Which one?"
            )
        turn = self._turn()
        before = (turn - SECOND).astimezone(self.zone) + SECOND
        earlier, later = (self._time_at(instant) for instant in self.instants)
        return (
            f"{time} does not exist that day: clocks go from {before:%H:%M} to "
            f"{turn.astimezone(self.zone):%H:%M}. Did you mean {earlier} or {later}?"
        )

    @property
    def choices(self) -> list[tuple[datetime, str]]:
        """Each instant that it can mean, with its name; none where it is clear."""
        if self.is_clear:
            return []
        names = ("At first: ", "The second time: ") if self.exists else ("", "")
        return [
            (instant, f"{name}{self._time_at(instant)} ({self._zone_at(instant)})")
            for name, instant in zip(names, self.instants, strict=True)
        ]

    def meaning(self, meant: str) -> datetime | None:
        """The instant, where it is clear or `meant` is the key of one that it can mean."""
        if self.is_clear:
            return self.instants[0]
        return next((instant for instant in self.instants if key(instant) == meant), None)

    def _time_at(self, instant: datetime) -> str:
        """“23:30 the day before”: the time of day, and the day where that is not the one that was typed."""
        local = instant.astimezone(self.zone)
        days = (local.date() - self.typed.date()).days
        return f"{local:%H:%M}{('', ' the day after', ' the day before')[days]}"

    def _zone_at(self, instant: datetime) -> str:
        """“EEST, 00:30 UTC”."""
        return f"{zone_name(instant, self.zone)}, {instant:%H:%M} UTC"

    def _turn(self) -> datetime:
        """The instant between the two at which the clocks are changed, to the second."""
        low, high = self.instants
        after = high.astimezone(self.zone).utcoffset()
        while high - low > SECOND:
            middle = low + (high - low) // 2
            low, high = (low, middle) if middle.astimezone(self.zone).utcoffset() == after else (middle, high)
        return high.replace(microsecond=0)


def read(typed: datetime, zone: tzinfo) -> Reading:
    """What a time of day without a zone can mean in this one.

    Of a time that never comes: what it would be if the clocks had been changed already, or not yet.
    """
    first, second = (typed.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return Reading(typed, zone, (first,), exists=True)
    return Reading(typed, zone, tuple(sorted((first, second))), exists=first < second)


def key(instant: datetime) -> str:
    """An instant to the minute, as a form sends it."""
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def zone_name(instant: datetime, zone: tzinfo) -> str:
    """“EEST”, or “UTC+10:30” where people have no such word."""
    local = instant.astimezone(zone)
    name = local.tzname() or ""
    return name if name.isalpha() else str(timezone(local.utcoffset() or timedelta()))
