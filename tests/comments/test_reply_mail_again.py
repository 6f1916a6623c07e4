"""Mail about replies that could not be sent, and that may have been sent when a sweep was killed."""

import smtplib

import pytest
from django.core.mail import EmailMessage

from comments.cadences import MOST_TRIES
from comments.models import Follow, OwedReply, Writer
from comments.moderation import telling
from tests.comments.factories import make_writer
from tests.comments.told import answer, followed, told, told_of

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


class MailServer:
    """Takes nothing for the addresses in `refused`; `tried` are all that it was asked to take."""

    def __init__(self, send):
        self.send, self.refused, self.tried = send, {"dio@example.org"}, []

    def __call__(self, message):
        self.tried.append(message.to[0])
        if message.to[0] in self.refused:
            raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"No such user")})
        return self.send(message)


@pytest.fixture
def server(monkeypatch):
    server = MailServer(EmailMessage.send)
    monkeypatch.setattr(EmailMessage, "send", lambda message: server(message))
    return server


@pytest.fixture
def comment(article):
    return followed(article)


def test_mail_that_can_not_be_sent_is_tried_again(comment, server, clock, caplog):
    answer(comment)
    clock.shift(MINUTE)
    assert told() == []
    server.refused.clear()
    assert told() == []

    clock.shift(15 * MINUTE)

    assert len(told()) == 1
    assert ("SMTPRecipientsRefused" in caplog.text, "dio" in caplog.text) == (True, False)


def test_one_address_that_fails_keeps_no_other_waiting(article, comment, server, clock):
    ben = followed(article, writer=make_writer("ben@example.org"))
    for each in (comment, ben):
        answer(each)
    clock.shift(MINUTE)

    assert telling.send_owed() == (1, 1)


def test_what_comes_meanwhile_makes_nobody_try_more_often(comment, server, clock):
    for turn in range(24 * 6):
        answer(comment, text=f"Turn {turn}.")
        clock.shift(10 * MINUTE)
        told()

    assert server.tried.count("dio@example.org") <= 7


def test_address_that_takes_nothing_for_weeks_is_given_up(comment, server, clock):
    answer(comment)
    days = 0
    while Follow.objects.exists() and days < 100:
        clock.shift(DAY)
        days += 1
        told()

    assert (days, server.tried.count("dio@example.org")) == (MOST_TRIES, MOST_TRIES)
    answer(comment)
    clock.shift(DAY)
    told()
    assert (server.tried.count("dio@example.org"), OwedReply.objects.exists()) == (MOST_TRIES, False)


def test_success_starts_the_count_anew(comment, server, clock):
    answer(comment)
    for _ in range(5):
        clock.shift(DAY)
        told()
    server.refused.clear()
    clock.shift(DAY)
    told()

    assert Writer.objects.get(email="dio@example.org").mail_tries == 0


def test_sweep_that_is_killed_is_made_up_for_under_the_same_message_id(comment, clock, monkeypatch):
    answer(comment)
    clock.shift(MINUTE)
    with monkeypatch.context() as killed:
        killed.setattr(telling, "_clear", kill)
        with pytest.raises(KeyboardInterrupt):
            telling.send_owed()
    clock.shift(15 * MINUTE)

    first, second = told()

    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    clock.shift(DAY)
    assert len(told()) == 2


def kill(*args):
    raise KeyboardInterrupt


def test_what_came_after_a_killed_sweep_is_told_as_well(comment, clock, monkeypatch):
    answer(comment)
    clock.shift(MINUTE)
    with monkeypatch.context() as killed:
        killed.setattr(telling, "_clear", kill)
        with pytest.raises(KeyboardInterrupt):
            telling.send_owed()
    answer(comment, name="Ben")
    clock.shift(15 * MINUTE)

    first, second = told()

    assert (told_of(first), told_of(second)) == ([2], [2, 3])
    assert first.extra_headers["Message-ID"] != second.extra_headers["Message-ID"]
