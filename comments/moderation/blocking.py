"""Blocks: made by moderators, for a time and for a reason, and told to whoever is blocked."""

from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles import instants
from articles.desk.moving import printed_name
from comments import fingerprints, mailboxes
from comments.models import Block, Comment, FingerprintKey, Trace
from comments.models.block import MOST_DAYS, MOST_NOTE, SAID, Kind
from comments.models.fingerprint_key import week_of
from comments.moderation.logging import log
from comments.moderation.moving import lock
from comments.moderation.refusals import IllegalMove
from comments.senders import Sender
from comments.states import MODERATORS_REASONS, moderates

#: The widest networks that may be blocked, as prefixes; those of whole providers and countries may not.
WIDEST = {4: 9, 6: 20}
#: Of IPv6 nothing narrower is known of a sender.
NARROWEST_6 = 64
#: What would end sooner is no block.
LEAST = timedelta(days=1)
OBJECT = " If you think that this is a mistake, write to {address}."


def find_block(by: Any, sender: Sender, now: datetime) -> Block | None:
    """The block that holds for a sender, the one that ends last. Staff (`by`) are never blocked."""
    if by is not None:
        return None
    holding = Block.objects.holding(now)
    of_writer = holding.of_writer(sender.writer).first() if sender.writer else None
    return of_writer or _find_for_address(holding, sender.address)


def refuse_blocked(by: Any, sender: Sender, now: datetime) -> None:
    """Raise `IllegalMove` with the code "blocked" for a sender who is; its sentence is told to them."""
    if block := find_block(by, sender, now):
        raise IllegalMove(block, "send", "blocked", said_to_blocked(block))


def said_to_blocked(block: Block) -> str:
    """Until when, why, and how to object."""
    told = SAID[Kind(block.kind)].format(until=instants.printed(block.until))
    why = block.get_reason_display()
    return f"{told}{why}." + OBJECT.format(address=settings.OBJECTIONS_TO)


def block_sender(comment: Comment, *, by: Any, kind: str, days: int, reason: str, note: str = "") -> Block:
    """Block whoever sent a comment: the address it came from, the network around that, or its writer."""
    if kind not in Kind.values:
        raise IllegalMove(comment, "block", "unknown-kind", "Choose what is to be blocked.")
    find = _find_writer if kind == Kind.WRITER else _find_prints
    whom = find(comment, kind)
    return _block(Kind(kind), by=by, days=days, reason=reason, note=note, comment=comment, **whom)


def offered(comment: Comment) -> list[Kind]:
    """What of whoever sent a comment is known, and can be blocked."""
    of_networks = [Kind.ADDRESS, Kind.NETWORK] if Trace.objects.filter(comment=comment).exists() else []
    return [*of_networks, Kind.WRITER] if comment.writer_id else of_networks


def longest(comment: Comment) -> datetime | None:
    """Until when a block of where a comment came from may last; None if that is not known."""
    trace = Trace.objects.filter(comment=comment).first()
    return trace.at + timedelta(days=settings.READER_ADDRESS_DAYS) if trace else None


def block_network(typed: str, *, by: Any, days: int, reason: str, note: str = "") -> Block:
    """Block a network that a moderator typed, such as 203.0.113.0/24 or 2001:db8::/32. It is not kept."""
    network, key = read_network(typed), FingerprintKey.objects.current(timezone.now()).key
    whom = {"key": key, "prefix": network.prefixlen, "digest": fingerprints.take_of(key, str(network))}
    whom["most_until"] = timezone.now() + timedelta(days=settings.READER_ADDRESS_DAYS)
    return _block(Kind.NETWORK, by=by, days=days, reason=reason, note=note, **whom)


def lift(block: Block, *, by: Any) -> None:
    """End a block now."""
    with transaction.atomic():
        comment = lock(block.comment)[1] if block.comment else None
        row = Block.objects.select_for_update().get(pk=block.pk)
        now = timezone.now()
        if not moderates(by):
            raise _not_permitted(row)
        if not row.holds(now):
            raise IllegalMove(row, "lift", "ended", "This block has ended already.")
        row.lifted_at, row.lifted_by = now, by
        row.save(update_fields=["lifted_at", "lifted_by"])
        log(comment, "lift", by=by, reason=row.reason, note=_noted(row), at=now)


def forget_blocks(now: datetime) -> int:
    """Let blocks that have ended no longer tell whom they were about: how many."""
    ended = Block.objects.exclude(digest="").exclude(
        pk__in=Block.objects.holding(now).order_by().values("pk")
    )
    return ended.filter(begins_at__lte=now).update(digest="", key="")


def read_network(typed: str) -> Any:
    """The network in what a moderator typed; of IPv6 no narrower one than is known of senders."""
    try:
        network = ip_network(typed.strip(), strict=False)
    except ValueError as error:
        raise IllegalMove(
            None,
            "block",
            "bad-network",
            "This is not a network. One looks like 203.0.113.0/24 or 2001:db8::/32.",
        ) from error
    mapped = getattr(network.network_address, "ipv4_mapped", None)
    if mapped is not None and network.prefixlen >= 96:
        network = ip_network((mapped, network.prefixlen - 96))
    if network.prefixlen < WIDEST[network.version]:
        raise IllegalMove(
            None,
            "block",
            "too-wide",
            f"/{network.prefixlen} is a whole part of the world. Of IPv{network.version} the widest network "
            f"that can be blocked is /{WIDEST[network.version]}.",
        )
    if network.version == 6 and network.prefixlen > NARROWEST_6:
        network = network.supernet(new_prefix=NARROWEST_6)
    return network


def _find_for_address(holding: Any, address: str) -> Block | None:
    """Of thousands of blocks few were made under different keys and prefixes: one fingerprint for each."""
    if not address:
        return None
    networks = holding.of_networks()
    ways = networks.order_by().values("kind", "key", "prefix").distinct()
    prints = {Block(**way).print_of(address) for way in ways} - {""}
    return networks.filter(digest__in=prints).first() if prints else None


def _find_writer(comment: Comment, kind: str) -> dict[str, Any]:
    if comment.writer is None:
        raise IllegalMove(
            comment,
            "block",
            "unproved",
            "Nobody has proved that the e-mail address of this comment is theirs, so it may be somebody "
            "else’s. Block the address on the network that it came from instead.",
        )
    return {"digest": mailboxes.digest(comment.writer.email)}


def _find_prints(comment: Comment, kind: str) -> dict[str, Any]:
    """The fingerprint of where a comment came from, with the key that it was made under."""
    trace = Trace.objects.filter(comment=comment).first()
    key = FingerprintKey.objects.filter(begins_on=week_of(trace.at)).first() if trace else None
    if key is None:
        raise IllegalMove(
            comment, "block", "no-trace", "It is not known, or no longer known, from where this comment came."
        )
    digest = trace.address if kind == Kind.ADDRESS else trace.network
    return {"key": key.key, "digest": digest, "most_until": longest(comment)}


def _block(
    kind: Kind,
    *,
    by: Any,
    days: int,
    reason: str,
    note: str,
    comment: Comment | None = None,
    most_until: datetime | None = None,
    **whom: Any,
) -> Block:
    """No fingerprint is kept past `most_until`: a block that would be ends earlier."""
    now = timezone.now()
    if not moderates(by):
        raise _not_permitted(comment)
    if not 1 <= days <= MOST_DAYS[kind]:
        raise IllegalMove(
            comment,
            "block",
            "bad-end",
            f"A block like this lasts for a day at least, and {MOST_DAYS[kind]} days at most.",
        )
    if reason not in MODERATORS_REASONS:
        raise IllegalMove(comment, "block", "unknown-reason", "Choose one of the reasons in the list.")
    if len(note) > MOST_NOTE:
        raise IllegalMove(comment, "block", "long-note", f"A note has {MOST_NOTE} characters at most.")
    until = now + timedelta(days=days)
    if most_until and most_until < now + LEAST:
        raise IllegalMove(
            comment,
            "block",
            "too-old",
            "Where this comment came from is forgotten within a day, and a block of it would end by then.",
        )
    facts = {"kind": kind, "comment": comment, "reason": reason, "note": note.strip()}
    when = {"begins_at": now, "until": min(until, most_until or until)}
    with transaction.atomic():
        row = lock(comment)[1] if comment else None
        block = Block.objects.create(**facts, **when, **whom, by=by, by_name=printed_name(by))
        log(row, "block", by=by, reason=reason, note=_noted(block), at=now)
    return block


def _noted(block: Block) -> str:
    """What the log says of a block besides its reason: neither the network nor the address is in it."""
    return f"Block {block.pk}: {block}"


def _not_permitted(thing: Any) -> IllegalMove:
    return IllegalMove(thing, "block", "not-permitted", "Your account may not block anybody.")
