"""What clocks do when they are changed, in zones that do it differently."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import clocks

CAIRO, BERLIN, LORD_HOWE = (ZoneInfo(key) for key in ("Africa/Cairo", "Europe/Berlin", "Australia/Lord_Howe"))

ASKED = {
    (CAIRO, "2026-10-29T23:30"): (
        "23:30 comes twice that day: at first (EEST, 20:30 UTC) or the second time (EET, 21:30 UTC). "
        "Which one?",
        {
            "2026-10-29T20:30Z": "At first: 23:30 (EEST, 20:30 UTC)",
            "2026-10-29T21:30Z": "The second time: 23:30 (EET, 21:30 UTC)",
        },
    ),
    (CAIRO, "2026-04-24T00:30"): (
        "00:30 does not exist that day: clocks go from 00:00 to 01:00. "
        "Did you mean 23:30 the day before or 01:30?",
        {
            "2026-04-23T21:30Z": "23:30 the day before (EET, 21:30 UTC)",
            "2026-04-23T22:30Z": "01:30 (EEST, 22:30 UTC)",
        },
    ),
    (BERLIN, "2026-10-25T02:30"): (
        "02:30 comes twice that day: at first (CEST, 00:30 UTC) or the second time (CET, 01:30 UTC). "
        "Which one?",
        {
            "2026-10-25T00:30Z": "At first: 02:30 (CEST, 00:30 UTC)",
            "2026-10-25T01:30Z": "The second time: 02:30 (CET, 01:30 UTC)",
        },
    ),
    (BERLIN, "2026-03-29T02:00"): (
        "02:00 does not exist that day: clocks go from 02:00 to 03:00. Did you mean 01:00 or 03:00?",
        {"2026-03-29T00:00Z": "01:00 (CET, 00:00 UTC)", "2026-03-29T01:00Z": "03:00 (CEST, 01:00 UTC)"},
    ),
    (LORD_HOWE, "2026-04-05T01:45"): (
        "01:45 comes twice that day: at first (UTC+11:00, 14:45 UTC) or the second time "
        "(UTC+10:30, 15:15 UTC). Which one?",
        {
            "2026-04-04T14:45Z": "At first: 01:45 (UTC+11:00, 14:45 UTC)",
            "2026-04-04T15:15Z": "The second time: 01:45 (UTC+10:30, 15:15 UTC)",
        },
    ),
    (LORD_HOWE, "2026-10-04T02:15"): (
        "02:15 does not exist that day: clocks go from 02:00 to 02:30. Did you mean 01:45 or 02:45?",
        {
            "2026-10-03T15:15Z": "01:45 (UTC+10:30, 15:15 UTC)",
            "2026-10-03T15:45Z": "02:45 (UTC+11:00, 15:45 UTC)",
        },
    ),
}


@pytest.mark.parametrize(("zone", "typed"), ASKED, ids=str)
def test_what_is_asked(zone, typed):
    reading = clocks.read(datetime.fromisoformat(typed), zone)

    choices = {clocks.key(instant): label for instant, label in reading.choices}
    assert (reading.question, choices) == ASKED[zone, typed]
    assert [reading.meaning(key) for key in choices] == list(reading.instants)
    assert [reading.meaning(wrong) for wrong in ("", "2026-01-01T00:00Z", "02:30")] == [None] * 3


@pytest.mark.parametrize(
    ("zone", "typed"),
    [
        (CAIRO, "2026-10-29T22:59"),
        (CAIRO, "2026-10-30T00:00"),
        (CAIRO, "2026-04-24T01:00"),
        (CAIRO, "2026-04-23T23:59"),
        (BERLIN, "2026-10-25T01:59"),
        (BERLIN, "2026-10-25T03:00"),
        (LORD_HOWE, "2026-04-05T01:29"),
        (LORD_HOWE, "2026-04-05T02:00"),
        (ZoneInfo("UTC"), "2026-10-25T02:30"),
    ],
    ids=str,
)
def test_nothing_is_asked_beside_the_change(zone, typed):
    reading = clocks.read(datetime.fromisoformat(typed), zone)

    assert (reading.question, reading.choices) == ("", [])
    assert reading.meaning("") == datetime.fromisoformat(typed).replace(tzinfo=zone).astimezone(UTC)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(
    zone=st.sampled_from([CAIRO, BERLIN, LORD_HOWE, ZoneInfo("UTC")]),
    minutes=st.integers(0, 366 * 24 * 60),
)
def test_every_instant_is_reached_by_what_its_clock_shows(zone, minutes):
    instant = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    shown = instant.astimezone(zone).replace(tzinfo=None, fold=0)

    reading = clocks.read(shown, zone)

    assert reading.exists
    assert reading.meaning(clocks.key(instant)) == instant
