"""`desk.unschedule`: what was planned doesn't happen; readers keep what stands."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import Address, Edition
from tests.articles.records import entry, log_of, refused
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_voids_the_scheduled_version(editor):
    article = make_article()
    publish(article, at=NOON + HOUR)

    edition = desk.unschedule(article, by=editor)

    edition.refresh_from_db()
    assert [edition.number, edition.live_from, edition.live_until, edition.voided_at] == [
        1,
        NOON + HOUR,
        NOON + HOUR,
        NOON,
    ]
    assert log_of(article)[1:] == [entry("unschedule", editor, "draft", "draft", edition__number=1)]


def test_readers_keep_what_stands_until_its_own_end(editor, clock):
    article = make_article()
    end = NOON + 3 * HOUR
    first = publish(article, expires_at=end)
    clock.shift(1)
    publish(article, change="update", at=NOON + HOUR)

    desk.unschedule(article, by=editor)

    first.refresh_from_db()
    assert (first.live_until, Edition.objects.live(NOON + 2 * HOUR).get()) == (end, first)


def test_frees_the_address_of_a_story_that_never_was(editor):
    article = make_article(headline="Rain")
    publish(article, at=NOON + HOUR)

    desk.unschedule(article, by=editor)

    assert not Address.objects.exists()
    assert publish(make_article(headline="Rain")).get_absolute_url() == "/2026/03/02/rain/"


def test_the_number_is_not_given_again(editor):
    article = make_article()
    publish(article, at=NOON + HOUR)
    desk.unschedule(article, by=editor)

    edition = publish(article)

    assert (edition.number, edition.change) == (2, "first")


@pytest.mark.parametrize("later", [timedelta(), timedelta(microseconds=1)])
def test_is_too_late_once_it_stands(editor, clock, later):
    article = make_article()
    publish(article, at=NOON + HOUR)
    clock.move_to(NOON + HOUR + later)

    with refused("nothing-pending"):
        desk.unschedule(article, by=editor)


def test_is_refused_where_nothing_is_scheduled(editor):
    article = make_published()

    with refused("nothing-pending"):
        desk.unschedule(article, by=editor)


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("unschedule", role, whose) is ((role, whose) in THE_DESK)
