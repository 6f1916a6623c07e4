"""How often one network may send something: over midnight too, and nothing of it stays in the database."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import RequestFactory

from articles.views.limits import may_send

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 3, 3, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def in_a_table(settings, db):
    """The cache of a newsroom that has no other; one that is no table goes by its own clock."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "newsroom_cache"}
    }
    call_command("createcachetable", verbosity=0)


def send(words, *, most=2):
    return may_send(RequestFactory().post("/", REMOTE_ADDR="203.0.113.7"), "report", most=most, words=[words])


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM newsroom_cache")
        return [row for row in cursor.fetchall() if "sent:" in row[0]]


@pytest.mark.usefixtures("in_a_table")
def test_limit_holds_over_midnight_and_for_an_hour(clock):
    clock.move_to(MIDNIGHT - 30 * MINUTE)
    assert [send(1), send(2), send(3), send(2)] == [True, True, False, True]
    clock.move_to(MIDNIGHT - 10 * MINUTE)
    assert not send(3)

    clock.move_to(MIDNIGHT + 10 * MINUTE)
    assert [send(3), send(1)] == [False, True]
    clock.move_to(MIDNIGHT + 31 * MINUTE)
    assert [send(3), send(4), send(5)] == [True, True, False]


def test_each_side_of_midnight_counts(clock):
    clock.move_to(MIDNIGHT - MINUTE)
    assert send(1)
    clock.move_to(MIDNIGHT + MINUTE)

    assert [send(2), send(3), send(1)] == [True, False, True]


@pytest.mark.usefixtures("in_a_table")
def test_nobody_can_tell_later_that_a_network_came_back(clock):
    clock.move_to(MIDNIGHT)
    send(1)
    first = kept()
    clock.shift(timedelta(days=1))
    send(1)

    assert len(first) == 1
    assert {part for row in kept() for part in row if row not in first}.isdisjoint(first[0])


@pytest.mark.usefixtures("in_a_table")
def test_what_has_ended_is_deleted_and_nothing_else(clock, capsys):
    clock.move_to(MIDNIGHT)
    send(1)
    clock.shift(59 * MINUTE)
    send(2)
    clock.shift(2 * MINUTE)

    call_command("forget")

    assert "1 ended entries of the cache deleted." in capsys.readouterr().out
    assert len(kept()) == 1
    clock.shift(timedelta(days=400))
    call_command("forget")
    assert kept() == []


def test_a_cache_that_is_no_table_forgets_by_itself(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.set("a", 1)

    call_command("forget", verbosity=0)

    assert cache.get("a") == 1
