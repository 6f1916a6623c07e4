"""Who a sender is to us: the fingerprints of their address, and the key by which one person counts once."""

from datetime import datetime, timedelta
from typing import Any

from comments import fingerprints
from comments.fingerprints import Prints
from comments.models import Comment, FingerprintKey, Trace
from comments.senders import Sender

#: What the key of a person begins with who is known by an address alone.
BY_ADDRESS = "address:"
#: As many mailboxes are asked in this time on behalf of one address.
MOST_ASKED, ASKING = 20, timedelta(hours=1)


def prints_of(sender: Sender, now: datetime) -> list[Prints]:
    """The fingerprints of a sender's address under every key that there still is, today's first.

    With the first something is kept; any of them may be found. None at all of an unknown address.
    """
    if not sender.address:
        return []
    keys = FingerprintKey.objects.with_current(now)
    return [fingerprints.take(key.key, sender.address) for key in keys]


def persons(by: Any, sender: Sender, now: datetime) -> list[str]:
    """By which key this person counts once, and by which others they may have counted before.

    An account; else a writer who is proved in this browser; else an address. [] for nobody we can tell.
    """
    return _named(by, sender) or [f"{BY_ADDRESS}{prints.address}" for prints in prints_of(sender, now)]


def persons_known(by: Any, sender: Sender) -> list[str]:
    """By which keys this person may count already. For pages that only look: it makes no new key."""
    keys = FingerprintKey.objects.newest_first().values_list("key", flat=True) if sender.address else ()
    return _named(by, sender) or [
        f"{BY_ADDRESS}{fingerprints.take(key, sender.address).address}" for key in keys
    ]


def _named(by: Any, sender: Sender) -> list[str]:
    if by is not None:
        return [f"account:{by.pk}"]
    return [person_of(sender.writer.pk)] if sender.writer is not None else []


def person_of(writer_pk: int) -> str:
    """By which key a proved writer counts."""
    return f"writer:{writer_pk}"


def may_ask_for_proof(sender: Sender, now: datetime) -> bool:
    """Whether one more mailbox may be asked on behalf of this address: it is not to have us mail a town."""
    prints = prints_of(sender, now)[:1]
    asked = Trace.objects.filter(
        address__in=[each.address for each in prints],
        at__gt=now - ASKING,
        comment__writer=None,
        comment__account=None,
    )
    return asked.count() <= MOST_ASKED


def leave_trace(comment: Comment, sender: Sender, now: datetime) -> None:
    if sender.address:
        prints = prints_of(sender, now)[0]
        Trace.objects.create(comment=comment, address=prints.address, network=prints.network, at=now)
