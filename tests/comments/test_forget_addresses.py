"""Where a reader's addresses are, by age: in which columns of the whole database, and in no others."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.apps import apps
from django.core.management import call_command

from comments import fingerprints, mailboxes, moderation
from comments.models import Block, FingerprintKey, Writer
from comments.moderation.blocking import block_network, block_sender
from comments.senders import Sender
from tests.comments.factories import browser, guest_post, make_shown, make_writer
from tests.comments.mailed import confirm, deliver, link_in
from tests.comments.mine import ask
from tests.comments.noticed import give

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ADDRESS, NETWORK = "198.51.100.77/32", "198.51.100.0/24"
HOUSE = Sender(address=ADDRESS)
#: Typed and never proved; proved; who gave notice; whose link to the own page was never used.
MAIL = ["typed@reader.example", "proved@reader.example", "notice@reader.example", "link@reader.example"]

TYPED, PROVED, NOTICED, LINKED = MAIL
TRACED = {
    "Trace.address",
    "Trace.network",
    "Recommendation.person",
    "Flag.person",
    "Flag.source",
    "Block.digest",
}
WRITERS = {PROVED: {"Writer.email"}, LINKED: {"Writer.email"}}
NOTICE = {NOTICED: {"Notice.email", "Notice.mailbox"}}
#: Where each address is, from the night after so many days on. A proved one stays until its owner erases it.
KEPT = {
    1: {
        **WRITERS,
        **NOTICE,
        TYPED: {"Comment.email", "MailedLink.email", "MailedLink.mailbox"},
        HOUSE: TRACED,
    },
    3: {**WRITERS, **NOTICE, TYPED: {"Comment.email", "MailedLink.mailbox"}, HOUSE: TRACED},
    30: {**WRITERS, **NOTICE},
    181: WRITERS,
}


@pytest.fixture
def known(clock, article, moderator):
    """One reader has left both kinds of address wherever one can be left."""
    shown = make_shown(article, email=TYPED, sender=HOUSE)
    guest_post(article, email=PROVED, text="Of mine.", sender=HOUSE)
    confirm(browser(), next(link_in(mail) for mail in deliver() if mail.to == [PROVED]))
    make_writer(LINKED)
    ask(LINKED)
    other = make_shown(article, text="Another.")
    moderation.recommend(other, by=None, sender=HOUSE)
    moderation.flag(other, by=None, reason="insult", sender=HOUSE)
    moderation.decide_notice(give(other, email=NOTICED), by=moderator, is_upheld=False, answer="It may stay.")
    block_sender(shown, by=moderator, kind="address", days=30, reason="abuse")
    block_network(NETWORK, by=moderator, days=30, reason="abuse")


def every_key():
    """Those of the weeks, and those that blocks have kept."""
    return {each.key for model in (FingerprintKey, Block) for each in model.objects.all()}


def held(keys):
    """By address, the columns in which it stands, as it is or as a digest of it under any of the `keys`."""
    signs = {address: {address, mailboxes.digest(address)} for address in MAIL}
    prints = {digest for key in keys for digest in fingerprints.take(key, ADDRESS)}
    signs[HOUSE] = {"198.51.100", *prints}
    found = {}
    for model in apps.get_models():
        for row in model.objects.values():
            for column, value in row.items():
                for address, digests in signs.items():
                    if any(digest in str(value) for digest in digests):
                        found.setdefault(address, set()).add(f"{model.__name__}.{column}")
    return found


def forget_daily(clock, days):
    for _ in range(days):
        clock.shift(timedelta(days=1))
        call_command("forget", verbosity=0)


@pytest.mark.usefixtures("known")
def test_each_address_is_where_it_may_be_and_as_long_as_it_may_be(clock):
    keys = every_key()
    days, found = [1, 2, 3, 29, 30, 180, 181, 400], {}
    for before, day in pairwise([0, *days]):
        forget_daily(clock, day - before)
        found[day] = held(keys)

    assert found == {day: KEPT[max(since for since in KEPT if since <= day)] for day in days}


def test_key_of_a_block_goes_with_its_fingerprint(known, clock):
    forget_daily(clock, 30)

    assert set(Block.objects.values_list("digest", "key")) == {("", "")}


@pytest.mark.usefixtures("known")
def test_who_is_erased_leaves_a_mailbox_that_nobody_can_read_and_that_for_a_day(clock):
    moderation.erase(Writer.objects.get(email=PROVED))
    erased = held(every_key()).get(PROVED)
    forget_daily(clock, 1)

    assert (erased, held(every_key()).get(PROVED)) == ({"MailedLink.mailbox"}, None)
