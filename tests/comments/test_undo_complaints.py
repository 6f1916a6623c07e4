"""Undo of what followed a notice or an appeal: they are open again, and nobody is told what isn't so."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from comments import moderation
from comments.models import Appeal, Notice
from comments.moderation.answering import send_owed
from comments.moderation.appealing import with_appeals
from tests.comments.appeals import appeal, decide, removed
from tests.comments.factories import make_shown, make_writer, writers_post
from tests.comments.noticed import give
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def mona(moderator):
    return moderator


@pytest.fixture
def max_(db):
    return make_user(role="moderator", name="Max Orr")


@pytest.fixture
def zed(db):
    return make_user(role="moderator", name="Zed Abbo")


@pytest.fixture
def comment(article):
    comment = writers_post(article, make_writer())
    moderation.show(comment, by=None)
    return comment


def uphold(notice, by):
    moderation.decide_notice(notice, by=by, is_upheld=True, answer="It is.")


def state_of(client, notice):
    return client.get(reverse("comments:notice-state", args=[notice.token])).content.decode()


def told(comment):
    comment.refresh_from_db()
    with_appeals([comment])
    return comment.appeal.is_moot, comment.may_appeal


def test_notice_is_open_again_and_its_answer_is_not_mailed(client, comment, mona, zed):
    notice = give(comment)
    send_owed()
    uphold(notice, mona)

    moderation.undo(comment, by=zed)
    send_owed()

    found = Notice.objects.get()
    assert (found.decision, found.decided_at, found.decided_by, found.answer) == ("open", None, None, "")
    assert (len(mail.outbox), comment.status) == (1, "shown")
    assert "has not been decided yet" in state_of(client, notice)


def test_who_was_told_is_told_that_it_is_looked_at_anew_and_what_came_of_it(client, comment, mona, zed):
    notice = give(comment)
    uphold(notice, mona)
    send_owed()
    moderation.undo(comment, by=zed)
    assert "a person looks at it anew" in state_of(client, notice)
    assert send_owed() == (0, 0)

    moderation.decide_notice(notice, by=zed, is_upheld=False, answer="It is not.")
    send_owed()

    *_, last = mail.outbox
    assert "It is not." in last.body
    assert "the comment stays" in state_of(client, notice)


def test_mails_of_two_decisions_are_two_mails(comment, mona, clock):
    notice = give(comment)
    for _ in range(2):
        clock.shift(60)
        uphold(notice, mona)
        send_owed()
        moderation.undo(comment, by=mona)

    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == 3


def test_notices_are_open_again_one_after_the_other_and_then_the_comment_is_back(comment, mona, clock):
    first, second = give(comment), give(comment, explanation="It is a lie.")
    uphold(first, mona)
    clock.shift(60)
    uphold(second, mona)
    opened = []

    for _ in range(2):
        moderation.undo(comment, by=mona)
        comment.refresh_from_db()
        opened.append((comment.status, list(Notice.objects.open())))

    assert opened == [("removed", [second]), ("shown", [first, second])]


@pytest.mark.parametrize("is_upheld", [True, False])
def test_answer_by_which_nothing_moved_is_taken_back(comment, mona, is_upheld):
    notice = give(comment)
    if is_upheld:
        moderation.remove(comment, by=mona, reason="abuse")
    before = comment.status, comment.why
    moderation.decide_notice(notice, by=mona, is_upheld=is_upheld, answer="Look at § 5.")

    moderation.undo(comment, by=mona)
    send_owed()

    assert (comment.status, comment.why) == before
    assert Notice.objects.open().get() == notice
    assert [each.subject.rpartition(" ")[2] for each in mail.outbox] == ["arrived"]
    assert comment.moderation_entries.first().statuses == comment.get_status_display()


def test_answer_that_is_forgotten_is_not_taken_back(comment, mona, clock):
    moderation.decide_notice(give(comment), by=mona, is_upheld=False, answer="It is not.")
    clock.shift(timedelta(days=200))
    call_command("forget", verbosity=0)

    with pytest.raises(moderation.IllegalMove, match="What this answered is deleted by now"):
        moderation.undo(comment, by=mona)

    comment.refresh_from_db()
    assert (comment.status, comment.moderation_entries.first().verb) == ("shown", "reject_notice")


def test_only_moderators_take_an_answer_back(comment, mona):
    moderation.decide_notice(give(comment), by=mona, is_upheld=False, answer="It is not.")

    with pytest.raises(moderation.IllegalMove, match="may not do this to comments: reject a notice"):
        moderation.undo(comment, by=make_user(role="reporter"))


def test_rejected_appeal_waits_again_once_that_is_undone(comment, mona, max_, zed):
    made = appeal(removed(comment, mona))
    decide(made, max_, is_upheld=False)

    moderation.undo(comment, by=zed)

    assert (comment.status, Appeal.objects.open().get().answer) == ("removed", "")
    decide(Appeal.objects.get(), zed)
    comment.refresh_from_db()
    assert comment.status == "shown"


@pytest.mark.parametrize("back", ["restore", "appeal"])
def test_notice_waits_again_where_its_removal_is_taken_back_otherwise(comment, mona, max_, back):
    """Whoever gave it is not told meanwhile that the comment is gone."""
    notice = give(comment)
    uphold(notice, mona)
    if back == "restore":
        moderation.restore(comment, by=max_)
    else:
        decide(appeal(comment), max_)

    send_owed()

    comment.refresh_from_db()
    assert (comment.status, Notice.objects.open().get()) == ("shown", notice)
    assert [each.subject.rpartition(" ")[2] for each in mail.outbox] == ["arrived"]
    moderation.undo(comment, by=max_)
    assert (comment.status, Notice.objects.open().get()) == ("removed", notice)


def test_notice_that_is_forgotten_says_it_where_the_comment_was_restored(client, comment, mona):
    notice = give(comment)
    uphold(notice, mona)

    Notice.objects.update(is_forgotten=True)
    moderation.restore(comment, by=mona)

    assert "looked at the comment again since, and it is shown" in state_of(client, notice)


def test_upheld_appeal_is_open_again_and_against_the_same_decision(comment, mona, max_, zed):
    made = appeal(removed(comment, mona))
    decide(made, max_)
    comment.refresh_from_db()

    moderation.undo(comment, by=max_)

    found = Appeal.objects.open().get()
    assert (comment.status, found.answer, found.decided_by) == ("removed", "", None)
    assert told(comment) == (False, False)
    decide(found, zed)
    comment.refresh_from_db()
    assert comment.status == "shown"


@pytest.mark.parametrize("back", [moderation.restore, moderation.undo])
def test_appeal_waits_no_more_when_the_decision_is_taken_back(comment, mona, back):
    made = appeal(removed(comment, mona))

    back(comment, by=mona)

    assert (told(comment), Appeal.objects.open().exists()) == ((True, False), False)
    moderation.remove(comment, by=mona)
    assert (told(comment), Appeal.objects.open().exists()) == ((True, True), False)
    assert appeal(comment).entry != made.entry


def test_decision_that_stands_again_can_be_appealed_against_and_by_none_of_those_decided(
    comment, mona, max_, zed
):
    removed(comment, mona)
    moderation.restore(comment, by=max_)
    moderation.undo(comment, by=zed)
    made = appeal(comment)

    for by in (mona, zed):
        with pytest.raises(moderation.IllegalMove) as refusal:
            decide(made, by)
        assert refusal.value.code == "own-decision"
    decide(made, max_)

    assert Appeal.objects.get().is_upheld


def test_undo_of_what_nobody_complained_of_opens_nothing(article, comment, mona):
    other = make_shown(article)
    notice = give(other)
    uphold(notice, mona)
    removed(comment, mona)

    moderation.undo(comment, by=mona)

    assert Notice.objects.get().is_upheld
