"""Which decisions of a comment's log stand. One that was undone doesn't; what it had replaced does again."""

from collections import defaultdict
from collections.abc import Iterable

from comments.models import ModerationEntry
from comments.states import ANSWERS, APPEALABLE, EVERY_MOVE, LEAVES_IN_PLACE

#: What can be undone.
DECISIONS = EVERY_MOVE.keys() | ANSWERS


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
    """The decision that `undo` takes back: the last one, if only what leaves all in place came after it, or
    answers that were undone."""
    left: list[ModerationEntry] = []
    for entry in _moving(entries):
        if entry.verb == "undo" and left and left[-1].verb in ANSWERS:
            left.pop()
        else:
            left.append(entry)
    return left[-1] if left and left[-1].verb in DECISIONS else None


def took_away(pks: Iterable[int]) -> dict[int, ModerationEntry]:
    """What brought these comments where they are, if that is away from readers: by the comment's key."""
    logs: dict[int, list[ModerationEntry]] = defaultdict(list)
    for entry in ModerationEntry.objects.filter(comment__in=pks, comment__status__in=APPEALABLE):
        logs[entry.comment_id].append(entry)
    brought = {
        pk: [entry for entry in standing(log) if entry.to_status in APPEALABLE - {entry.from_status}]
        for pk, log in logs.items()
    }
    return {pk: entries[-1] for pk, entries in brought.items() if entries}


def _moving(entries: Iterable[ModerationEntry]) -> list[ModerationEntry]:
    moving = [entry for entry in entries if entry.verb not in LEAVES_IN_PLACE]
    return sorted(moving, key=lambda entry: entry.position)
