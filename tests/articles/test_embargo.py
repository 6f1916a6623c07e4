"""`desk.embargo`: a promise to others that nothing is published before an instant."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import Edition
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TOMORROW = NOON + timedelta(days=1)
INSTANT = timedelta(microseconds=1)


def test_is_kept_with_the_story_and_logged(editor):
    article = make_article()

    broken = desk.embargo(article, by=editor, until=TOMORROW)

    assert (row(article)["embargo_lifts_at"], article.embargo_lifts_at, broken) == (TOMORROW, TOMORROW, [])
    assert log_of(article) == [
        entry("embargo", editor, "draft", "draft", details={"until": TOMORROW.isoformat(), "voided": []})
    ]


def test_is_lifted_by_promising_nothing(editor):
    article = make_article()
    desk.embargo(article, by=editor, until=TOMORROW)

    desk.embargo(article, by=editor, until=None)

    assert (row(article)["embargo_lifts_at"], article.embargo_lifts_at) == (None, None)
    assert log_of(article)[1:] == [
        entry("embargo", editor, "draft", "draft", details={"until": None, "voided": []})
    ]


@pytest.mark.parametrize("at", [None, TOMORROW - INSTANT])
def test_nothing_is_published_before_it_lifts(editor, at):
    article = make_article()
    desk.embargo(article, by=editor, until=TOMORROW)

    with refused("embargoed"):
        desk.publish(article, by=editor, at=at)


def test_may_be_published_as_it_lifts(editor):
    article = make_article()
    desk.embargo(article, by=editor, until=TOMORROW)

    desk.publish(article, by=editor, at=TOMORROW)

    assert Edition.objects.live(TOMORROW).get().article == article


def test_says_when_it_lifts_in_the_newsrooms_time(editor):
    article = make_article()
    desk.embargo(article, by=editor, until=TOMORROW)

    with refused("embargoed") as refusals:
        desk.publish(article, by=editor)

    assert str(refusals[0]) == (
        "The story is under embargo until Tuesday 3 March at 12:00 in Cairo (10:00 UTC). "
        "Publish at that time or later."
    )


@pytest.mark.parametrize("choice", [None, "", "strike-again"])
def test_does_not_drop_a_scheduled_version_unasked(editor, choice):
    article = make_article()
    edition = publish(article, at=TOMORROW - INSTANT)

    with refused("pending") as refusals:
        desk.embargo(article, by=editor, until=TOMORROW, pending=choice)

    assert str(refusals[0]) == (
        "A version is scheduled for Tuesday 3 March at 11:59 in Cairo (09:59 UTC), before the "
        "embargo would lift. Drop it along with this, or let the embargo lift by then."
    )
    assert (article.embargo_lifts_at, Edition.objects.effective().get()) == (None, edition)


def test_voids_the_scheduled_version_that_it_contradicts(editor):
    article = make_article()
    edition = publish(article, at=TOMORROW - INSTANT)

    broken = desk.embargo(article, by=editor, until=TOMORROW, pending="void")

    edition.refresh_from_db()
    assert (broken, edition.voided_at, article.addresses.count()) == ([edition], NOON, 0)
    assert log_of(article)[-1]["details"] == {"until": TOMORROW.isoformat(), "voided": [1]}


def test_leaves_a_scheduled_version_that_keeps_it(editor):
    article = make_article()
    edition = publish(article, at=TOMORROW)

    desk.embargo(article, by=editor, until=TOMORROW)

    assert Edition.objects.effective().get() == edition


def test_readers_keep_what_they_have(editor, clock):
    article = make_published()
    clock.shift(3600)

    desk.embargo(article, by=editor, until=TOMORROW)

    assert Edition.objects.live(NOON + 2 * HOUR).get().article == article


@pytest.mark.parametrize("until", [NOON, NOON - HOUR])
def test_must_lift_at_a_time_to_come(editor, until):
    article = make_article()

    with refused("in-the-past"):
        desk.embargo(article, by=editor, until=until)

    assert article.embargo_lifts_at is None


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("embargo", role, whose) is ((role, whose) in THE_DESK)
