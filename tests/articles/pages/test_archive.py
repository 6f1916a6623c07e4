"""The paper by the calendar. The newsroom of the tests is in Cairo, two hours before UTC in winter."""

from datetime import UTC, datetime

import pytest

from tests.factories import make_published
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stories():
    for headline, on in (
        ("Before midnight", datetime(2026, 1, 31, 21, 59, 59, tzinfo=UTC)),
        ("At midnight", datetime(2026, 1, 31, 22, 0, tzinfo=UTC)),
        ("In another year", datetime(2025, 6, 1, 12, 0, tzinfo=UTC)),
    ):
        make_published(headline=headline, on=on)


@pytest.mark.parametrize(
    ("path", "headlines"),
    [
        ("/2026/", ["At midnight", "Before midnight"]),
        ("/2026/01/", ["Before midnight"]),
        ("/2026/02/", ["At midnight"]),
        ("/2026/01/31/", ["Before midnight"]),
        ("/2026/02/01/", ["At midnight"]),
        ("/2025/", ["In another year"]),
    ],
)
def test_stories_stand_on_their_day_in_the_newsrooms_zone(path, headlines):
    assert read(path).headlines == headlines


@pytest.mark.parametrize(
    "path", ["/2024/", "/2026/03/", "/2026/13/", "/2026/02/30/", "/2026/00/", "/2026/1/"]
)
def test_days_without_stories_and_days_that_are_none_are_not_found(path):
    assert read(path).status == 404


def test_takes_one_query(django_assert_num_queries):
    read("/2026/")

    with django_assert_num_queries(1):
        read("/2026/")
