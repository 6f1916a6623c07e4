"""Notices of illegal content: what is taken, what is mailed, what a decision does, what is forgotten."""

import smtplib
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from comments import moderation
from comments.models import Flag, Notice, NoticeMail
from comments.moderation.noticing import forget_notices
from tests.comments.factories import guest_post, make_shown
from tests.comments.mailed import deliver
from tests.comments.noticed import give
from tests.comments.reporters import reader, report
from tests.factories import make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def comment(article):
    return make_shown(article)


def decide(notice, by, *, is_upheld=True, answer="It names a child."):
    moderation.decide_notice(notice, by=by, is_upheld=is_upheld, answer=answer)


def to_readers(outbox):
    return [message for message in outbox if "notice" in message.subject]


def test_receipt_is_mailed_once_and_holds_no_word_that_was_typed(comment):
    notice = give(comment)

    (message,) = to_readers(deliver())
    deliver()

    assert len(to_readers(deliver())) == 1
    assert (message.to, message.subject) == (
        ["ann@reader.example"],
        f"The Newsroom: your notice {notice.reference} has arrived",
    )
    assert f"http://testserver/comments/notices/{notice.token}/" in message.body
    for typed in ("daughter", "Privacy", "Ann", "ann@", "Rain", comment.text):
        assert typed not in f"{message.subject} {message.body}"


def test_nobody_is_mailed_more_than_three_receipts_a_day_however_they_are_spelt(article, clock):
    spelt = ["ann@reader.example", "ann+1@reader.example", "ANN@reader.example", "ann+2@Reader.example"]
    for email in spelt * 3:
        give(make_shown(article), email=email)

    assert len(to_readers(deliver())) == 3
    clock.shift(timedelta(days=1, seconds=1))
    give(make_shown(article))
    assert len(to_readers(deliver())) == 4


def test_same_notice_again_is_the_one_that_waits(comment):
    assert give(comment) == give(comment)
    assert (Notice.objects.count(), NoticeMail.objects.count()) == (1, 1)


@pytest.mark.parametrize("missing", ["name", "email"])
def test_name_and_address_are_needed_but_for_the_abuse_of_children(comment, missing):
    with pytest.raises(moderation.IllegalMove) as refusal:
        give(comment, **{missing: ""})
    assert refusal.value.code == "no-name"

    notice = give(comment, name="", email="", is_of_child_abuse=True)
    decide(notice, None)

    assert to_readers(deliver()) == []


def test_what_is_not_shown_is_nothing_to_give_notice_of(article):
    with pytest.raises(moderation.IllegalMove) as refusal:
        give(guest_post(article))

    assert (refusal.value.code, Notice.objects.exists()) == ("not-shown", False)


def test_upheld_notice_removes_the_comment_settles_reports_and_is_answered(comment, moderator):
    report(comment, reader(1))
    notice = give(comment)
    deliver()

    decide(notice, moderator)

    comment.refresh_from_db()
    notice.refresh_from_db()
    entry = comment.moderation_entries.first()
    assert (comment.status, comment.why, entry.actor, entry.verb) == (
        "removed",
        "illegal",
        moderator,
        "remove",
    )
    assert (notice.decision, notice.decided_by, Flag.objects.get().outcome) == ("upheld", moderator, "right")
    _, message = to_readers(deliver())
    assert "You were right: the comment is not shown any more.\n\nIt names a child." in message.body
    assert "If you do not agree, write to newsroom@testserver" in message.body
    assert "Mona" not in message.body


def test_notice_that_is_not_upheld_leaves_the_comment_and_is_answered(comment, moderator):
    notice = give(comment)

    decide(notice, moderator, is_upheld=False, answer="It names nobody.")

    comment.refresh_from_db()
    _, message = to_readers(deliver())
    assert comment.status == "shown"
    assert "The comment stays: we do not find it illegal.\n\nIt names nobody." in message.body


@pytest.mark.parametrize("verb", ["remove", "mark_spam"])
def test_what_has_gone_already_stays_gone(comment, moderator, verb):
    notice = give(comment)
    moderation.DECISIONS[verb](comment, by=moderator)
    before = comment.status, comment.why

    decide(notice, moderator)

    comment.refresh_from_db()
    assert (Notice.objects.get().decision, (comment.status, comment.why)) == ("upheld", before)


def test_what_waits_again_is_removed_too(comment, moderator):
    notice = give(comment)
    moderation.hold(comment, by=moderator)

    decide(notice, moderator)

    comment.refresh_from_db()
    assert (comment.status, comment.why) == ("removed", "illegal")


@pytest.mark.parametrize(
    ("way", "code"),
    [("twice", "decided"), ("editor", "not-permitted"), ("silent", "no-answer"), ("long", "long-answer")],
)
def test_decision_that_is_refused_changes_nothing(comment, moderator, way, code):
    notice = give(comment)
    if way == "twice":
        decide(notice, moderator, is_upheld=False)
    before = Notice.objects.values().get()

    with pytest.raises(moderation.IllegalMove) as refusal:
        answer = {"silent": " \n", "long": "x" * 2001}.get(way, "Because.")
        decide(notice, make_user(role="editor") if way == "editor" else moderator, answer=answer)

    comment.refresh_from_db()
    assert (refusal.value.code, Notice.objects.values().get(), comment.status) == (code, before, "shown")


def test_mail_that_can_not_be_sent_is_tried_again_and_names_no_address_in_the_log(
    comment, clock, monkeypatch, caplog
):
    give(comment)
    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        deliver()
    assert ("SMTPServerDisconnected" in caplog.text, "ann@" in caplog.text) == (True, False)

    clock.shift(timedelta(minutes=15))

    assert len(to_readers(deliver())) == 1


def refuse(message):
    raise smtplib.SMTPServerDisconnected("ann@reader.example")


def test_what_people_wrote_is_deleted_some_time_after_the_decision(comment, moderator, clock, settings):
    settings.NOTICES_KEPT_DAYS = 10
    notice, waits = give(comment), give(make_shown(make_published()))
    decide(notice, moderator)
    clock.shift(timedelta(days=10))
    assert forget_notices(timezone.now()) == 0
    clock.shift(1)

    assert [forget_notices(timezone.now()), forget_notices(timezone.now())] == [1, 0]

    notice.refresh_from_db()
    waits.refresh_from_db()
    kept = str(Notice.objects.filter(pk=notice.pk).values())
    assert (notice.decision, waits.name) == ("upheld", "Ann Reed")
    assert [
        word for word in ("daughter", "Privacy", "Ann", "ann@", "child.", notice.reference) if word in kept
    ] == [notice.reference]


def test_notices_wait_the_longest_wait_first(article, moderator, clock):
    notices = []
    for _ in range(3):
        notices.append(give(make_shown(article)))
        clock.shift(60)
    decide(notices[1], moderator)

    assert list(Notice.objects.open()) == [notices[0], notices[2]]
