"""From where a comment came is kept as fingerprints, under keys that are changed every week."""

from datetime import timedelta

import pytest

from articles.models import Article
from comments import fingerprints
from comments.models import FingerprintKey, Trace
from comments.moderation.tracing import persons, prints_of
from comments.senders import STRANGER, Sender
from tests.comments.factories import guest_post
from tests.comments.sending import new, send
from tests.factories import NOON

HOUSE = "203.0.113.7/32"


def test_address_is_kept_as_fingerprints_alone(article: Article) -> None:
    send(new(article))

    trace = Trace.objects.get()
    key = FingerprintKey.objects.get().key
    assert (trace.address, trace.network) == fingerprints.take(key, "127.0.0.1/32")
    assert "127.0.0" not in f"{trace.address} {trace.network}"


def test_comment_from_nowhere_leaves_no_trace(article: Article) -> None:
    guest_post(article, sender=STRANGER)

    assert not Trace.objects.exists()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("203.0.113.7/32", "203.0.113.7/32", (True, True)),
        ("203.0.113.7/32", "203.0.113.9/32", (False, True)),
        ("203.0.113.7/32", "203.0.114.7/32", (False, False)),
        ("2001:db8:1:2::/64", "2001:db8:1:3::/64", (False, True)),
        ("2001:db8:1:2::/64", "2001:db8:2:2::/64", (False, False)),
    ],
)
def test_neighbours_share_the_wider_network(one: str, other: str, alike: tuple[bool, bool]) -> None:
    ours, theirs = fingerprints.take("key", one), fingerprints.take("key", other)

    assert (ours.address == theirs.address, ours.network == theirs.network) == alike


def test_key_is_another_each_week_and_earlier_ones_are_looked_up(db: None) -> None:
    sender = Sender(address=HOUSE)
    (first,) = prints_of(sender, NOON)
    (same,) = prints_of(sender, NOON + timedelta(days=6))
    later = prints_of(sender, NOON + timedelta(days=7))

    assert same == first
    assert later[1:] == [first]
    assert later[0] != first


def test_fingerprint_needs_the_secret(settings) -> None:
    ours = fingerprints.take("key", HOUSE)
    settings.SECRET_KEY = "another secret of this newsroom, long enough for it"

    assert fingerprints.take("key", HOUSE) != ours


def test_person_is_an_account_or_an_address(moderator) -> None:
    assert persons(moderator, Sender(address=HOUSE), NOON) == [f"account:{moderator.pk}"]
    assert persons(None, Sender(address=HOUSE), NOON) == [
        f"address:{prints_of(Sender(address=HOUSE), NOON)[0].address}"
    ]
    assert persons(None, STRANGER, NOON) == []
