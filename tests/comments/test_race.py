"""Two at once: posters and moderators who race never share a place or a number."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection, transaction

from comments import moderation
from comments.models import Claim, Comment, Discussion, Writer
from comments.moderation import counting
from comments.moderation.checking import check
from comments.moderation.claiming import hand_back, hand_out
from comments.senders import Sender
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.factories import make_published, make_user

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


def test_moderators_who_take_at_once_are_each_given_as_many_as_they_ask_for():
    article = make_published()
    for _ in range(15):
        guest_post(article)
    people = [make_user(role="moderator") for _ in range(2)]
    queued = [Comment.objects.queued().newest_first(), Comment.objects.queued().riskiest_first()]

    for _ in range(5):
        for person in people:
            hand_back(person)
        asked = zip(people, queued, strict=True)
        given = at_once(*[partial(hand_out, person, comments, 6) for person, comments in asked])
        assert (given, Claim.objects.count()) == ([6, 6], 12)


def test_a_moderator_who_takes_in_two_windows_at_once_has_what_came_last():
    article, person = make_published(), make_user(role="moderator")
    for _ in range(9):
        guest_post(article)
    comments = Comment.objects.queued().newest_first()

    assert at_once(*[partial(hand_out, person, comments, 6)] * 2) == [6, 6]
    assert Claim.objects.of(person).count() == 6


def test_parallel_recommendations_from_one_address_count_once_from_many_each():
    comment = make_shown(make_published())
    house = Sender(address="203.0.113.7/32")
    senders = [house] * 6 + [Sender(address=f"198.51.100.{index}/32") for index in range(6)]

    def recommend(sender):
        moderation.recommend(Comment.objects.get(pk=comment.pk), by=None, sender=sender)

    at_once(*[lambda sender=sender: recommend(sender) for sender in senders])

    comment.refresh_from_db()
    assert (comment.recommended, comment.recommendations.count()) == (7, 7)


def test_recommending_waits_for_nobody_who_writes_on_the_story():
    article = make_published()
    comment = make_shown(article)

    with transaction.atomic():
        counting.lock(article)
        if connection.features.has_select_for_update:  # SQLite has one lock for everybody
            at_once(lambda: moderation.recommend(comment, by=None, sender=Sender(address="203.0.113.7/32")))

    comment.refresh_from_db()
    assert comment.recommended == connection.features.has_select_for_update


@pytest.mark.parametrize("depth", [0, 30, 31])
def test_writers_who_race_to_answer_one_comment_get_places_of_their_own(depth):
    article = make_published()
    parent = guest_post(article)
    moderation.show(parent, by=None)
    for _ in range(depth):
        parent = guest_post(article, parent=parent)
        moderation.show(parent, by=None)

    at_once(*[lambda: guest_post(article, parent=parent)] * 6)

    places = Comment.objects.filter(parent=parent).values_list("path", flat=True)
    # On the last level they are counted beside the parent, which was the first there.
    first = 2 if depth == 31 else 1
    assert sorted(places) == [f"{'0001' * min(depth + 1, 31)}000{n}" for n in range(first, first + 6)]
    assert not check(article)


def test_a_branch_is_hidden_before_or_after_a_reply_comes_into_it():
    article = make_published()
    head = guest_post(article)
    moderation.show(head, by=None)
    waiting = [guest_post(article, parent=head) for _ in range(3)]

    def reply():
        try:
            guest_post(article, parent=head)
        except moderation.IllegalMove as refusal:
            return refusal.code
        return "posted"

    came = at_once(
        reply,
        lambda: moderation.hide_branch(head, by=None),
        *[lambda comment=comment: moderation.show(comment, by=None) for comment in waiting],
    )

    assert came[0] in {"posted", "no-such-comment"}
    assert Discussion.objects.get().shown_count == 0
    assert Comment.objects.get(pk=head.pk).shown_replies == 3
    assert not check(article)


def test_nothing_of_a_writer_comes_in_while_they_erase_themselves():
    article, dio = make_published(), make_writer()
    writers_post(article, dio, text="Before.")

    def write(turn):
        writers_post(article, dio, text=f"Meanwhile {turn}.")

    at_once(*[lambda turn=turn: write(turn) for turn in range(4)], lambda: moderation.erase(dio))

    assert not Writer.objects.exists()
    assert set(Comment.objects.filter(writer=None, email="").values_list("text", flat=True)) == {""}
    assert set(Comment.objects.exclude(email="").values_list("why", flat=True)) <= {"unproved"}
    assert not check(article)
