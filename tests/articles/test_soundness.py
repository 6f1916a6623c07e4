"""The rules that keep editions sound: ends, voids, notices, and what readers are told of changes."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.utils.safestring import SafeString

from articles import desk
from articles.body import RENDERER
from articles.models import Edition
from tests.articles.verbs import HOUR
from tests.factories import NOON, make_article, make_published, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CHANGES = ["minor", "update", "correction", "clarification"]


def standing(*instants):
    """The number of the edition that stands at each instant, or None."""
    return [Edition.objects.standing(at).values_list("number", flat=True).first() for at in instants]


def take_down(article):
    return desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")


def test_expired_without_a_notice_nothing_stands():
    article = make_article()

    edition = publish(article, expires_at=NOON + HOUR)

    assert standing(NOON, edition.live_until - timedelta(microseconds=1), NOON + HOUR) == [1, 1, None]


def test_a_version_struck_after_the_end_of_another_starts_afresh(clock):
    article = make_article()
    publish(article, expires_at=NOON + HOUR)
    clock.shift(2 * HOUR)

    publish(article, change="update")

    assert standing(NOON, NOON + HOUR, NOON + 2 * HOUR) == [1, None, 2]


def test_a_version_struck_before_the_end_of_another_ends_it():
    article = make_article()
    publish(article, expires_at=NOON + 3 * HOUR)

    publish(article, change="update", at=NOON + HOUR)

    assert standing(NOON, NOON + HOUR, NOON + 3 * HOUR) == [1, 2, 2]


def test_what_is_voided_keeps_its_number_and_was_never_public(clock):
    article = make_published()
    clock.shift(10)

    voided = desk.undo(article, by=None)

    voided = Edition.objects.get(pk=voided.pk)
    assert [voided.number, voided.live_until, voided.voided_at] == [1, NOON, NOON + timedelta(seconds=10)]
    assert standing(NOON, NOON + timedelta(seconds=5), NOON + HOUR) == [None, None, None]


def test_the_one_before_what_is_voided_gets_its_own_end_back(clock):
    article = make_article()
    publish(article, expires_at=NOON + 5 * HOUR)
    clock.shift(60)
    publish(article, change="minor", at=NOON + HOUR, expires_at=NOON + 2 * HOUR)

    desk.unschedule(article, by=None)

    assert standing(NOON + HOUR, NOON + 4 * HOUR, NOON + 5 * HOUR) == [1, 1, None]


def test_two_versions_of_one_instant_leave_the_later_one():
    article = make_published()

    publish(article, change="minor")

    assert standing(NOON, NOON + HOUR) == [2, 2]


def test_a_notice_stands_but_is_never_live():
    article = make_published()

    notice = take_down(article)

    assert (notice.stands_at(NOON), notice.is_live_at(NOON)) == (True, False)
    assert (list(Edition.objects.standing(NOON)), list(Edition.objects.live(NOON))) == ([notice], [])


@pytest.mark.parametrize("change", CHANGES)
def test_a_story_keeps_the_day_on_which_it_first_appeared(clock, change):
    article = make_published()
    clock.shift(timedelta(days=3))

    edition = publish(article, change=change, note="Told.")

    assert (edition.first_published_at, edition.published_on) == (NOON, NOON.date())


@pytest.mark.parametrize(
    ("change", "is_dated", "is_told"),
    [
        ("minor", False, False),
        ("update", True, True),
        ("correction", True, True),
        ("clarification", True, True),
    ],
)
def test_what_each_kind_of_change_says_to_readers(clock, change, is_dated, is_told):
    article = make_published()
    clock.shift(3600)
    at = NOON + HOUR

    edition = publish(article, change=change, note="Told.")

    edition = Edition.objects.get(pk=edition.pk)
    assert (edition.updated_at, edition.is_updated) == (at if is_dated else NOON, is_dated)
    told = [{"change": change, "note": "Told.", "at": at.isoformat(), "number": 2}]
    assert edition.notes_so_far == (told if is_told else [])


def test_an_update_need_not_be_told(clock):
    article = make_published()
    clock.shift(3600)

    edition = publish(article, change="update")

    assert (edition.is_updated, edition.public_notes) == (True, [])


def test_a_first_version_has_nothing_to_tell():
    edition = publish(make_article(), note="For the desk.")

    assert (edition.is_updated, edition.public_notes) == (False, [])


def test_a_minor_change_keeps_the_date_of_the_update_before_it(clock):
    article = make_published()
    clock.shift(3600)
    publish(article, change="update")
    clock.shift(3600)

    edition = publish(article, change="minor")

    assert (edition.updated_at, edition.is_updated) == (NOON + HOUR, True)


def test_what_changed_is_told_oldest_first(clock):
    article = make_published()
    for change in ("correction", "minor", "update"):
        clock.shift(3600)
        publish(article, change=change, note=f"A {change}.")

    edition = Edition.objects.last()

    assert [note["note"] for note in edition.public_notes] == ["A correction.", "A update."]


def test_what_readers_were_told_stays_told_and_what_changed_stops_before_a_withdrawal(clock):
    article = make_published()
    clock.shift(3600)
    publish(article, change="correction", note="Before.")
    clock.shift(3600)
    take_down(article)
    clock.shift(3600)

    edition = publish(article, change="update", note="After.")

    assert [(note["note"], note["number"]) for note in edition.public_notes] == [
        ("Before.", None),
        ("After.", None),
    ]


def test_a_notice_stands_alone(clock):
    article = make_published()
    clock.shift(3600)
    publish(article, change="correction", note="Before.")
    notice = take_down(article)

    answer = Client().get(notice.get_absolute_url())

    assert (answer.status_code, "It was wrong." in answer.content.decode()) == (410, True)
    assert "Before." not in answer.content.decode()


def test_what_was_undone_is_not_told(clock):
    article = make_published()
    clock.shift(3600)
    publish(article, change="correction", note="Wrong again.")
    desk.undo(article, by=None)

    edition = publish(article, change="correction", note="Right.")

    assert [note["note"] for note in edition.public_notes] == ["Right."]


@pytest.mark.parametrize("part", ["actor", "striker", "writer", "assignee"])
def test_accounts_that_history_points_at_can_not_be_deleted(part):
    person = make_user(role="editor")
    article = make_article(
        by=person if part == "writer" else None, assignee=person if part == "assignee" else None
    )
    if part == "actor":
        desk.file(article, by=person)
    if part == "striker":
        desk.publish(article, by=person)

    with pytest.raises(ProtectedError):
        person.delete()


@pytest.mark.parametrize("rendered_by", [0, RENDERER - 1, RENDERER + 1])
def test_an_old_rendering_is_made_anew_in_memory(rendered_by):
    article = make_published(body="<p>Rain</p><p></p>")
    Edition.objects.update(body_html="<p>As it was rendered then</p>", rendered_by=rendered_by)

    edition = article.editions.get()

    assert (edition.html, type(edition.html)) == ("<p>Rain</p>", SafeString)


def test_a_rendering_of_today_is_taken_as_it_is():
    article = make_published()
    Edition.objects.update(body_html="<p>As it was rendered</p>")

    assert article.editions.get().html == "<p>As it was rendered</p>"
