"""The log of decisions: every verb leaves one entry."""

from datetime import datetime
from typing import Any

from articles.desk.moving import printed_name
from comments.models import Comment, ModerationEntry, ModerationSignals
from comments.screening import Signal


def log(
    comment: Comment, verb: str, *, source: str, by: Any, reason: str, note: str = "", at: datetime
) -> ModerationEntry:
    return ModerationEntry.objects.create(
        comment=comment,
        verb=verb,
        from_status=source,
        to_status=comment.status,
        actor=by,
        actor_name=printed_name(by),
        reason=reason,
        note=note,
        at=at,
    )


def keep_signals(entry: ModerationEntry, seen: list[Signal]) -> None:
    """Keep what screening saw beside its verdict, in a row that can be erased alone."""
    ModerationSignals.objects.create(
        entry=entry, seen=[{"signal": signal.name, "sentence": signal.sentence} for signal in seen]
    )
