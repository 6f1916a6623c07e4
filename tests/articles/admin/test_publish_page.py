"""Publishing on its page: when, what it is to what stands, and what becomes of what is scheduled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.admin.pages import form_url, move_url, words
from tests.factories import make_article, make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def africa():
    return make_section(name="Africa", parent=make_section())


def test_publish_says_where_it_goes(editor, sign_in):
    story = make_article(section=africa())

    page = words(sign_in(editor).get(move_url(story, "publish")))

    assert "Goes live now, in World › Africa, or at the time you set." in page


def test_publishes_now(editor, sign_in):
    story = make_article()

    answer = sign_in(editor).post(move_url(story, "publish"), {"when": "now"})

    edition = story.editions.get()
    assert (edition.live_from, edition.struck_by, answer.url) == (timezone.now(), editor, form_url(story))


def test_publishes_at_a_time_in_the_newsrooms_zone(editor, sign_in):
    story = make_article()

    answer = sign_in(editor).post(
        move_url(story, "publish"),
        {"when": "at", "at": "2026-03-04T06:00", "expires_at": "2026-03-05T06:00"},
        follow=True,
    )

    edition = story.editions.get()
    # Cairo is two hours ahead in March.
    assert edition.live_from.isoformat() == "2026-03-04T04:00:00+00:00"
    assert edition.expires_at - edition.live_from == timedelta(days=1)
    said = "Edgar Stone scheduled version 1 for Wednesday 4 March 2026 at 06:00 (EET)"
    assert said in words(answer)


def test_set_time_must_be_said(editor, sign_in):
    story = make_article()

    page = sign_in(editor).post(move_url(story, "publish"), {"when": "at"})

    assert "Say when to publish it." in words(page)
    assert not story.editions.exists()


def test_refusal_is_a_sentence_and_what_was_typed_stays(editor, sign_in):
    story = make_published()

    page = sign_in(editor).post(
        move_url(story, "publish"),
        {"when": "at", "at": "2026-03-01T06:00", "change": "update", "note": "Ten dead"},
    )

    assert "The time to publish at has already passed." in words(page)
    assert "Ten dead" in page.content.decode()
    assert story.editions.count() == 1


def test_first_version_is_not_asked_what_it_is(editor, sign_in):
    form = sign_in(editor).get(move_url(make_article(), "publish")).context["form"]

    assert [field.name for field in form.visible_fields()] == ["when", "at", "expires_at"]


def test_scheduled_version_is_a_choice_and_not_an_error(editor, sign_in):
    story = make_published()
    publish(story, at=timezone.now() + timedelta(hours=2), change="update")

    form = sign_in(editor).get(move_url(story, "publish")).context["form"]

    assert form.fields["pending"].choices == [
        ("void", "Drop the version scheduled for Monday 2 March 2026 at 14:00 (EET)"),
        (
            "strike-again",
            "Make it again from the story as it is now, still for Monday 2 March 2026 at 14:00 (EET)",
        ),
    ]


@pytest.mark.parametrize(("choice", "numbers"), [("void", [1, 3]), ("strike-again", [1, 3, 4])])
def test_choice_about_the_scheduled_version_is_kept(editor, sign_in, choice, numbers):
    story = make_published()
    publish(story, at=timezone.now() + timedelta(hours=2), change="update")

    sign_in(editor).post(move_url(story, "publish"), {"when": "now", "change": "minor", "pending": choice})

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

    page = sign_in(editor).post(move_url(story, "publish"), {"when": "now", "expires_at": moment})

    assert "Give a year between 1900 and 2999." in words(page)
    assert not story.editions.exists()
