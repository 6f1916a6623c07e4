"""The log knows what moderators decide beside the moves of comments: appeals, notices, blocks."""

from datetime import timedelta

import pytest

from comments import moderation
from comments.models import Block, ModerationEntry
from comments.moderation.blocking import block_network, block_sender, lift
from comments.senders import Sender
from tests.comments.appeals import appeal, decide, removed
from tests.comments.factories import browser, guest_post, make_shown, make_writer, writers_post
from tests.comments.noticed import give
from tests.comments.queueing import Desk
from tests.comments.test_log import verify
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUSE = Sender(address="203.0.113.7/32")
LOG = "/admin/comments/moderationentry/"


def last():
    return ModerationEntry.objects.order_by("position").last()


def answer(notice, by, *, is_upheld):
    moderation.decide_notice(notice, by=by, is_upheld=is_upheld, answer="Look at § 5.")


def block(comment, by):
    return block_sender(comment, by=by, kind="address", days=7, reason="abuse", note="Third time.")


def test_rejected_appeal_is_in_the_log(article, moderator):
    comment = removed(writers_post(article, make_writer()), moderator)
    made, other = appeal(comment), make_user(role="moderator")

    decide(made, other, is_upheld=False)

    entry = last()
    assert (entry.verb, entry.actor, entry.reason, entry.note) == ("reject_appeal", other, "abuse", str(made))
    assert (entry.from_status, entry.to_status, entry.statuses) == ("removed", "removed", "Removed")


def test_rejected_appeal_is_no_decision_of_whoever_rejected_it(article, moderator):
    """They may decide on the next one, which is against another decision."""
    comment, other = removed(writers_post(article, make_writer()), moderator), make_user(role="moderator")
    decide(appeal(comment), other, is_upheld=False)
    moderation.restore(comment, by=moderator)
    made = appeal(removed(comment, moderator))

    decide(made, other)

    comment.refresh_from_db()
    assert comment.status == "shown"


@pytest.mark.parametrize(
    ("is_upheld", "verb", "reason"), [(True, "uphold_notice", "illegal"), (False, "reject_notice", "fine")]
)
def test_answered_notice_is_in_the_log_where_nothing_moves(article, moderator, is_upheld, verb, reason):
    comment = make_shown(article)
    notice = give(comment)
    if is_upheld:
        removed(comment, moderator)

    answer(notice, moderator, is_upheld=is_upheld)

    entry = last()
    assert (entry.verb, entry.actor, entry.reason, entry.note) == (verb, moderator, reason, str(notice))
    assert entry.from_status == entry.to_status == comment.status


def test_block_and_its_end_are_in_the_log(article, moderator, clock):
    comment = guest_post(article, sender=HOUSE)
    made = block(comment, moderator)
    blocked = last()
    clock.shift(timedelta(hours=1))
    lift(made, by=moderator)

    said = (comment.pk, "held", "held", "abuse", f"Block {made.pk}: This address")
    for entry, verb in ((blocked, "block"), (last(), "lift")):
        told = (entry.comment_id, entry.from_status, entry.to_status, entry.reason, entry.note)
        assert (entry.verb, entry.actor, told) == (verb, moderator, said)
    assert last().at - blocked.at == timedelta(hours=1)


def test_block_of_a_typed_network_is_about_no_comment(moderator):
    made = block_network("203.0.113.0/24", by=moderator, days=7, reason="advertising")
    lift(made, by=moderator)

    entries = list(ModerationEntry.objects.order_by("position"))
    assert [(entry.verb, entry.comment, entry.statuses) for entry in entries] == [
        ("block", None, ""),
        ("lift", None, ""),
    ]
    assert {entry.note for entry in entries} == {f"Block {made.pk}: A network (/24)"}
    assert verify().startswith("2 entries, all as written.")
    page = browser(moderator).get(LOG).content.decode()
    assert page.count("A network (/24)") == 2
    assert "203.0.113" not in page
    assert browser(moderator).get(f"{LOG}{entries[0].pk}/change/").status_code == 200


def test_what_is_refused_leaves_neither_block_nor_entry(article):
    comment = guest_post(article, sender=HOUSE)
    before = last()

    with pytest.raises(moderation.IllegalMove):
        block(comment, make_user())

    assert (last(), Block.objects.count()) == (before, 0)


def test_block_does_not_make_stale_what_is_in_hand(article, moderator):
    """Its sender is blocked from the comment's own page, while the queue stays open."""
    comment = guest_post(article, sender=HOUSE)
    mona = Desk(moderator)
    mona.take()
    page = mona.read()
    block(comment, moderator)

    assert mona.read().split("data-state")[1].split(">")[0] == page.split("data-state")[1].split(">")[0]
    moderation.remove(comment, by=moderator, seen=comment.moderation_entries.last().pk)

    assert comment.status == "removed"


def test_decision_is_undone_over_a_block(article, moderator):
    comment = removed(guest_post(article, sender=HOUSE), moderator)
    block(comment, moderator)

    moderation.undo(comment, by=moderator)

    assert comment.status == "held"
