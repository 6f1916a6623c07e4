"""The log of decisions: every verb leaves one entry, sealed together with the one before it."""

from datetime import datetime
from typing import Any

from articles.desk.moving import printed_name
from comments import chains
from comments.models import Comment, LogHead, ModerationEntry, ModerationSignals
from comments.screening import Signal


def log(
    comment: Comment | None,
    verb: str,
    *,
    source: str | None = None,
    by: Any,
    reason: str,
    note: str = "",
    at: datetime,
) -> ModerationEntry:
    """Add an entry at the end, which stays locked until the verb ends: until then no other verb can log.

    `source` is the status that the comment came from; left out, it stayed where it is.

    So each verb locks what others lock too (links, discussions, appeals, notices) before its first entry.
    After it come rows that stand under those locks: comments of these discussions, their signals and flags.
    """
    head = LogHead.locked()
    status = comment.status if comment else ""
    entry = ModerationEntry(
        position=head.position + 1,
        comment=comment,
        verb=verb,
        from_status=status if source is None else source,
        to_status=status,
        actor=by,
        actor_name=printed_name(by),
        reason=reason,
        note=note,
        at=at,
    )
    head.position = entry.position
    head.chain = entry.chain = chains.seal(head.chain, decision_of(entry))
    head.save(update_fields=["position", "chain"])
    entry.save(force_insert=True)
    return entry


def decision_of(entry: ModerationEntry) -> chains.Decision:
    return chains.Decision._make(getattr(entry, field) for field in chains.Decision._fields)


def keep_signals(entry: ModerationEntry, seen: list[Signal]) -> None:
    """Keep what screening saw beside its verdict, in a row that can be erased alone."""
    ModerationSignals.objects.create(entry=entry, seen=[signal.kept for signal in seen])
