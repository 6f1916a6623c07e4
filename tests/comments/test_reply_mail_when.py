"""When mail about replies leaves, and when it never does: nothing that is held, nothing twice, no flood."""

from datetime import UTC, datetime

import pytest
from django.core import mail

from articles import desk
from comments import moderation
from comments.models import Comment, OwedReply, SectionRules
from comments.states import Mode
from tests.comments.factories import guest_post, make_discussion, make_shown, make_writer, writers_post
from tests.comments.told import answer, followed, told, told_of
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600


@pytest.fixture
def comment(article):
    return followed(article)


def test_mail_waits_until_the_decision_can_not_be_undone(comment, clock):
    answer(comment)
    clock.shift(59)
    assert told() == []

    clock.shift(1)
    assert len(told()) == 1
    clock.shift(30 * DAY)
    assert (len(told()), OwedReply.objects.exists()) == (1, False)


def test_reply_that_waits_is_mailed_to_nobody(article, comment, clock):
    guest_post(article, parent=comment)
    clock.shift(30 * DAY)

    assert (told(), OwedReply.objects.exists()) == ([], False)


#: What becomes of a shown reply before its minute is over, and whether it is mailed then.
MOVES = {
    "nothing": ([], 1),
    "held": (["hold"], 0),
    "removed": (["remove"], 0),
    "spam": (["mark_spam"], 0),
    "held and shown": (["hold", "show"], 1),
    "removed and restored": (["remove", "restore"], 1),
    "spam and shown": (["mark_spam", "show"], 1),
    "held, shown and held": (["hold", "show", "hold"], 0),
}


@pytest.mark.parametrize("moves", MOVES)
def test_only_what_is_shown_at_that_moment_is_mailed(comment, clock, moves):
    verbs, mails = MOVES[moves]
    reply = answer(comment)

    for verb in verbs:
        moderation.DECISIONS[verb](reply, by=None)
    clock.shift(MINUTE)

    assert len(told()) == mails


def test_what_comes_back_waits_for_its_own_undo_and_is_mailed_once(comment, clock):
    reply = answer(comment)
    moderation.hold(reply, by=None)
    clock.shift(3 * HOUR)
    assert told() == []

    moderation.show(reply, by=None)
    clock.shift(59)
    assert told() == []
    clock.shift(1)
    assert len(told()) == 1
    for verb in ("hold", "show"):
        moderation.DECISIONS[verb](reply, by=None)
    clock.shift(2 * DAY)
    assert len(told()) == 1


def test_reply_that_its_writer_deletes_is_not_mailed(article, comment, clock):
    ana = make_writer("ana@example.org")
    reply = writers_post(article, ana, parent=comment)
    moderation.show(reply, by=None)

    moderation.retract(reply, writer=ana)
    clock.shift(10 * DAY)

    assert told() == []


def test_nothing_is_mailed_of_a_story_that_was_taken_down_until_it_is_back(article, comment, clock):
    answer(comment)
    desk.withdraw(article, by=None, note="It was wrong.", ground="legal")
    clock.shift(HOUR)
    assert told() == []

    desk.publish(article, by=None, change="update")
    clock.shift(DAY)
    assert len(told()) == 1


def test_nothing_is_mailed_of_a_hidden_discussion_until_it_is_shown(article, comment, clock):
    answer(comment)
    make_discussion(article, mode=Mode.HIDDEN)
    clock.shift(HOUR)
    assert told() == []

    make_discussion(article, mode=Mode.CLOSED)
    clock.shift(DAY)
    assert len(told()) == 1


def test_nothing_is_mailed_where_the_section_hides_its_discussions(article, comment, clock):
    answer(comment)
    rules = SectionRules.objects.create(section=article.section, mode=Mode.HIDDEN)
    clock.shift(HOUR)
    assert told() == []

    rules.delete()
    clock.shift(DAY)
    assert len(told()) == 1


def test_nothing_is_mailed_of_a_hidden_branch_until_it_is_shown(comment, clock):
    answer(comment)
    moderation.hide_branch(comment, by=None)
    clock.shift(HOUR)
    assert told() == []

    moderation.show_branch(comment, by=None)
    clock.shift(DAY)
    assert len(told()) == 1


def test_what_can_be_read_is_told_though_another_can_not(article, comment, clock):
    other = followed(make_published(headline="Wind"))
    for each in (comment, other):
        answer(each)
    make_discussion(article, mode=Mode.HIDDEN)
    clock.shift(MINUTE)
    assert ["Wind" in each.body and "Rain" not in each.body for each in told()] == [True]

    make_discussion(article, mode=Mode.OPEN)
    clock.shift(DAY)
    assert ["Wind" in each.body for each in told()] == [True, False]


def test_what_stays_away_for_a_week_is_forgotten(article, comment, clock):
    answer(comment)
    make_discussion(article, mode=Mode.HIDDEN)
    for _ in range(9):
        clock.shift(DAY)
        assert told() == []

    make_discussion(article, mode=Mode.OPEN)
    clock.shift(DAY)
    assert (told(), OwedReply.objects.exists()) == ([], False)


def test_nobody_is_told_of_their_own_words(article, comment, clock):
    reply = writers_post(article, comment.writer, parent=comment)
    clock.shift(DAY)

    assert (reply.status, told()) == ("shown", [])


def test_nobody_is_told_of_what_turns_out_to_be_their_own(article, comment, clock):
    reply = answer(comment, email="dio@example.org")
    Comment.objects.filter(pk=reply.pk).update(writer=comment.writer, email="")
    clock.shift(DAY)

    assert told() == []


def test_answers_to_answers_are_told_to_whom_they_answer(article, comment, clock):
    ana = make_writer("ana@example.org")
    reply = followed(article, writer=ana, parent=comment)
    clock.shift(MINUTE)
    assert [each.to for each in told()] == [["dio@example.org"]]

    answer(reply, name="Ben", email="ben@example.org")
    clock.shift(HOUR)
    assert [each.to for each in told()] == [["dio@example.org"], ["ana@example.org"]]


def test_hundred_replies_in_a_minute_are_two_mails(comment, clock):
    for turn in range(100):
        answer(comment, text=f"Turn {turn}.")
        clock.shift(0.6)
        told()
    for _ in range(60):
        clock.shift(MINUTE)
        told()

    assert [each.subject for each in told()] == [
        "The Newsroom: a reply to your comment",
        "The Newsroom: 99 replies to your comments",
    ]


def test_mails_are_ten_minutes_apart_whatever_is_answered(article, comment, clock):
    other, left = followed(article), []
    for turn in range(60):
        answer((comment, other)[turn % 2], text=f"Turn {turn}.")
        clock.shift(MINUTE)
        if len(told()) > len(left):
            left.append(turn)

    assert left == [0, 10, 20, 30, 40, 50]
    assert sorted(number for each in told() for number in told_of(each)) == list(range(3, 54))


def test_daily_is_one_mail_at_seven_with_all_of_the_day(article, clock):
    first, second = followed(article, cadence="daily"), followed(article, cadence="daily")
    for turn in range(10):
        answer((first, second)[turn % 2], text=f"Turn {turn}.")
        clock.shift(HOUR)
        assert told() == []

    # Seven o'clock in Cairo.
    clock.move_to(datetime(2026, 3, 3, 4, 59, 59, tzinfo=UTC))
    assert told() == []
    clock.shift(1)
    assert [each.subject for each in told()] == ["The Newsroom: 10 replies to your comments"]
    answer(first)
    clock.shift(DAY - 1)
    assert len(told()) == 1
    clock.shift(1)
    assert len(told()) == 2


def test_each_writer_gets_mail_of_their_own(article, comment, clock):
    others = followed(article, writer=make_writer("ben@example.org"))
    answer(comment)
    answer(others)
    clock.shift(MINUTE)

    assert sorted(each.to for each in told()) == [["ben@example.org"], ["dio@example.org"]]


def test_address_of_somebody_else_gets_one_mail_and_then_silence(article, clock):
    for turn in range(20):
        comment = make_shown(article, email="victim@example.org", cadence="at-once", text=f"Turn {turn}.")
        answer(comment, email="victim@example.org")
        clock.shift(HOUR)
        told()

    assert [(each.to, "confirm" in each.subject) for each in mail.outbox] == [(["victim@example.org"], True)]
