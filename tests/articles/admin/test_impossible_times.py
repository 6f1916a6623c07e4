"""Times that can't be are pointed out before a button is pressed; no sentence promises them."""

from datetime import timedelta

import pytest

from tests.articles.admin.pages import move_url, words
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)
PASSED, TOO_EARLY = "The time to publish at has already passed.", "The story would end before it begins."
SAY_WHEN, SAY_END = "Say when it goes live.", "Say when it ends, or leave that empty."
YESTERDAY, ELEVEN, ONE, TWO = (
    "2026-03-01T12:00",
    "2026-03-02T11:00",
    "2026-03-02T13:00",
    "2026-03-02T14:00",
)


@pytest.fixture
def client(editor, sign_in):
    return sign_in(editor)


def look(client, story, **chosen):
    return client.post(move_url(story, "publish"), chosen)


@pytest.mark.parametrize(
    ("chosen", "sentence", "errors"),
    [
        ({"when": "at", "at": YESTERDAY}, SAY_WHEN, {"at": [PASSED]}),
        ({"when": "at", "at": YESTERDAY, "expires_at": ELEVEN}, SAY_WHEN, {"at": [PASSED]}),
        ({"when": "at", "at": TWO, "expires_at": ONE}, SAY_END, {"expires_at": [TOO_EARLY]}),
        ({"when": "at", "at": TWO, "expires_at": TWO}, SAY_END, {"expires_at": [TOO_EARLY]}),
        ({"when": "now", "at": TWO, "expires_at": ELEVEN}, SAY_END, {"expires_at": [TOO_EARLY]}),
        ({"when": "now", "expires_at": "2026-03-02T12:00"}, SAY_END, {"expires_at": [TOO_EARLY]}),
        ({"when": "now", "expires_at": "soon"}, SAY_END, {"expires_at": ["Enter a valid date/time."]}),
        ({"when": "at", "expires_at": ELEVEN}, SAY_WHEN, {}),
    ],
)
@pytest.mark.parametrize("make", [make_article, make_published])
def test_is_said_beside_its_field_and_not_promised(client, make, chosen, sentence, errors):
    page = look(client, make(), **chosen)

    assert (page.context["form"].sentence, page.context["form"].errors) == (sentence, errors)
    assert all(value in page.content.decode() for name, value in chosen.items() if name != "when")


def test_end_that_is_carried_over_comes_before_the_time_chosen(client):
    story = make_article()
    publish(story, expires_at=NOON + HOUR)
    client.get(move_url(story, "publish"))

    page = look(client, story, when="at", at=TWO, expires_at=ONE)

    assert page.context["form"].sentence == SAY_END
    assert TOO_EARLY in words(page)


def test_the_first_instant_is_no_time_that_has_passed(client):
    form = look(client, make_article(), when="at", at="2026-03-02T12:00", expires_at="2026-03-02T12:01")

    assert form.context["form"].errors == {}


def test_a_press_is_refused_with_the_focus_beside_what_is_wrong(client):
    story = make_article()

    page = look(client, story, when="at", at=YESTERDAY, press="first")

    form = page.context["form"]
    assert (form.errors, form.notice, " autofocus" in str(form["at"])) == ({"at": [PASSED]}, "", True)
    assert not story.editions.exists()


def test_a_time_that_passed_since_it_was_read_is_not_promised_any_more(client, clock):
    story = make_article()
    chosen = {"when": "at", "at": ONE}
    seen = look(client, story, **chosen).context
    shown = {"said": seen["form"].promise, "seen_version": seen["original"].version}
    clock.shift(3601)

    form = look(client, story, **chosen, **shown, press="first").context["form"]

    assert (form.sentence, form.errors) == (SAY_WHEN, {"at": [PASSED]})
    assert not story.editions.exists()


def test_what_was_scheduled_and_has_begun_is_not_replaced_by_its_own_time(client, clock):
    story = make_published()
    publish(story, at=NOON + HOUR, change="update", expires_at=NOON + 2 * HOUR)
    url = f"{move_url(story, 'publish')}?replace=1"
    clock.shift(3600)
    begun = client.get(url).context["form"].sentence
    clock.shift(3600)
    ended = client.get(url).context["form"].sentence

    assert begun == (
        "Goes live now, on World and the front page, which it leads. It takes the place of published version "
        "2. It ends Monday 2 March at 14:00 in Cairo (12:00 UTC)."
    )
    assert ended == (
        "Goes live now, on World and the front page, which it leads. "
        "Readers have had nothing since published version 2 ended."
    )


def test_what_is_wrong_comes_with_each_look(client):
    """Its place on the page is filled anew, whether anything is wrong or not."""
    story = make_article()

    pages = [look(client, story, when="at", at=at).content.decode() for at in (YESTERDAY, ONE)]

    assert ['<div id="id_at_wrong" data-live aria-live="polite">' in page for page in pages] == [True, True]
    assert [PASSED in page for page in pages] == [True, False]
