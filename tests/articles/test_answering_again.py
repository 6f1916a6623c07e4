"""Answers that could not be sent: tried again later, thought of again, and given up in the end."""

import smtplib
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from articles import desk
from articles.desk import answering
from articles.desk.answering import send_owed
from articles.models import Mistake
from tests.articles.records import refused
from tests.articles.test_answering import ANN, DAY, HOUR, declined, owed
from tests.factories import NOON, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def rain(clock):
    story = make_published(headline="Rain")
    clock.shift(HOUR)
    return story


@pytest.fixture
def broken_mail(monkeypatch):
    """Mail to Ann fails as a mail server's refusal does, until it is mended."""
    state = {"is_broken": True}
    compose = answering.compose

    def composing(mistake, now):
        message = compose(mistake, now)
        if state["is_broken"] and mistake.email == ANN:
            monkeypatch.setattr(message, "send", refuse)
        return message

    def refuse():
        raise smtplib.SMTPRecipientsRefused({ANN: (550, b"no such ann@reader.example")})

    monkeypatch.setattr(answering, "compose", composing)
    return state


def test_a_mail_that_fails_stays_owed_and_stops_no_other(rain, clock, broken_mail, caplog):
    declined(rain)
    declined(rain, email="bo@reader.example")
    clock.shift(61)

    assert send_owed() == (1, 1)

    assert [message.to for message in mail.outbox] == [["bo@reader.example"]]
    assert owed()[0] == (ANN, NOON + HOUR + timedelta(seconds=61, minutes=15), None)
    # Nobody's address gets into a log file.
    assert ("SMTPRecipientsRefused" in caplog.text, "ann" in caplog.text) == (True, False)


def test_it_is_tried_again_later_and_later(rain, clock, broken_mail):
    declined(rain)
    clock.shift(61)
    waits = []
    for _ in range(9):
        send_owed()
        due = Mistake.objects.get().answer_due_at
        waits.append((due - timezone.now()) // timedelta(minutes=1))
        clock.move_to(due)
        assert send_owed() == (0, 0)
        clock.shift(1)

    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    broken_mail["is_broken"] = False
    assert send_owed() == (1, 0)


def test_nobody_thinks_again_while_the_answer_leaves(rain, clock, monkeypatch):
    mistake, compose = declined(rain), answering.compose

    def composing(*about):
        with refused("being-answered"):
            desk.reopen_mistake(mistake, by=None)
        return compose(*about)

    monkeypatch.setattr(answering, "compose", composing)
    clock.shift(61)

    assert send_owed() == (1, 0)


def test_an_answer_that_could_not_leave_may_become_another(rain, clock, broken_mail):
    mistake = declined(rain)
    clock.shift(61)
    send_owed()
    former = answering.compose(Mistake.objects.get(), timezone.now())
    clock.shift(299)
    with refused("being-answered"):
        desk.reopen_mistake(mistake, by=None)
    clock.shift(1)
    desk.reopen_mistake(mistake, by=None)
    desk.take_mistake(mistake, by=None)
    publish(rain, change="correction", note="It was Tuesday.")

    broken_mail["is_broken"] = False
    clock.shift(61)
    assert send_owed() == (1, 0)

    # It may have left after all, and a mail program drops what has the same number.
    other = mail.outbox[0]
    assert ("no mistake" in former.body, "has been corrected" in other.body) == (True, True)
    assert former.extra_headers["Message-ID"] != other.extra_headers["Message-ID"]


def test_an_answer_thought_of_again_is_as_new(rain, clock, broken_mail):
    mistake = declined(rain)
    clock.shift(61)
    send_owed()
    former = answering.compose(Mistake.objects.get(), timezone.now())
    clock.shift(300)
    desk.reopen_mistake(mistake, by=None)
    desk.decline_mistake(mistake, by=None, answer="It was Monday.")

    # Nothing of it has been tried yet.
    desk.reopen_mistake(mistake, by=None)
    desk.decline_mistake(mistake, by=None, answer="It was Monday.")

    other = answering.compose(Mistake.objects.get(), timezone.now())
    assert former.extra_headers["Message-ID"] != other.extra_headers["Message-ID"]
    clock.shift(61)
    assert send_owed() == (0, 1)
    assert Mistake.objects.get().answer_due_at == timezone.now() + timedelta(minutes=15)


def test_who_can_not_be_reached_is_forgotten_too(rain, clock, broken_mail):
    declined(rain)
    clock.shift(30 * DAY)
    send_owed()

    call_command("send_owed_mail", stdout=StringIO(), stderr=StringIO())

    assert owed() == [("", None, None)]


def test_the_command_says_what_it_did(rain, clock, broken_mail):
    declined(rain)
    declined(rain, email="bo@reader.example")
    clock.shift(61)
    said, complaints = StringIO(), StringIO()

    call_command("send_owed_mail", stdout=said, stderr=complaints)

    assert said.getvalue() == "1 sent.\n"
    assert complaints.getvalue() == "1 could not be sent, and will be tried again.\n"
