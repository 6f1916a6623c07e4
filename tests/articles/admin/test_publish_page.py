"""Publishing in its panel: when, what it is to what stands, and what becomes of what is scheduled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.admin.pages import form_url, move_url, press, words
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

IN_TWO_HOURS = "Monday 2 March at 14:00 in Cairo (12:00 UTC)"


def schedule(story):
    publish(story, at=timezone.now() + timedelta(hours=2), change="update")


def labels(page):
    return [button.label for button in page.context["form"].buttons]


def test_first_version_goes_live_with_two_presses(editor, sign_in):
    story = make_article()
    client = sign_in(editor)

    page = client.get(move_url(story, "publish"))
    shown = {"said": page.context["form"].promise, "seen_version": 1, "when": "now"}
    answer = client.post(move_url(story, "publish"), {**shown, "press": "first"})

    edition = story.editions.get()
    assert labels(page) == ["Publish now"]
    assert (edition.live_from, edition.struck_by, answer.url) == (timezone.now(), editor, form_url(story))


@pytest.mark.parametrize("change", ["minor", "update", "correction", "clarification"])
def test_button_is_the_choice(editor, sign_in, change):
    story = make_published()

    press(sign_in(editor), story, "publish", change, note="It was Monday.")

    assert story.editions.last().change == change


def test_buttons_say_what_they_do(editor, sign_in):
    story = make_published()
    client = sign_in(editor)

    now = client.get(move_url(story, "publish"))
    later = client.post(move_url(story, "publish"), {"when": "at", "at": "2026-03-04T06:00"})

    kinds = ["a minor change", "an update", "a correction", "a clarification"]
    assert labels(now) == [f"Publish as {kind}" for kind in kinds]
    assert labels(later) == [f"Schedule as {kind}" for kind in kinds]


def test_publishes_at_a_time_in_the_newsrooms_zone(editor, sign_in):
    story = make_article()
    times = {"when": "at", "at": "2026-03-04T06:00", "expires_at": "2026-03-05T06:00"}

    answer = press(sign_in(editor), story, "publish", **times)

    edition = story.editions.get()
    # Cairo is two hours ahead in March.
    assert edition.live_from.isoformat() == "2026-03-04T04:00:00+00:00"
    assert edition.expires_at - edition.live_from == timedelta(days=1)
    said = "Edgar Stone scheduled version 1 for Wednesday 4 March at 06:00 in Cairo (04:00 UTC)"
    assert said in words(sign_in(editor).get(answer.url))


def test_set_time_must_be_said(editor, sign_in):
    story = make_article()

    page = press(sign_in(editor), story, "publish", when="at")

    assert "Say when to publish it." in words(page)
    assert not story.editions.exists()


@pytest.mark.parametrize("left", ["nonsense", "2026-10-29T23:30", "2020-01-01T00:00"])
def test_time_that_was_given_up_does_not_stand_in_the_way(editor, sign_in, left):
    story = make_article()

    press(sign_in(editor), story, "publish", when="now", at=left)

    assert story.editions.get().live_from == timezone.now()


def test_refusal_is_a_sentence_and_what_was_typed_stays(editor, sign_in):
    story = make_published()

    page = press(
        sign_in(editor), story, "publish", "update", when="at", at="2026-03-01T06:00", note="Ten dead"
    )

    assert page.context["form"].errors == {"at": ["The time to publish at has already passed."]}
    assert "Ten dead" in page.content.decode()
    assert story.editions.count() == 1


def test_correction_without_a_note_has_the_focus_on_the_note(editor, sign_in):
    page = press(sign_in(editor), make_published(), "publish", "correction")

    assert list(page.context["form"].errors) == ["note"]
    assert " autofocus" in str(page.context["form"]["note"])


def test_first_version_is_not_asked_what_it_is(editor, sign_in):
    form = sign_in(editor).get(move_url(make_article(), "publish")).context["form"]

    assert [field.name for field in form.visible_fields()] == ["when", "at", "expires_at"]


def test_scheduled_version_is_a_choice_and_not_an_error(editor, sign_in):
    story = make_published()
    schedule(story)
    client = sign_in(editor)

    form = client.get(move_url(story, "publish")).context["form"]
    asked = press(client, story, "publish", "update")

    assert form.fields["pending"].choices == [
        ("void", f"Drop the version scheduled for {IN_TWO_HOURS}"),
        ("strike-again", f"Make it again from the story as it is now, still for {IN_TWO_HOURS}"),
    ]
    assert form.sentence.endswith(
        f"Version 2, scheduled for {IN_TWO_HOURS}, would still come after that: choose what becomes of it."
    )
    assert (asked.context["form"].errors, story.editions.effective().count()) == ({}, 2)
    assert " autofocus" in str(asked.context["form"]["pending"])


def test_only_one_version_can_be_scheduled(editor, sign_in):
    story = make_published()
    schedule(story)

    times = {"when": "at", "at": "2026-03-04T06:00"}
    page = press(sign_in(editor), story, "publish", "update", **times, pending="strike-again")

    assert page.context["form"].fields["pending"].choices == [
        ("void", f"Drop the version scheduled for {IN_TWO_HOURS}: only one can be scheduled at a time")
    ]
    assert story.editions.effective().count() == 2


@pytest.mark.parametrize(("choice", "numbers"), [("void", [1, 3]), ("strike-again", [1, 3, 4])])
def test_choice_about_the_scheduled_version_is_kept(editor, sign_in, choice, numbers):
    story = make_published()
    schedule(story)

    press(sign_in(editor), story, "publish", "minor", pending=choice)

    assert [edition.number for edition in story.editions.effective()] == numbers


def test_the_end_of_what_readers_have_is_kept_unless_taken_away(editor, sign_in):
    story = make_article()
    end = timezone.now() + timedelta(days=1)
    publish(story, expires_at=end)

    form = sign_in(editor).get(move_url(story, "publish")).context["form"]

    assert form["expires_at"].initial == end


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_year_beyond_all_reason_is_refused(moment, editor, sign_in):
    story = make_article()

    page = press(sign_in(editor), story, "publish", expires_at=moment)

    assert "Give a year between 1900 and 2999." in words(page)
    assert not story.editions.exists()
