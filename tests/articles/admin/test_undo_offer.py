"""For a minute after publishing, scheduling or taking down, “Undo” is offered where one comes to."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.admin.pages import form_url, press, typed, words
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("make", "verb", "button", "told"),
    [
        (make_article, "publish", "first", {}),
        (make_article, "publish", "first", {"when": "at", "at": "2026-03-04T06:00"}),
        (make_published, "publish", "correction", {"note": "It was Monday."}),
        (make_published, "withdraw", "withdrawal", {"ground": "legal", "note": "By order."}),
    ],
    ids=["publish", "schedule", "correct", "take down"],
)
def test_is_offered_at_once_with_the_seconds_left(clock, editor, sign_in, make, verb, button, told):
    story = make()
    clock.shift(120)
    client = sign_in(editor)

    page = client.get(press(client, story, verb, button, **told).url)
    clock.shift(13)
    later = client.get(form_url(story))

    assert page.context["desk"]["undo"]["seconds"] == 60
    assert "60 seconds left" in words(page)
    assert later.context["desk"]["undo"]["seconds"] == 47


def test_undoes_with_one_press(clock, editor, sign_in):
    story = make_article()
    client = sign_in(editor)
    press(client, story, "publish")

    undo = client.get(form_url(story)).context["desk"]["undo"]
    answer = client.post(undo["url"], {"number": undo["number"]}, follow=True)

    assert not story.editions.effective().exists()
    assert "undid version 1" in words(answer)
    assert answer.context["desk"]["undo"] is None


def test_is_not_offered_after_the_minute(clock, editor, sign_in):
    story = make_published()
    clock.shift(61)

    assert sign_in(editor).get(form_url(story)).context["desk"]["undo"] is None


def test_is_not_offered_to_who_may_not(reporter, sign_in):
    story = make_published(by=reporter)

    page = sign_in(reporter).get(form_url(story))

    assert page.context["desk"]["undo"] is None


def test_last_second_counts(clock, editor, sign_in):
    story = make_published()
    clock.move_to(timezone.now() + timedelta(seconds=60))

    assert sign_in(editor).get(form_url(story)).context["desk"]["undo"]["seconds"] == 1


@pytest.fixture
def two(clock, editor, sign_in):
    """A story with a second version, the offer to undo that, and a third that a colleague published since."""
    story = make_published()
    clock.shift(70)
    publish(story, change="update")
    client = sign_in(editor)
    offer = client.get(form_url(story)).context["desk"]["undo"]
    clock.shift(20)
    publish(story, change="correction", note="It was Monday.")
    return story, client, offer


def numbers(story):
    return list(story.editions.effective().values_list("number", flat=True))


def test_does_not_undo_what_a_colleague_published_since(two):
    story, client, offer = two

    answer = client.post(offer["url"], {"number": offer["number"]})

    assert numbers(story) == [1, 2, 3]
    assert "Meanwhile there is version 3, and nothing was done." in words(answer)
    assert "Published version 3 is undone." in words(answer)


def test_having_read_it_the_next_press_undoes_that(two):
    story, client, offer = two

    asked = client.post(offer["url"], {"number": offer["number"]}).context["form"]
    client.post(offer["url"], {"number": asked["number"].value()})

    assert numbers(story) == [1, 2]


def test_pressed_twice_undoes_once(clock, editor, sign_in):
    story = make_published()
    clock.shift(20)
    publish(story, change="update")
    client = sign_in(editor)
    offer = client.get(form_url(story)).context["desk"]["undo"]

    for _ in range(2):
        client.post(offer["url"], {"number": offer["number"]})

    assert numbers(story) == [1]


def test_undoes_whatever_stands_in_the_form_beside_it(editor, sign_in):
    story = make_published()
    client = sign_in(editor)
    button = next(
        each for each in client.get(form_url(story)).context["desk"]["buttons"] if each.verb == "undo"
    )

    client.post(button.url, {**typed(story, due_at="half a date"), "number": button.number})

    assert numbers(story) == []
