"""What mail about replies costs: one look for a wish as a reply is shown, and no look at what is not due."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments import moderation
from comments.models import OwedReply
from comments.moderation import telling
from tests.comments.factories import guest_post, make_shown, make_writer
from tests.comments.told import answer, followed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def deep(article, levels):
    """A reply that waits, below so many comments that are all followed by other writers."""
    parent = None
    for level in range(levels):
        parent = followed(article, writer=make_writer(f"w{level}@example.org"), parent=parent)
    return guest_post(article, parent=parent)


def test_showing_a_reply_costs_the_same_however_deep_and_however_many_follow(article):
    shallow, low = deep(article, 1), deep(article, 40)
    costs = [queries(lambda reply=reply: moderation.show(reply, by=None)) for reply in (shallow, low)]

    assert (costs[0], OwedReply.objects.filter(pk__in=[shallow.pk, low.pk]).count()) == (costs[1], 2)


def test_reply_that_nobody_wants_to_be_told_of_costs_one_query_more_at_most(article):
    with_writer, without = followed(article), make_shown(article)
    moderation.unfollow([with_writer])
    first, second = (guest_post(article, parent=parent) for parent in (with_writer, without))

    assert (
        queries(lambda: moderation.show(first, by=None)) - queries(lambda: moderation.show(second, by=None))
        == 1
    )


@pytest.mark.parametrize("replies", [1, 40])
def test_mail_costs_the_same_whatever_it_tells_of(article, clock, replies):
    comment = followed(article)
    for _ in range(replies):
        answer(comment)
    clock.shift(60)

    assert queries(telling.send_owed) == 14


def test_looking_for_mail_where_none_is_due_is_two_queries_by_the_index(article, clock):
    comment = followed(article, cadence="daily")
    for _ in range(5):
        answer(comment)

    assert queries(telling.send_owed) == 2
