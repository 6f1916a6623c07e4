"""What readers complain of is in the queue: reports, and above all notices of illegal content."""

import pytest

from comments import moderation
from comments.models import Comment
from tests.comments.factories import guest_post, make_shown
from tests.comments.noticed import give
from tests.comments.queueing import Desk
from tests.comments.reporters import reader, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def mona(moderator):
    return Desk(moderator)


def test_what_is_shown_and_reported_is_queued_until_somebody_looked(mona, article):
    comment = make_shown(article)
    make_shown(article)
    report(comment, reader(1), reader(2), note="Look at the second line.")
    mona.take()
    page = mona.read()

    mona.press(f"keep:{comment.pk}")

    assert "2 reports: " in page
    assert "Look at the second line." in page
    assert "All 1 are decided" in mona.read()
    comment.refresh_from_db()
    assert (comment.status, comment.reports) == ("shown", 0)


def test_what_was_kept_can_be_looked_at_again(mona, article):
    comment = make_shown(article)
    report(comment, reader(1))
    mona.take()
    mona.press(f"keep:{comment.pk}")
    mona.press(f"undo:{comment.pk}")

    assert "1 of 1 to decide on" in mona.read()


def test_threats_and_notices_come_above_all(mona, article):
    first = guest_post(article, text="I will kill you, all of you.")
    noticed = make_shown(article)
    give(noticed)
    risky = guest_post(article, text="Look: https://a.example https://b.example https://c.example")
    last = guest_post(article)
    orders = {}
    for order in ("newest", "risk"):
        mona.take(order=order)
        orders[order] = mona.rows()

    assert set(orders["newest"][:2]) == {first.pk, noticed.pk}
    assert orders["newest"][2:] == [last.pk, risky.pk]
    assert set(orders["risk"][:2]) == {first.pk, noticed.pk}
    assert orders["risk"][2:] == [risky.pk, last.pk]


def test_notice_waits_for_an_answer_though_the_comment_is_removed(mona, article, moderator):
    comment = make_shown(article)
    notice = give(comment)
    mona.take()

    mona.press(f"remove:{comment.pk}")
    page = mona.read()
    assert "1 of 1 to decide on" in page
    assert f"Notice of illegal content {notice.reference}" in page
    moderation.decide_notice(notice, by=moderator, is_upheld=True, answer="It is.")

    assert "All 1 are decided" in mona.read()
    assert Comment.objects.get().status == "removed"


def test_decision_on_what_waits_for_an_answer_still_can_be_undone(mona, article):
    comment = make_shown(article)
    give(comment)
    mona.take()
    undo = f'value="undo:{comment.pk}"'

    assert undo not in mona.read()
    assert undo in mona.press(f"remove:{comment.pk}")
    assert undo not in mona.press(f"undo:{comment.pk}")
    comment.refresh_from_db()
    assert comment.status == "shown"


def test_what_readers_brought_back_is_no_decision_that_can_be_undone(mona, article):
    comment = make_shown(article)
    report(comment, reader(1), reader(2), reader(3))
    mona.take()

    assert comment.status == "held"
    assert 'value="undo:' not in mona.read()


def test_many_at_once_are_shown_and_what_is_shown_is_kept(mona, article):
    waiting, reported = guest_post(article), make_shown(article)
    report(reported, reader(1))
    mona.take()

    page = mona.press("show:ticked", ticked=[str(waiting.pk), str(reported.pk)])

    assert "Show: done for 2 comments." in page
    reported.refresh_from_db()
    assert (reported.status, reported.reports) == ("shown", 0)
    assert [entry.verb for entry in reported.moderation_entries.all()] == ["keep", "show", "post"]


def test_threats_notices_and_what_staff_wrote_are_never_left_out(mona, article, moderator):
    threat = guest_post(article, text="I will kill you, all of you.")
    noticed = make_shown(article)
    give(noticed)
    staffs = guest_post(article, by=moderator)
    report(staffs, reader(1))
    guest_post(article)
    mona.take(is_proved="on")

    assert sorted(mona.rows()) == [threat.pk, noticed.pk, staffs.pk]


def test_appeals_that_wait_are_named(mona):
    assert "appeal" not in mona.read().partition('id="content-main"')[2]
