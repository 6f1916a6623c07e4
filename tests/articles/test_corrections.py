"""Which corrections readers are told about, and where each leads."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from articles import desk
from articles.models import Article, Edition
from tests.articles.verbs import HOUR
from tests.factories import NOON, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

INSTANT = timedelta(microseconds=1)
LATER = NOON + 1000 * HOUR


def correct(article, *, note="It was Benghazi.", change="correction", **options):
    return publish(article, change=change, note=note, **options)


def take_down(article):
    return desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")


def numbers(at=LATER):
    return list(Edition.objects.corrections(at).values_list("number", flat=True))


def leads(at=LATER):
    """By its number, where each correction leads those who want to compare."""
    return {found.number: found.changes_path for found in Edition.objects.corrections(at)}


@pytest.fixture
def rain(clock):
    article = make_published(headline="Rain", slug="rain")
    clock.shift(3600)
    return article


@pytest.mark.parametrize(
    ("change", "is_listed", "is_told"),
    [
        ("minor", False, False),
        ("update", False, True),
        ("correction", True, True),
        ("clarification", True, True),
    ],
)
def test_kinds_of_change_that_readers_are_told_about(rain, change, is_listed, is_told):
    edition = correct(rain, change=change)

    assert list(Edition.objects.corrections(LATER)) == ([edition] if is_listed else [])
    assert list(Edition.objects.told(LATER)) == ([edition] if is_told else [])


def test_an_update_without_a_note_tells_nothing(rain):
    correct(rain, change="update", note="")

    assert list(Edition.objects.told(LATER)) == []


def test_newest_first_by_when_it_was_corrected(rain, clock):
    hail = make_published(headline="Hail", on=NOON + HOUR)
    for article in (hail, rain, hail):
        clock.shift(60)
        correct(article)

    found = Edition.objects.corrections(LATER).values_list("story_headline", "number")

    assert list(found) == [("Hail", 3), ("Rain", 2), ("Hail", 2)]


def test_names_the_story_as_it_is_called_now(rain, clock):
    correct(rain)
    clock.shift(60)
    Article.objects.filter(pk=rain.pk).update(headline="Drizzle")
    publish(rain, change="minor")
    desk.rename(rain, by=None, slug="drizzle")

    found = Edition.objects.corrections(LATER).get()

    assert (found.story_headline, found.path) == ("Drizzle", "/2026/03/02/drizzle/")
    assert found.changes_path == "/2026/03/02/drizzle/changes/2/"


def test_begins_at_its_very_instant(rain):
    at = correct(rain, at=NOON + 3 * HOUR).live_from

    assert [numbers(at - INSTANT), numbers(at)] == [[], [2]]


def test_ends_with_its_story(rain):
    end = NOON + 5 * HOUR
    correct(rain, expires_at=end)

    assert [numbers(end - INSTANT), numbers(end)] == [[2], []]


def test_scheduled_unscheduled_and_undone_corrections_are_not_told(rain, clock):
    correct(rain, at=NOON + 3 * HOUR)
    scheduled = numbers(NOON + 2 * HOUR)
    desk.unschedule(rain, by=None)
    correct(rain)
    desk.undo(rain, by=None)

    assert (scheduled, numbers(), list(Edition.objects.told(LATER))) == ([], [], [])


def test_what_was_taken_down_comes_back_with_its_corrections_and_without_its_words(rain, clock):
    correct(rain)
    clock.shift(3600)
    notice = take_down(rain)
    down = numbers(notice.live_from)
    clock.shift(3600)
    back = correct(rain, note="Back, and right.")

    assert [numbers(notice.live_from - INSTANT), down, numbers()] == [[2], [], [4, 2]]
    assert leads() == {2: "", 4: ""}
    assert [(note["note"], note["number"]) for note in back.public_notes] == [
        ("It was Benghazi.", None),
        ("Back, and right.", None),
    ]


def test_a_minor_change_brings_the_corrections_back_too(rain, clock):
    correct(rain)
    take_down(rain)
    clock.shift(3600)
    back = publish(rain, change="minor")

    assert (numbers(), [note["note"] for note in back.public_notes]) == ([2], ["It was Benghazi."])


def test_a_notice_that_was_undone_ends_nothing(rain, clock):
    correct(rain)
    clock.shift(3600)
    take_down(rain)
    desk.undo(rain, by=None)

    assert numbers() == [2]


def test_compares_with_the_version_before_that_counted(rain, clock):
    correct(rain)
    clock.shift(3600)
    correct(rain)
    desk.undo(rain, by=None)
    last = correct(rain)

    assert (last.number, last.follows) == (4, 2)
    assert leads()[4] == "/2026/03/02/rain/changes/4/"


def test_compares_with_nothing_across_a_notice(rain, clock):
    take_down(rain)
    clock.shift(3600)
    back = correct(rain)
    clock.shift(3600)
    last = correct(rain)

    assert [each.follows for each in (back, last)] == [None, 3]
    assert leads() == {3: "", 4: "/2026/03/02/rain/changes/4/"}
    assert [note["number"] for note in last.notes_so_far] == [None, 4]


def test_editions_struck_before_that_was_kept_are_filled_alike(rain, clock):
    correct(rain)
    desk.undo(rain, by=None)
    for verb in (correct, take_down, correct, correct):
        clock.shift(3600)
        verb(rain)
    as_struck = list(Edition.objects.values_list("number", "follows"))
    Edition.objects.update(follows=None)

    import_module("articles.migrations.0013_fill_what_editions_follow").fill(apps, None)

    # The second was undone, and leads nowhere.
    assert as_struck == [(1, None), (2, 1), (3, 1), (4, None), (5, None), (6, 5)]
    assert list(Edition.objects.values_list("number", "follows")) == [as_struck[0], (2, None), *as_struck[2:]]
