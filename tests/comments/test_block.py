"""Blocks: of whom, until when, what they hold for, and what whoever is blocked is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Block, Comment, FingerprintKey, Flag
from comments.moderation.blocking import (
    block_network,
    block_sender,
    find_block,
    forget_blocks,
    lift,
    read_network,
)
from comments.senders import STRANGER, Sender
from tests.comments.factories import browser, guest_post, make_shown, make_writer, path_of, writers_post
from tests.comments.mailed import confirm, deliver, link_in
from tests.comments.mine import MINE, act, opened
from tests.comments.sending import new, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUSE = Sender(address="203.0.113.7/32")
NEIGHBOUR = Sender(address="203.0.113.9/32")
FAR = Sender(address="198.51.100.7/32")
DAY = timedelta(days=1)


def is_blocked(sender):
    return find_block(None, sender, timezone.now()) is not None


def block(comment, by, kind="address", days=7, reason="abuse", **options):
    return block_sender(comment, by=by, kind=kind, days=days, reason=reason, **options)


@pytest.mark.parametrize(
    ("kind", "blocked"), [("address", [True, False, False]), ("network", [True, True, False])]
)
def test_block_holds_for_the_address_or_the_network_that_a_comment_came_from(
    article, moderator, kind, blocked
):
    block(guest_post(article, sender=HOUSE), moderator, kind)

    assert [is_blocked(sender) for sender in (HOUSE, NEIGHBOUR, FAR)] == blocked
    assert not is_blocked(STRANGER)


def test_block_outlives_the_change_of_keys_and_the_key_itself(article, moderator, clock):
    comment = guest_post(article, sender=HOUSE)
    clock.shift(6 * DAY)
    block(comment, moderator, days=30)
    FingerprintKey.objects.all().delete()

    for passed in (8, 15):
        assert is_blocked(HOUSE)
        clock.shift(passed * DAY)
    clock.shift(DAY - timedelta(seconds=1))
    assert is_blocked(HOUSE)
    clock.shift(1)
    assert not is_blocked(HOUSE)


def test_writer_is_blocked_in_every_browser_and_under_every_spelling(article, moderator):
    writer = make_writer()
    block(writers_post(article, writer), moderator, "writer", days=365)

    assert is_blocked(Sender(address="198.51.100.7/32", writer=writer))
    assert is_blocked(Sender(writer=make_writer("Dio+2@example.org")))
    assert not is_blocked(Sender(writer=make_writer("ana@example.org")))


def test_writer_who_is_erased_and_comes_back_is_blocked_still(article, moderator):
    block(writers_post(article, make_writer()), moderator, "writer")

    moderation.erase(make_writer())

    assert is_blocked(Sender(writer=make_writer()))


def test_owner_of_an_address_that_somebody_typed_is_not_blocked(article, moderator):
    with pytest.raises(moderation.IllegalMove) as refusal:
        block(guest_post(article, email="victim@example.org"), moderator, "writer")

    assert (refusal.value.code, Block.objects.exists()) == ("unproved", False)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"days": 31}, "bad-end"),
        ({"days": 0}, "bad-end"),
        ({"kind": "writer", "days": 366}, "bad-end"),
        ({"kind": "planet"}, "unknown-kind"),
        ({"reason": "flagged"}, "unknown-reason"),
        ({"note": "x" * 501}, "long-note"),
    ],
)
def test_what_can_be_no_block_is_refused(article, moderator, changed, code):
    comment = writers_post(article, make_writer())
    guest_post(article, sender=HOUSE)
    comment = comment if changed.get("kind") == "writer" else Comment.objects.last()

    with pytest.raises(moderation.IllegalMove) as refusal:
        block(comment, moderator, **changed)

    assert (refusal.value.code, Block.objects.exists()) == (code, False)


def test_others_can_not_block(article, editor):
    with pytest.raises(moderation.IllegalMove) as refusal:
        block(guest_post(article, sender=HOUSE), editor)

    assert refusal.value.code == "not-permitted"


def test_comment_of_which_it_is_not_known_where_it_came_from_blocks_nobody(article, moderator):
    with pytest.raises(moderation.IllegalMove) as refusal:
        block(guest_post(article), moderator)

    assert refusal.value.code == "no-trace"


@pytest.mark.parametrize(
    ("typed", "address", "holds"),
    [
        ("203.0.113.0/24", "203.0.113.7/32", True),
        ("203.0.113.77/24", "203.0.113.7/32", True),
        ("203.0.113.7", "203.0.113.7/32", True),
        ("203.0.113.8", "203.0.113.7/32", False),
        ("203.0.112.0/24", "203.0.113.7/32", False),
        (" 2001:db8::/32 ", "2001:db8:1:2::/64", True),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", True),
        ("2001:db8:1:3::/64", "2001:db8:1:2::/64", False),
        ("::ffff:203.0.113.0/120", "203.0.113.7/32", True),
        ("203.0.113.0/24", "2001:db8:1:2::/64", False),
    ],
)
def test_network_that_is_typed(db, moderator, typed, address, holds):
    block_network(typed, by=moderator, days=30, reason="advertising")

    assert is_blocked(Sender(address=address)) == holds


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("203.0.0.0/8", "too-wide"),
        ("0.0.0.0/0", "too-wide"),
        ("::/0", "too-wide"),
        ("2000::/8", "too-wide"),
        ("::ffff:0:0/96", "too-wide"),
        ("example.org", "bad-network"),
        ("203.0.113.0/33", "bad-network"),
        ("", "bad-network"),
        ("203.0.113.0/24; DROP", "bad-network"),
    ],
)
def test_what_is_no_network_or_too_wide_a_one_is_refused(typed, code):
    with pytest.raises(moderation.IllegalMove) as refusal:
        read_network(typed)

    assert refusal.value.code == code


def test_network_is_nowhere_in_the_database(db, moderator):
    block_network("203.0.113.0/24", by=moderator, days=7, reason="abuse")

    assert "203.0" not in str(list(Block.objects.values()))


def test_block_is_lifted_once(article, moderator):
    made = block(guest_post(article, sender=HOUSE), moderator)

    lift(made, by=moderator)

    made.refresh_from_db()
    assert (is_blocked(HOUSE), made.lifted_by) == (False, moderator)
    with pytest.raises(moderation.IllegalMove) as refusal:
        lift(made, by=moderator)
    assert refusal.value.code == "ended"


def test_who_is_blocked_is_told_until_when_why_and_how_to_object_and_gets_their_words_back(
    article, moderator, settings
):
    settings.OBJECTIONS_TO = "objections@news.example"
    send(new(article))
    block(Comment.objects.get(), moderator)

    response = send(new(article), text="Typed for long.")

    page = response.content.decode()
    assert (response.status_code, Comment.objects.count()) == (403, 1)
    assert (
        "Nothing is taken from your network address until 9 March 2026, 12:00 EET, because of what came from "
        "it: Insult, threat or hatred. If you think that this is a mistake, write to objections@news.example."
    ) in page
    assert "\nTyped for long.</textarea>" in page
    assert "Mona" not in page


def test_report_of_who_is_blocked_is_given_back(article, moderator):
    send(new(article))
    block(Comment.objects.get(), moderator)
    shown = make_shown(article)

    response = send(f"{path_of(article)}comments/{shown.number}/report/", reason="insult", note="Look.")

    assert (response.status_code, Flag.objects.exists()) == (403, False)
    assert "\nLook.</textarea>" in response.content.decode()


def test_blocked_writer_edits_nothing_and_still_deletes(article, moderator):
    writer = make_writer()
    comment = writers_post(article, writer)
    guest = opened(writer)
    block(comment, moderator, "writer")

    edited = act(guest, f"{MINE}{comment.uid}/edit/", text="Other words.")

    comment.refresh_from_db()
    assert (edited.status_code, comment.text) == (403, "A word on this.")
    assert "\nOther words.</textarea>" in edited.content.decode()
    assert "You can’t write here until" in guest.get(MINE).content.decode()
    assert act(guest, f"{MINE}{comment.uid}/delete/").status_code == 303


def test_what_comes_under_a_blocked_address_without_proof_is_told_when_it_is_proved(article, moderator):
    block(writers_post(article, make_writer()), moderator, "writer")
    send(new(article), text="Perhaps of a stranger.")
    assert Comment.objects.last().status == "held"
    link = link_in(deliver()[-1])

    page = browser().get(link).content.decode()
    confirm(browser(), link)

    late = Comment.objects.get(text="Perhaps of a stranger.")
    assert "You can’t write here until" in page
    assert (late.status, late.why) == ("removed", "blocked")
    assert Comment.objects.get(text="A word on this.").status == "held"


def test_staff_are_never_blocked(article, moderator):
    block_network("127.0.0.1", by=moderator, days=1, reason="abuse")

    comment = guest_post(article, by=moderator, sender=Sender(address="127.0.0.1/32"))

    assert comment.status == "shown"


def test_block_that_has_ended_no_longer_tells_whom_it_was_about(article, moderator, clock):
    made = block(guest_post(article, sender=HOUSE), moderator)
    holding = block(guest_post(article, sender=FAR), moderator, days=30)
    clock.shift(7 * DAY)

    assert forget_blocks(timezone.now()) == 1

    made.refresh_from_db()
    holding.refresh_from_db()
    assert (made.digest, made.key, made.reason, is_blocked(FAR)) == ("", "", "abuse", True)
    assert is_blocked(HOUSE) is False


def test_recommendation_of_who_is_blocked_does_not_count(article, moderator):
    shown = make_shown(article)
    block(guest_post(article, sender=HOUSE), moderator)

    with pytest.raises(moderation.IllegalMove) as refusal:
        moderation.recommend(shown, by=None, sender=HOUSE)

    assert (refusal.value.code, Comment.objects.get(pk=shown.pk).recommended) == ("blocked", 0)
