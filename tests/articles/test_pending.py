"""One scheduled edition an article, and the editor alone decides what becomes of it."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import Article, Edition
from tests.articles.records import entry, log_of, refused
from tests.articles.verbs import HOUR
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

INSTANT = timedelta(microseconds=1)


def words_at(*instants):
    """What a reader reads at each instant: the headline, or None."""
    found = (Edition.objects.live(at).first() for at in instants)
    return [edition and edition.headline for edition in found]


def write(article, headline):
    Article.objects.filter(pk=article.pk).update(headline=headline)


@pytest.fixture
def story(clock):
    """Published at noon as “Rain”; “Flood” is scheduled for five hours later; the desk now says “Drizzle”."""
    article = make_published(headline="Rain")
    clock.shift(60)
    write(article, "Flood")
    publish(article, change="update", at=NOON + 5 * HOUR, note="It rose.", expires_at=NOON + 9 * HOUR)
    clock.shift(3600)
    write(article, "Drizzle")
    return article


@pytest.mark.parametrize("at", [None, NOON + 3 * HOUR, NOON + 7 * HOUR])
@pytest.mark.parametrize("choice", [None, "", "whatever"])
def test_publishing_while_one_is_scheduled_refuses_to_choose(story, at, choice):
    with refused("pending") as refusals:
        desk.publish(story, by=None, change="minor", at=at, pending=choice)

    assert str(refusals[0]) == (
        "A version is already scheduled for Monday 2 March at 17:00 in Cairo (15:00 UTC). Choose whether it "
        "is dropped, or made again from the story as it is now."
    )


def test_void_drops_the_scheduled_version(story):
    desk.publish(story, by=None, change="minor", pending="void")

    assert words_at(NOON, NOON + 2 * HOUR, NOON + 6 * HOUR) == ["Rain", "Drizzle", "Drizzle"]
    assert list(Edition.objects.effective().values_list("number", flat=True)) == [1, 3]


def test_strike_again_keeps_its_instant_and_takes_the_words_as_they_are_now(story):
    desk.publish(story, by=None, change="correction", note="It drizzled.", pending="strike-again")

    again = Edition.objects.last()
    assert [again.number, again.change, again.note, again.live_from, again.expires_at, again.headline] == [
        4,
        "update",
        "It rose.",
        NOON + 5 * HOUR,
        NOON + 9 * HOUR,
        "Drizzle",
    ]
    assert words_at(NOON + 5 * HOUR - INSTANT, NOON + 5 * HOUR, NOON + 9 * HOUR) == [
        "Drizzle",
        "Drizzle",
        None,
    ]
    assert [note["note"] for note in again.public_notes] == ["It drizzled.", "It rose."]


def test_strike_again_is_one_entry_that_tells_of_both(story, editor):
    before = len(log_of(story))

    desk.publish(story, by=editor, change="minor", pending="strike-again")

    at = NOON + HOUR + timedelta(seconds=60)
    assert log_of(story)[before:] == [
        entry(
            "publish",
            editor,
            "draft",
            "draft",
            details={"voided": [2], "struck_again": 4, "skipped": ["filed", "ready"]},
            edition__number=3,
            at=at,
        )
    ]


@pytest.mark.parametrize("at", [NOON + 2 * HOUR, NOON + 5 * HOUR, NOON + 6 * HOUR])
def test_two_versions_are_never_scheduled_at_once(story, at):
    with refused("one-pending"):
        desk.publish(story, by=None, change="minor", at=at, pending="strike-again")


def test_a_scheduled_version_can_be_put_off_by_dropping_it(story):
    desk.publish(story, by=None, change="minor", at=NOON + 8 * HOUR, pending="void")

    assert words_at(NOON + 6 * HOUR, NOON + 8 * HOUR) == ["Rain", "Drizzle"]


def test_a_first_version_that_another_now_precedes_is_no_news_to_readers():
    article = make_article(headline="Rain")
    publish(article, at=NOON + 5 * HOUR)

    publish(article, pending="strike-again")

    first, again = Edition.objects.effective()
    assert [first.change, again.change, again.is_updated, again.public_notes] == ["first", "minor", False, []]


def test_changes_saved_after_scheduling_do_not_ride_along(story):
    assert words_at(NOON + 5 * HOUR) == ["Flood"]


def test_the_desk_sees_that_the_scheduled_version_lacks_the_latest(story):
    story.refresh_from_db()
    desk.save(story, by=None)

    seen = Article.objects.with_publication(NOON + 2 * HOUR).get()
    assert (seen.version, seen.standing_version, seen.pending_version, seen.pending_at) == (
        2,
        1,
        1,
        NOON + 5 * HOUR,
    )


def test_a_choice_with_nothing_scheduled_changes_nothing():
    article = make_published(headline="Rain")

    publish(article, change="minor", pending="strike-again")

    assert list(Edition.objects.effective().values_list("number", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    ("hours", "ends"),
    [(48, NOON + timedelta(hours=48)), (12, None)],
)
def test_made_again_it_ends_when_the_story_was_to_end(hours, ends):
    """What is made again has no end of its own; one that comes before it begins is not its end."""
    story = make_published()
    publish(story, at=NOON + timedelta(hours=24), change="update")

    publish(story, change="minor", expires_at=NOON + timedelta(hours=hours), pending="strike-again")

    assert story.editions.last().expires_at == ends
