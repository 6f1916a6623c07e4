"""Two at once: sweeps, moderators and readers who end their mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Follow, OwedReply
from comments.moderation import telling
from tests.comments.factories import guest_post, make_writer
from tests.comments.test_race import at_once
from tests.comments.told import ABOUT_REPLIES, answer, followed
from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)


def make_due():
    OwedReply.objects.update(due_at=timezone.now() - timedelta(seconds=1))


def test_sweeps_at_once_send_each_mail_once():
    article = make_published()
    for name in ("ana", "ben", "cleo"):
        comment = followed(article, writer=make_writer(f"{name}@example.org"))
        answer(comment, email="dio@example.org")
    make_due()

    counts = at_once(*[telling.send_owed] * 4)

    about = [each.to[0] for each in mail.outbox if ABOUT_REPLIES in each.subject]
    assert sorted(about) == ["ana@example.org", "ben@example.org", "cleo@example.org"]
    assert (sum(sent for sent, _ in counts), OwedReply.objects.exists()) == (3, False)


def test_sweeps_moderators_and_readers_who_leave_wait_for_nobody_for_ever():
    comments = [followed(make_published()) for _ in range(3)]
    waiting = [guest_post(each.article, parent=each, email="ana@example.org") for each in comments]
    for each in comments:
        answer(each, email="ben@example.org")
    make_due()

    at_once(
        *[lambda each=each: moderation.show(Comment.objects.get(pk=each.pk), by=None) for each in waiting],
        telling.send_owed,
        lambda: moderation.unfollow_all(comments[0].writer),
        telling.send_owed,
    )
    make_due()
    telling.send_owed()

    assert [Follow.objects.exists(), OwedReply.objects.exists()] == [False, False]
    assert Comment.objects.waiting().count() == 0


def test_erased_while_a_sweep_runs_is_erased():
    comment = followed(make_published())
    answer(comment)
    make_due()

    at_once(telling.send_owed, lambda: moderation.erase(comment.writer))
    telling.send_owed()

    assert [Follow.objects.exists(), OwedReply.objects.exists()] == [False, False]
