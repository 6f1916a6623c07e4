"""A press does what was said. If it would do anything else, nothing is done and the panel says it anew."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.forms.panel import CHANGED, NO_LONGER, SAVED
from articles.models import Article, Edition, Section
from tests.articles.admin.pages import move_url
from tests.factories import make_article, make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)


@pytest.fixture
def client(editor, sign_in):
    return sign_in(editor)


def shown(page):
    """What a page carries for the next press."""
    return {"said": page.context["form"].promise, "seen_version": page.context["original"].version}


def open_panel(client, story, verb="publish"):
    return shown(client.get(move_url(story, verb)))


def change_and_press(client, story, told, verb="publish"):
    """The notice of the first press, what it struck, and the notice of the second, if it is not done."""
    count = Edition.objects.count()
    first = client.post(move_url(story, verb), told)
    struck = Edition.objects.count() - count
    second = client.post(move_url(story, verb), {**told, **shown(first)})
    return first.context["form"].notice, struck, second.status_code


def test_other_time_is_said_first(client):
    story = make_article()
    told = {**open_panel(client, story), "press": "first", "when": "at", "at": "2026-03-04T06:00"}

    assert change_and_press(client, story, told) == (CHANGED, 0, 302)
    assert story.editions.get().live_from.isoformat() == "2026-03-04T04:00:00+00:00"


def test_colleagues_words_do_not_go_out_unseen(client):
    story = make_article(headline="Rain")
    told = {**open_panel(client, story), "press": "first"}
    story.headline = "Heavy rain"
    desk.save(story, by=None)

    assert change_and_press(client, story, told) == (SAVED, 0, 302)
    assert Edition.objects.get().headline == "Heavy rain"


def test_a_look_at_other_choices_does_not_make_colleagues_words_seen(client):
    story = make_article(headline="Rain")
    told = open_panel(client, story)
    story.headline = "Heavy rain"
    desk.save(story, by=None)

    page = client.post(move_url(story, "publish"), {**told, "when": "now"})

    assert page.context["form"].notice == SAVED
    assert "copy=2" in page.context["panel"]["framed_url"]


def test_colleague_who_publishes_first_changes_what_it_is(client):
    story = make_article()
    told = {**open_panel(client, story), "press": "first"}
    publish(story)

    page = client.post(move_url(story, "publish"), told)

    assert (page.context["form"].notice, story.editions.count()) == (NO_LONGER, 1)
    assert "autofocus" in page.content.decode()


def test_version_published_meanwhile_is_not_replaced_unseen(client, clock):
    story = make_published()
    told = {**open_panel(client, story), "press": "update"}
    clock.shift(60)
    publish(story, change="minor")

    assert change_and_press(client, story, told) == (CHANGED, 0, 302)


def test_version_scheduled_meanwhile_is_asked_about(client):
    story = make_published()
    told = {**open_panel(client, story), "press": "update"}
    publish(story, at=timezone.now() + HOUR, change="minor")

    page = client.post(move_url(story, "publish"), told)

    assert story.editions.count() == 2
    assert " autofocus" in str(page.context["form"]["pending"])


def test_embargo_set_meanwhile_stops_it(client):
    story = make_article()
    told = {**open_panel(client, story), "press": "first"}
    desk.embargo(story, by=None, until=timezone.now() + HOUR)

    page = client.post(move_url(story, "publish"), told)

    assert (page.context["form"].notice, story.editions.count()) == (NO_LONGER, 0)
    assert [stop["sentence"] for stop in page.context["panel"]["stops"]] == [
        "The story is under embargo until Monday 2 March at 13:00 in Cairo (11:00 UTC). "
        "Publish at that time or later."
    ]


def test_story_spiked_meanwhile_is_refused_in_a_sentence(client):
    story = make_article()
    told = {**open_panel(client, story), "press": "first"}
    Article.objects.update(state="spiked")

    page = client.post(move_url(story, "publish"), told)

    assert "is in the state “spiked”" in page.content.decode()
    assert not story.editions.exists()


def test_taking_down_says_what_it_takes_the_place_of(client, clock):
    story = make_published()
    told = {"ground": "legal", "note": "By order.", "press": "withdrawal"}
    told |= open_panel(client, story, "withdraw")
    clock.shift(60)
    publish(story, change="minor")

    assert change_and_press(client, story, told, "withdraw") == (CHANGED, 0, 302)
    assert story.editions.last().change == "withdrawal"


@pytest.mark.parametrize("press", [{}, {"press": ""}, {"press": "withdrawal"}, {"press": "first"}])
def test_without_one_of_its_buttons_nothing_is_done(client, press):
    story = make_published()

    client.post(move_url(story, "publish"), {**open_panel(client, story), "when": "now", **press})

    assert story.editions.count() == 1


def test_everything_typed_stays(client):
    story = make_published()
    typed = {"when": "at", "at": "2026-03-04T06:00", "expires_at": "2026-03-05T06:00", "note": "Ten dead"}

    page = client.post(
        move_url(story, "publish"), {**open_panel(client, story), "press": "update", **typed}
    ).content.decode()

    assert all(value in page for value in ("2026-03-04T06:00", "2026-03-05T06:00", "Ten dead"))
    assert 'value="at" id="id_when_1" checked' in page or 'value="at" checked' in page


def test_what_is_proposed_stays_in_front_while_other_choices_are_made(client):
    story = make_published()
    publish(story, at=timezone.now() + HOUR, change="correction", note="It was Monday.")
    url = f"{move_url(story, 'publish')}?replace=1"

    begun = client.get(url).context["form"]
    chosen = {"when": "now", "note": "It was Sunday.", "proposed": begun.proposed}
    looked = client.post(url, chosen).context["form"]

    front = [[button.press for button in form.buttons if button.look == "main"] for form in (begun, looked)]
    assert front == [["correction"], ["correction"]]
    assert [value for value, _ in looked.fields["pending"].choices] == ["void", "strike-again"]


def test_a_reason_covers_only_what_stopped_it_when_it_was_given(sign_in, administrator):
    section = make_section(name="Strict")
    story = desk.start(Article(headline="Rain", section=section), by=administrator)
    desk.embargo(story, by=None, until=timezone.now() + HOUR)
    client = sign_in(administrator)
    told = {**open_panel(client, story), "press": "first", "override": "Agreed with the ministry."}
    Section.objects.filter(pk=section.pk).update(four_eyes=True)

    notice, struck, second = change_and_press(client, story, told)

    assert (notice, struck, second) == (CHANGED, 0, 302)
    assert story.desk_entries.first().details["overridden"] == ["embargoed", "four-eyes"]
