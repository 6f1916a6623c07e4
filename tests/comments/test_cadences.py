"""When mail about replies is due: the hour of digests, on whatever clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from comments.cadences import due, next_digest

ZONES = ["UTC", "Africa/Cairo", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Lisbon"]


def on_clock(zone, hour):
    """The clock of the site, and the hour of digests on it."""
    return override_settings(TIME_ZONE=zone, REPLY_DIGEST_HOUR=hour)


def test_at_once_is_a_minute_later():
    shown_at = datetime(2026, 3, 2, 10, tzinfo=UTC)

    assert due("at-once", shown_at) == shown_at + timedelta(seconds=60)


@pytest.mark.parametrize(
    ("shown", "strikes"),
    [
        ((2026, 3, 2, 4, 58, 59), (2026, 3, 2, 5)),
        ((2026, 3, 2, 4, 59, 0), (2026, 3, 3, 5)),
        ((2026, 3, 2, 5, 0, 0), (2026, 3, 3, 5)),
    ],
)
def test_digest_comes_at_the_next_seven_in_cairo_if_undo_was_over_by_then(shown, strikes):
    with on_clock("Africa/Cairo", 7):
        assert due("daily", datetime(*shown, tzinfo=UTC)) == datetime(*strikes, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "strikes"),
    [
        # Lisbon, 29 March 2026: one o'clock is two. 25 October: one o'clock comes twice.
        ((2026, 3, 28, 12), (2026, 3, 29, 1)),
        ((2026, 3, 29, 1), (2026, 3, 30, 0)),
        ((2026, 10, 24, 12), (2026, 10, 25, 0)),
        ((2026, 10, 25, 0, 30), (2026, 10, 26, 1)),
        ((2026, 10, 25, 1, 30), (2026, 10, 26, 1)),
    ],
)
def test_clocks_that_change_neither_skip_a_day_nor_make_two_of_it(after, strikes):
    with on_clock("Europe/Lisbon", 1):
        assert next_digest(datetime(*after, tzinfo=UTC)) == datetime(*strikes, tzinfo=UTC)


@given(minutes=st.integers(0, 3 * 366 * 24 * 60), hour=st.integers(0, 23), zone=st.sampled_from(ZONES))
def test_digest_is_always_ahead_by_a_day_at_most_and_once_a_day(minutes, hour, zone):
    after = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    with on_clock(zone, hour):
        first = next_digest(after)
        second = next_digest(first)

        assert timedelta(0) < first - after <= timedelta(hours=25)
        assert timedelta(hours=22) < second - first < timedelta(hours=26)
        days = [each.astimezone(ZoneInfo(zone)).date() for each in (first, second)]
        assert days[1] - days[0] == timedelta(days=1)
