"""Which decisions of a comment's log stand. One that was undone doesn't; what it had replaced does again."""

from collections.abc import Iterable

from comments.models import ModerationEntry
from comments.states import EVERY_MOVE, LEAVES_IN_PLACE


def standing(entries: Iterable[ModerationEntry]) -> list[ModerationEntry]:
    """Of what is in a log (in any order), what brought the comment where it is, the last at the end."""
    stand: list[ModerationEntry] = []
    for entry in _moving(entries):
        if entry.verb != "undo":
            stand.append(entry)
        elif stand:
            stand.pop()
    return stand


def undoable(entries: Iterable[ModerationEntry]) -> ModerationEntry | None:
    """The decision that `undo` takes back: the last one, if nothing but picks and parts came after it."""
    moving = _moving(entries)
    return moving[-1] if moving and moving[-1].verb in EVERY_MOVE else None


def _moving(entries: Iterable[ModerationEntry]) -> list[ModerationEntry]:
    moving = [entry for entry in entries if entry.verb not in LEAVES_IN_PLACE]
    return sorted(moving, key=lambda entry: entry.position)
