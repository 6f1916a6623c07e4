"""The buttons of a story's form: those moves that may be made and no others, and what pressing them does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.articles.admin.pages import buttons, form_url, move_url, typed, words
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_reporters_own_draft(reporter, sign_in):
    story = make_article(by=reporter)

    assert buttons(sign_in(reporter), story) == ["Save", "File to the desk", "Spike"]


def test_each_button_says_what_it_will_do(reporter, sign_in):
    story = make_article(by=reporter)

    page = sign_in(reporter).get(form_url(story)).content.decode()

    said = "The story goes to the desk. Its writer can take it back, but not change it while it is there."
    assert f'title="{said}">File to the desk</button>' in page
    assert f"<dt>File to the desk</dt><dd>{said}</dd>" in page


def test_reporters_filed_story(reporter, sign_in):
    story = make_article(by=reporter, state="filed")

    assert buttons(sign_in(reporter), story) == ["Take back"]


def test_colleagues_story(reporter, sign_in):
    assert buttons(sign_in(reporter), make_article()) == []


def test_editor_and_a_filed_story(editor, reporter, sign_in):
    story = make_article(by=reporter, state="filed")

    assert buttons(sign_in(editor), story) == [
        "Save",
        "Take back",
        "Claim",
        "Send back to Amina",
        "Ready to publish",
        "Publish…",
        "Embargo…",
        "Spike",
    ]


def test_editor_and_a_story_just_published(editor, sign_in):
    story = make_published()

    assert buttons(sign_in(editor), story) == [
        "Save",
        "File to the desk",
        "Ready to publish",
        "Publish…",
        "Undo",
        "Embargo…",
        "Take down…",
        "Change address…",
    ]


def test_editor_and_a_spiked_story(editor, sign_in):
    assert buttons(sign_in(editor), make_article(state="spiked")) == ["Unspike"]


def test_filing_saves_what_was_typed_first(reporter, sign_in):
    story = make_article(by=reporter)

    answer = sign_in(reporter).post(
        form_url(story), typed(story, headline="At last", _move="file"), follow=True
    )

    story.refresh_from_db()
    assert (story.headline, story.version, story.state) == ("At last", 2, "filed")
    assert "Amina Diallo filed the story to the desk." in words(answer)


def test_new_story_can_be_filed_at_once(reporter, sign_in):
    sign_in(reporter).post("/admin/articles/article/add/", typed(headline="Short", _move="file"))

    assert Article.objects.get().state == "filed"


def test_publishing_saves_and_leads_to_its_page(editor, sign_in):
    story = make_article()

    answer = sign_in(editor).post(form_url(story), typed(story, headline="At last", _move="publish"))

    story.refresh_from_db()
    assert (answer.url, story.headline, story.editions.count()) == (move_url(story, "publish"), "At last", 0)


def test_error_keeps_everything_and_moves_nothing(reporter, sign_in):
    story = make_article(by=reporter)
    wrong = typed(story, headline="Typed", kicker="k" * 61, _move="file")

    page = sign_in(reporter).post(form_url(story), wrong)

    story.refresh_from_db()
    assert story.state == "draft"
    assert 'value="Typed"' in page.content.decode()


def test_move_that_is_not_open_is_refused_and_what_was_typed_is_saved(reporter, sign_in):
    story = make_article(by=reporter)

    answer = sign_in(reporter).post(
        form_url(story), typed(story, headline="Typed", _move="mark_ready"), follow=True
    )

    story.refresh_from_db()
    assert (story.state, story.headline) == ("draft", "Typed")
    assert "Your account may not do this here: ready to publish." in words(answer)


def test_undo_gives_readers_back_what_they_had(clock, editor, sign_in):
    story = make_published()
    clock.shift(30)
    publish(story, change="update")

    sign_in(editor).post(move_url(story, "undo"), {"number": 2})

    assert story.editions.effective().get().number == 1


def test_replacing_leads_to_the_publish_page_with_everything_of_the_scheduled_version(editor, sign_in):
    story = make_published()
    at = timezone.now() + timedelta(hours=16)
    publish(story, at=at, change="correction", note="It was Monday.")
    client = sign_in(editor)

    answer = client.post(form_url(story), typed(story, kicker="New", _move="replace"))
    page = client.get(answer.url)
    form = page.context["form"]
    client.post(
        answer.url,
        {
            "press": form.proposed,
            "said": form.promise,
            "seen_version": story.version + 1,
            "when": "at",
            "at": "2026-03-03T04:00",
            "note": form.initial["note"],
            "pending": form.initial["pending"],
        },
    )

    pending = story.editions.pending(timezone.now()).get()
    assert form.sentence.startswith(
        "Goes live Tuesday 3 March at 04:00 in Cairo (02:00 UTC), on World and the front page"
    )
    assert (pending.kicker, pending.live_from, pending.change, pending.note) == (
        "New",
        at,
        "correction",
        "It was Monday.",
    )


def test_unscheduling_needs_no_page(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=1))

    sign_in(editor).post(move_url(story, "unschedule"), {"number": 1})

    assert not story.editions.effective().exists()


def test_unscheduling_drops_no_other_version_than_was_said(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=1))
    publish(story, at=timezone.now() + timedelta(hours=30), change="update", pending="void")

    page = sign_in(editor).post(move_url(story, "unschedule"), {"number": 1})

    assert story.editions.effective().get().number == 2
    assert "Meanwhile there is version 2, and nothing was done." in words(page)


@pytest.mark.parametrize("name", ["save", "preview", "no-such-move"])
def test_what_is_no_button_moves_nothing(editor, sign_in, name):
    story = make_article()

    answer = sign_in(editor).post(form_url(story), typed(story, _move=name))

    assert (answer.url, story.desk_entries.count()) == (form_url(story), 0)
