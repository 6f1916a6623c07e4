"""Telling readers what came of it: once, not while it can be undone, and whatever goes wrong meanwhile."""

from datetime import timedelta

import pytest
from django.core import mail

from articles import desk
from articles.desk.answering import forget_addresses, send_owed
from articles.models import Mistake
from tests.articles.mistakes import make_mistake
from tests.factories import NOON, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANN = "ann@reader.example"


@pytest.fixture
def rain(clock):
    story = make_published(headline="Rain", body="<p>It rained on Monday. Nobody came.</p>")
    clock.shift(HOUR)
    return story


def declined(story, *, answer="", **told):
    mistake = make_mistake(story, **{"email": ANN, **told})
    desk.decline_mistake(mistake, by=None, answer=answer)
    return mistake


def corrected(story, change="correction", **told):
    desk.take_mistake(make_mistake(story, **{"email": ANN, **told}), by=None)
    publish(story, change=change, note="It was Tuesday.")


def owed():
    return list(Mistake.objects.order_by("pk").values_list("email", "answer_due_at", "answered_at"))


def test_a_correction_is_told_with_its_note_and_a_link(rain, clock):
    corrected(rain, wrong="A word of mine.")
    clock.shift(61)

    assert send_owed() == (1, 0)

    sent = mail.outbox[0]
    assert (sent.to, sent.cc, sent.bcc, sent.subject) == (
        [ANN], [], [], "The Newsroom: what came of the mistake you reported",
    )  # fmt: skip
    assert sent.body == (
        "Hello,\n\n"
        "you told us of a mistake in “Rain”. Thank you for reading so closely.\n\n"
        "The story has been corrected:\n\nIt was Tuesday.\n\n"
        "The story: http://testserver/2026/03/02/rain/\n\n"
        "This is the only mail you get about it. Your address is deleted now that it is sent.\n\n"
        "The Newsroom\nhttp://testserver\n"
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("clarification", "The story has been clarified:\n\nIt was Tuesday."),
        ("update", "The story has been updated.\n\nIt was Tuesday."),
    ],
)
def test_says_what_kind_of_change_it_was(rain, clock, change, says):
    corrected(rain, change)
    clock.shift(61)
    send_owed()

    assert says in mail.outbox[0].body


def test_a_story_taken_down_is_neither_named_nor_linked(rain, clock):
    desk.take_mistake(make_mistake(rain, email=ANN), by=None)
    desk.withdraw(rain, by=None, note="It was wrong.", ground="legal")
    clock.shift(61)
    send_owed()

    body = mail.outbox[0].body
    assert "a mistake in one of our stories" in body
    assert "The story has been taken down.\n\nIt was wrong." in body
    assert ("Rain" in body, "/rain/" in body) == (False, False)


@pytest.mark.parametrize(
    ("answer", "says"), [("It was Monday.", " It says:\n\nIt was Monday.\n"), ("", "\n")]
)
def test_no_mistake_is_told_with_the_answer(rain, clock, answer, says):
    declined(rain, answer=answer)
    clock.shift(61)
    send_owed()

    assert f"The desk looked at it, and found no mistake.{says}" in mail.outbox[0].body


def test_the_address_is_deleted_once_it_was_used(rain, clock):
    declined(rain)
    clock.shift(61)
    send_owed()

    assert owed() == [("", None, NOON + HOUR + timedelta(seconds=61))]


@pytest.mark.parametrize(("seconds", "sent"), [(0, 0), (60, 0), (61, 1)])
def test_nothing_leaves_while_undo_is_offered(rain, clock, seconds, sent):
    corrected(rain)
    clock.shift(seconds)

    assert send_owed() == (sent, 0)


def test_what_was_undone_is_never_told(rain, clock):
    corrected(rain)
    clock.shift(60)
    desk.undo(rain, by=None)
    clock.shift(DAY)

    assert (send_owed(), mail.outbox) == ((0, 0), [])


def test_a_scheduled_correction_is_told_once_it_stands(rain, clock):
    desk.take_mistake(make_mistake(rain, email=ANN), by=None)
    publish(rain, change="correction", note="It was Tuesday.", at=NOON + 5 * HOUR)

    clock.move_to(NOON + 4 * HOUR)
    before = send_owed()
    clock.move_to(NOON + 5 * HOUR + timedelta(seconds=1))

    assert (before, send_owed()) == ((0, 0), (1, 0))


def test_each_is_told_once(rain, clock):
    corrected(rain)
    clock.shift(61)
    for _ in range(3):
        send_owed()
        clock.shift(DAY)

    assert len(mail.outbox) == 1


def test_who_left_no_address_gets_none(rain, clock):
    corrected(rain, email="")
    declined(rain, email="")
    clock.shift(61)

    assert (send_owed(), mail.outbox) == ((0, 0), [])


def test_no_word_of_the_reader_is_mailed_and_no_name_in_the_subject(rain, clock):
    corrected(rain, wrong="Buy at https://evil.example now")
    clock.shift(61)
    send_owed()

    message = mail.outbox[0].message().as_string()
    assert ("evil" in message, "ann" in mail.outbox[0].subject) == (False, False)
    assert "Auto-Submitted: auto-generated" in message


def test_a_header_can_not_be_smuggled_in(rain, clock):
    mistake = declined(rain)
    # No form lets this in; a row can be written otherwise.
    Mistake.objects.filter(pk=mistake.pk).update(email="ann@reader.example\nBcc: bo@reader.example")
    clock.shift(61)

    assert (send_owed(), mail.outbox) == ((0, 1), [])


def test_an_address_is_forgotten_after_thirty_days(rain, clock):
    waiting = make_mistake(rain, email=ANN)
    clock.shift(30 * DAY - timedelta(seconds=1))
    early = forget_addresses()
    clock.shift(1)
    late = forget_addresses()

    waiting.refresh_from_db()
    assert (early, late, waiting.email, waiting.state) == (0, 1, "", "open")


def test_a_decision_after_that_owes_nothing(rain, clock):
    mistake = make_mistake(rain, email=ANN)
    desk.take_mistake(mistake, by=None)
    clock.shift(30 * DAY)
    forget_addresses()

    publish(rain, change="update")

    assert owed() == [("", None, None)]
