"""What the panel says will be true: a sentence for every kind of story, time and choice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.forms.prospect import Prospect
from articles.models import Slot
from tests.articles.admin.pages import move_url
from tests.articles.mistakes import make_mistake
from tests.factories import NOON, make_article, make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
AT_THREE = "Monday 2 March at 13:00 in Cairo (11:00 UTC)"
TOMORROW = "Tuesday 3 March at 12:00 in Cairo (10:00 UTC)"


@pytest.fixture(autouse=True)
def other_stories(db, clock):
    """So that not everything leads the front page."""
    story = make_published(headline="Lead")
    Slot.objects.create(article=story, starts_at=NOON - DAY)


def said(story, **chosen):
    facts = desk.publication(story, timezone.now(), with_words=True)
    return Prospect(story, facts, **chosen).sentence


def test_first_version_now():
    assert said(make_article()) == "Goes live now, on World and the front page."


def test_first_version_later():
    story = make_article(section=make_section(name="Africa", parent=make_section()))

    assert said(story, at=NOON + HOUR) == f"Goes live {AT_THREE}, on Africa, World and the front page."


def test_story_that_leads():
    story = make_article()
    Slot.objects.create(article=story, starts_at=NOON)

    assert said(story) == "Goes live now, on World and the front page, which it leads."


def test_place_on_the_front_page_is_that_of_the_instant():
    story = make_article()
    Slot.objects.create(article=story, starts_at=NOON + HOUR)

    leads = [", which it leads." in said(story, at=at) for at in (NOON + HOUR - DAY / 86400, NOON + HOUR)]

    assert leads == [False, True]


def test_update_now():
    assert said(make_published()) == (
        "Goes live now, on World and the front page. It takes the place of published version 1."
    )


def test_update_later():
    assert said(make_published(), at=NOON + HOUR) == (
        f"Goes live {AT_THREE}, on World and the front page. Until then readers keep published version 1."
    )


def test_after_what_stands_has_ended(clock):
    story = make_article()
    publish(story, expires_at=NOON + HOUR)

    before = said(story, at=NOON + DAY, expires_at=NOON + DAY + HOUR)
    clock.shift(7200)
    after = said(story)

    assert before == (
        f"Goes live {TOMORROW}, on World and the front page. Until {AT_THREE} readers keep published version "
        "1, and from then on nothing until this. It ends Tuesday 3 March at 13:00 in Cairo (11:00 UTC)."
    )
    assert after == (
        "Goes live now, on World and the front page. "
        "Readers have had nothing since published version 1 ended."
    )


def test_end_that_is_taken_away():
    story = make_article()
    publish(story, expires_at=NOON + HOUR)

    assert said(story) == (
        "Goes live now, on World and the front page. It takes the place of published version 1. "
        f"It no longer ends {AT_THREE}."
    )


def test_story_that_was_taken_down(clock):
    story = make_published()
    clock.shift(60)
    desk.withdraw(story, by=None, note="Wrong.", ground="retraction")

    assert said(story) == (
        "Goes live now, on World and the front page. It takes the place of the notice that it was taken down."
    )
    assert said(story, at=NOON + HOUR) == (
        f"Goes live {AT_THREE}, on World and the front page. "
        "Until then readers keep the notice that it was taken down."
    )


@pytest.mark.parametrize(
    ("choice", "end"),
    [
        ("", "would still come after that: choose what becomes of it."),
        ("void", "is dropped."),
        ("strike-again", "is made again from the story as it is now."),
    ],
)
def test_scheduled_version(choice, end):
    story = make_published()
    publish(story, at=NOON + HOUR, change="update")

    assert said(story, pending=choice) == (
        "Goes live now, on World and the front page. It takes the place of published version 1. "
        f"Version 2, scheduled for {AT_THREE}, {end}"
    )


@pytest.mark.parametrize("at", [NOON + HOUR / 2, NOON + HOUR, NOON + DAY])
@pytest.mark.parametrize("story", [make_article, make_published])
def test_of_two_to_be_scheduled_the_older_can_only_be_dropped(at, story):
    story = story()
    number = publish(story, at=NOON + HOUR, change="update").number

    asked, dropped = said(story, at=at), said(story, at=at, pending="void")

    assert asked.endswith(
        "Only one version can be scheduled at a time: choose what becomes of "
        f"version {number}, scheduled for {AT_THREE}."
    )
    assert dropped.endswith(f"Version {number}, scheduled for {AT_THREE}, is dropped.")


def test_what_readers_have_until_then_is_said_once_nothing_comes_between():
    story = make_published()
    publish(story, at=NOON + HOUR, change="update")

    kept = "Until then readers keep published version 1."
    before, after = said(story, at=NOON + HOUR), said(story, at=NOON + DAY)

    assert [kept in before, kept in after] == [True, False]
    assert kept in said(story, at=NOON + DAY, pending="void")


def test_story_without_section():
    story = make_article()
    story.section = None

    assert said(story) == "Goes live now, once it has a section."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"when": "at"}, "Say when it goes live."),
        ({"when": "at", "at": "never"}, "Say when it goes live."),
        ({"when": "now", "at": "2026-03-02T13:00"}, "Goes live now, on World and the front page."),
        ({"when": "at", "at": "2026-03-02T13:00"}, f"Goes live {AT_THREE}, on World and the front page."),
    ],
)
def test_sentence_follows_what_is_typed(editor, sign_in, typed, sentence):
    page = sign_in(editor).post(move_url(make_article(), "publish"), typed)

    assert page.context["form"].sentence == sentence


def test_what_stops_it_says_so_in_place_of_what_would_be_true(editor, sign_in):
    story = make_article(embargo_lifts_at=NOON + HOUR)
    client = sign_in(editor)

    now = client.get(move_url(story, "publish")).context["form"]
    later = client.post(move_url(story, "publish"), {"when": "at", "at": "2026-03-02T13:00"}).context["form"]

    assert (now.sentence, now.buttons) == (
        "As it stands, this can't be published. What stops it is said below.",
        [],
    )
    assert later.sentence == f"Goes live {AT_THREE}, on World and the front page."
    assert [button.label for button in later.buttons] == ["Schedule"]


def test_taking_down_what_ended(editor, sign_in, clock):
    story = make_article()
    publish(story, expires_at=NOON + HOUR)
    client = sign_in(editor)

    live = client.get(move_url(story, "withdraw")).context["form"].sentence
    clock.shift(7200)
    ended = client.get(move_url(story, "withdraw")).context["form"].sentence

    assert live == (
        "At once, readers find your notice in place of published version 1, and no list names the story any "
        "more."
    )
    assert ended == (
        "At once, readers find your notice in the story's place, and no list names the story any more."
    )


@pytest.mark.parametrize(
    ("count", "settled"),
    [
        (1, "settles 1 report of a mistake; the reader is told, if there is an address."),
        (2, "settles 2 reports of a mistake; the readers are told, if there is an address."),
    ],
)
def test_what_readers_spotted_and_is_being_corrected(count, settled):
    story = make_published(body="<p>It rained on Monday. It was cold.</p>")
    for sentence in ("It rained on Monday.", "It was cold.")[:count]:
        desk.take_mistake(make_mistake(story, sentence), by=None)

    assert said(story).endswith(f" This {settled}")


def test_a_report_that_nobody_took_up_is_not_settled():
    story = make_published(body="<p>It rained on Monday.</p>")
    make_mistake(story, "It rained on Monday.")

    assert "settles" not in said(story)


def test_it_no_longer_ends_only_if_it_would_have_stood_then():
    story = make_article()
    publish(story, expires_at=NOON + DAY)

    before, after = said(story, at=NOON + HOUR), said(story, at=NOON + 2 * DAY)

    assert ["no longer ends" in each for each in (before, after)] == [True, False]


def test_made_again_it_ends_as_the_story_was_to_end():
    story = make_published()
    publish(story, at=NOON + DAY, change="update")

    ends = said(story, expires_at=NOON + 2 * DAY, pending="strike-again")

    assert ends.endswith("After that it ends Wednesday 4 March at 12:00 in Cairo (10:00 UTC).")


@pytest.mark.parametrize(
    ("end_of_scheduled", "back"),
    [
        (None, ", without an end."),
        (NOON + DAY + HOUR, ", until Tuesday 3 March at 13:00 in Cairo (11:00 UTC)."),
    ],
)
def test_made_again_after_an_earlier_end_the_story_comes_back(end_of_scheduled, back):
    story = make_published()
    publish(story, at=NOON + DAY, change="update", expires_at=end_of_scheduled)

    ends = said(story, expires_at=NOON + HOUR, pending="strike-again")

    assert ends.endswith(
        f"is made again from the story as it is now. The story ends {AT_THREE}: from then on readers find "
        f"nothing until {TOMORROW}, when it comes back{back}"
    )


@pytest.mark.parametrize("end_of_scheduled", [None, NOON + DAY + HOUR])
def test_made_again_at_the_very_end_nothing_ends_then(end_of_scheduled):
    story = make_published()
    publish(story, at=NOON + DAY, change="update", expires_at=end_of_scheduled)

    ends = said(story, expires_at=NOON + DAY, pending="strike-again")

    end = "it ends Tuesday 3 March at 13:00 in Cairo (11:00 UTC)." if end_of_scheduled else "it does not end."
    assert ends.endswith(f"is made again from the story as it is now. After that {end}")


def test_no_end_is_said_that_depends_on_what_is_still_asked():
    story = make_published()
    publish(story, at=NOON + DAY, change="update", expires_at=NOON + DAY + HOUR)

    asked = said(story, expires_at=NOON + 3 * DAY)
    later = said(story, at=NOON + 2 * DAY, expires_at=NOON + 3 * DAY)

    assert asked.endswith("would still come after that: choose what becomes of it.")
    assert later.endswith("It ends Thursday 5 March at 12:00 in Cairo (10:00 UTC).")


def test_an_end_that_the_scheduled_version_forestalled_is_none_to_take_away():
    story = make_article()
    publish(story, expires_at=NOON + DAY)
    publish(story, at=NOON + HOUR, change="update")

    assert "no longer ends" not in said(story, pending="void")
