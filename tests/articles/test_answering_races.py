"""Two sweeps at once, a reader who presses twice at once, and an undo in the last moment."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from articles import desk
from articles.desk.answering import forget_addresses, send_owed
from articles.models import Mistake
from articles.models.mistake import ADDRESS_KEPT
from tests.articles.mistakes import make_mistake
from tests.articles.test_races import outcome, race, rounds
from tests.factories import make_published, publish

pytestmark = pytest.mark.django_db(transaction=True)

ANN = "ann@reader.example"


def due(story):
    """Let what is owed on this story be due now."""
    Mistake.objects.filter(article=story).update(answer_due_at=timezone.now() - timedelta(seconds=1))


def test_two_sweeps_at_once_send_each_mail_once():
    for _ in rounds():
        mail.outbox.clear()
        story = make_published()
        for number in range(3):
            mistake = make_mistake(story, wrong=str(number), email=ANN)
            desk.decline_mistake(mistake, by=None)
        due(story)

        results = race(send_owed, send_owed)

        assert sum(sent for sent, _ in results) == len(mail.outbox) == 3


def test_pressing_twice_at_once_stores_once():
    for number in rounds():
        story = make_published(headline=f"Rain {number}")

        results = race(*[lambda story=story: make_mistake(story)] * 2)

        assert results[0] == results[1]
        assert Mistake.objects.filter(article=story).count() == 1


def test_two_editors_at_once_decide_once():
    for _ in rounds():
        mistake = make_mistake(make_published(), email=ANN)
        one, other = (Mistake.objects.get(pk=mistake.pk) for _ in range(2))

        results = race(
            lambda a=one: desk.take_mistake(a, by=None), lambda a=other: desk.decline_mistake(a, by=None)
        )

        # Taking up comes first, or is too late; declining what was taken up is possible.
        assert outcome(results[1]) == "done"
        assert outcome(results[0]) in {"done", "wrong-finding"}
        assert Mistake.objects.get(pk=mistake.pk).state == "declined"


def test_an_address_deleted_at_that_moment_is_owed_nothing():
    for _ in rounds():
        story = make_published()
        mistakes = [make_mistake(story, wrong=str(number), email=ANN) for number in range(4)]
        Mistake.objects.update(spotted_at=timezone.now() - ADDRESS_KEPT)

        results = race(
            lambda of=mistakes: [desk.decline_mistake(mistake, by=None) for mistake in of], forget_addresses
        )

        assert list(map(outcome, results)) == ["done", "done"]
        left = Mistake.objects.filter(article=story).exclude(email="", answer_due_at=None)
        assert list(left) == []


def test_what_was_undone_while_a_sweep_ran_is_not_mailed():
    for _ in rounds():
        mail.outbox.clear()
        story = make_published()
        mistake = make_mistake(story, email=ANN)
        desk.take_mistake(mistake, by=None)
        publish(story, change="update")
        due(story)

        results = race(lambda a=story: desk.undo(a, by=None), send_owed)

        # Here both were possible. Whichever came first, nothing is both undone and then mailed.
        row = Mistake.objects.get(pk=mistake.pk)
        assert outcome(results[0]) == "done"
        assert (row.state, row.answer_due_at) == ("taken", None)
        assert len(mail.outbox) == results[1][0] == (row.answered_at is not None)
    connection.close()
