"""Blocks end no later than the fingerprint that they keep would have been forgotten."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.sight import short_moment
from comments import moderation
from comments.models import Block, Comment
from comments.moderation.blocking import block_network, block_sender
from comments.senders import Sender
from tests.comments.factories import browser, guest_post, make_writer, writers_post
from tests.factories import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUSE = Sender(address="203.0.113.7/32")
DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", ["address", "network"])
def test_fingerprint_of_a_blocked_address_is_kept_no_longer_than_any_other(article, moderator, clock, kind):
    comment = guest_post(article, sender=HOUSE)
    clock.shift(29 * DAY)

    made = block_sender(comment, by=moderator, kind=kind, days=30, reason="abuse")

    assert made.until == NOON + 30 * DAY
    clock.shift(DAY)
    call_command("forget", verbosity=0)
    assert Block.objects.get().digest == ""


def test_shorter_block_ends_when_it_was_to_end(article, moderator, clock):
    comment = guest_post(article, sender=HOUSE)
    clock.shift(20 * DAY)

    assert (
        block_sender(comment, by=moderator, kind="address", days=7, reason="abuse").until == NOON + 27 * DAY
    )


def test_block_that_would_end_within_a_day_is_refused(article, moderator, clock):
    comment = guest_post(article, sender=HOUSE)
    clock.shift(29 * DAY + timedelta(seconds=1))

    with pytest.raises(moderation.IllegalMove, match="is forgotten within a day") as refusal:
        block_sender(comment, by=moderator, kind="address", days=7, reason="abuse")

    assert (refusal.value.code, Block.objects.exists()) == ("too-old", False)


def test_writer_is_blocked_for_as_long_as_was_asked(article, moderator, clock):
    writers_post(article, make_writer())
    clock.shift(60 * DAY)

    made = block_sender(Comment.objects.get(), by=moderator, kind="writer", days=365, reason="abuse")

    assert made.until == timezone.now() + 365 * DAY


def test_network_that_is_typed_is_blocked_for_as_long_as_fingerprints_are_kept(db, moderator, settings):
    settings.READER_ADDRESS_DAYS = 10

    assert block_network("203.0.113.0/24", by=moderator, days=30, reason="abuse").until == NOON + 10 * DAY


def test_page_says_until_when_at_most(article, moderator, clock):
    comment = guest_post(article, sender=HOUSE)
    clock.shift(20 * DAY)

    page = browser(moderator).get(f"/admin/comments/block/from/{comment.pk}/").content.decode()

    assert f"By address or network until {short_moment(NOON + 30 * DAY)} at most." in page
