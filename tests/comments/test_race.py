"""Two at once: posters and moderators who race never share a place or a number."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from comments import moderation
from comments.models import Comment, Discussion
from tests.comments.factories import guest_post
from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls):
    """Start all calls at the same moment, each in a thread and a connection of its own."""
    start = Barrier(len(calls))

    def run(call):
        try:
            start.wait()
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(run, call) for call in calls]]


def test_first_posters_who_race_get_places_of_their_own():
    article = make_published()

    at_once(*[lambda: guest_post(article)] * 4)

    paths = Comment.objects.order_by("path").values_list("path", flat=True)
    assert list(paths) == ["0001", "0002", "0003", "0004"]
    assert Discussion.objects.get().last_root == 4


def test_moderators_who_race_give_different_numbers():
    article = make_published()
    parent = guest_post(article)
    moderation.show(parent, by=None)
    waiting = [guest_post(article, parent=parent) for _ in range(4)]

    at_once(*[lambda comment=comment: moderation.show(comment, by=None) for comment in waiting])

    numbers = Comment.objects.order_by("number").values_list("number", flat=True)
    parent.refresh_from_db()
    assert (list(numbers), parent.shown_replies) == ([1, 2, 3, 4, 5], 4)


def test_two_moderators_deciding_the_same_do_it_once():
    comment = guest_post(make_published())

    def show():
        try:
            moderation.show(Comment.objects.get(pk=comment.pk), by=None)
        except moderation.IllegalMove as refusal:
            return refusal.code
        return "done"

    assert sorted(at_once(show, show)) == ["done", "wrong-status"]
    assert Discussion.objects.get().shown_count == 1
