"""A time that the clocks leave out, or give twice, is asked about; everything typed stays."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.test import override_settings
from django.utils import timezone

from articles.forms.moments import MomentField
from tests.articles.admin.pages import form_url, move_url, typed, words
from tests.factories import make_article

ASKED = [
    ("Africa/Cairo", "2026-10-29T23:30", "2026-10-29T21:30Z"),
    ("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T21:30Z"),
    ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z"),
    ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30Z"),
    ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T15:15Z"),
    ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:15Z"),
]


class Plan(forms.Form):
    at = MomentField(required=False)


@pytest.mark.parametrize(("zone", "at", "meant"), ASKED)
def test_asks_and_takes_the_answer(zone, at, meant):
    with override_settings(TIME_ZONE=zone):
        asked = Plan({"at": at})
        answered = Plan({"at": at, "at-meant": meant})

        assert [error.code for error in asked.errors.as_data()["at"]] == ["which-time"]
        assert (f'value="{at}"' in str(asked["at"]), 'type="radio"' in str(asked["at"])) == (True, True)
        assert (answered.errors, answered.cleaned_data["at"]) == ({}, datetime.fromisoformat(meant))


def test_answer_to_another_question_is_asked_again():
    with override_settings(TIME_ZONE="Europe/Berlin"):
        form = Plan({"at": "2026-10-25T02:30", "at-meant": "2026-10-25T05:30Z"})

        assert form.errors == {
            "at": [
                "02:30 comes twice that day: at first (CEST, 00:30 UTC) or the second time (CET, 01:30 UTC). "
                "Which one?"
            ]
        }


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin"])
def test_ordinary_time_is_the_newsrooms(zone):
    with override_settings(TIME_ZONE=zone):
        hours = {"UTC": 3, "Europe/Berlin": 1}[zone]
        form = Plan({"at": "2026-03-29T03:30", "at-meant": "2026-10-25T00:30Z"})

        assert (form.errors, form.cleaned_data) == ({}, {"at": datetime(2026, 3, 29, hours, 30, tzinfo=UTC)})
        assert 'type="radio"' not in str(form["at"])


@pytest.mark.parametrize("meant", ["2026-10-25T00:30Z", "2026-10-25T01:30Z"])
def test_stored_moment_comes_back_as_it_was(meant):
    stored = datetime.fromisoformat(meant)
    with override_settings(TIME_ZONE="Europe/Berlin"):
        shown = str(Plan(initial={"at": stored})["at"])
        again = Plan({"at": "2026-10-25T02:30", "at-meant": meant}, initial={"at": stored})

        assert f'value="{meant}" checked' in shown
        assert again.has_changed() is False


@pytest.mark.parametrize("nonsense", ["soon", "2026-02-31T10:00", "99", "2026-13-01T00:00"])
def test_what_is_no_moment_is_refused(nonsense):
    form = Plan({"at": nonsense})

    assert [error.code for error in form.errors.as_data()["at"]] == ["invalid"]
    assert f'value="{nonsense}"' in str(form["at"])


@pytest.mark.django_db
def test_asks_in_the_form_of_a_story_with_everything_typed_still_there(clock, editor, sign_in):
    story = make_article()
    client = sign_in(editor)
    wrong = typed(story, headline="Typed", due_at="2026-10-29T23:30")

    page = client.post(form_url(story), wrong)
    client.post(form_url(story), {**wrong, "due_at-meant": "2026-10-29T20:30Z"})

    story.refresh_from_db()
    assert "23:30 comes twice that day" in words(page)
    assert 'value="Typed"' in page.content.decode()
    assert (story.headline, story.due_at) == ("Typed", datetime(2026, 10, 29, 20, 30, tzinfo=UTC))


@pytest.mark.django_db
def test_asks_about_an_embargo(clock, editor, sign_in):
    story = make_article()
    client = sign_in(editor)

    page = client.post(move_url(story, "embargo"), {"until": "2026-04-24T00:30"})
    client.post(move_url(story, "embargo"), {"until": "2026-04-24T00:30", "until-meant": "2026-04-23T22:30Z"})

    story.refresh_from_db()
    assert "Did you mean 23:30 the day before or 01:30?" in words(page)
    assert story.embargo_lifts_at == datetime(2026, 4, 23, 22, 30, tzinfo=UTC)
    assert timezone.localtime(story.embargo_lifts_at).hour == 1


def test_an_offset_that_only_python_knows_is_kept_in_utc():
    typed = MomentField(required=False).clean("2999-12-31T23:59-23:59")

    assert str(typed.tzinfo) == "UTC"
