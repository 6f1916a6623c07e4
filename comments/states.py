"""What may become of a comment: its statuses, the moves between them, the reasons and the permission."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices


class Status(TextChoices):
    """Held means silent: only what is SHOWN is anywhere that a reader can see."""

    HELD = "held", "Waiting"
    SHOWN = "shown", "Shown"
    REMOVED = "removed", "Removed"
    SPAM = "spam", "Spam"


#: What stands in the place of a comment that is not shown but has replies that are.
INSTEAD = {
    Status.REMOVED: "Removed by the moderators.",
    Status.SPAM: "Removed by the moderators.",
    Status.HELD: "This comment is not shown.",
}


class Mode(TextChoices):
    """How the discussion of a story takes comments."""

    OPEN = "open", "Open"
    HOLD_FIRST_TIMERS = "hold-first-timers", "Open; first-time writers wait for a moderator"
    HOLD_ALL = "hold-all", "Every comment waits for a moderator"
    CLOSED = "closed", "Closed; what was said stays"
    HIDDEN = "hidden", "Hidden; nothing is shown"


class Reason(TextChoices):
    """Why a comment is where it is: told to its writer, and kept in the log."""

    FINE = "fine", "Nothing against it"
    STAFF = "staff", "Written by staff"
    UNPROVED = "unproved", "The writer's address is not proved yet"
    HOLD_ALL = "hold-all", "Every comment on this story waits"
    OFF_TOPIC = "off-topic", "Not about the story"
    ABUSE = "abuse", "Insult, threat or hatred"
    PRIVATE = "private", "Personal data of somebody"
    ILLEGAL = "illegal", "Against the law"
    REPEATED = "repeated", "Says again what was said"
    ADVERTISING = "advertising", "Advertising or spam"
    LOOK_AGAIN = "look-again", "Needs another look"
    MISTAKE = "mistake", "The earlier decision was a mistake"


#: What a moderator may choose from; the others are given by rules.
MODERATORS_REASONS = tuple(
    reason for reason in Reason if reason not in {Reason.STAFF, Reason.UNPROVED, Reason.HOLD_ALL}
)

#: Modes in which readers see the discussion, and those in which they may write.
VISIBLE_MODES = frozenset(Mode) - {Mode.HIDDEN}
TAKES_COMMENTS = frozenset({Mode.OPEN, Mode.HOLD_FIRST_TIMERS, Mode.HOLD_ALL})


@dataclass(frozen=True)
class Move:
    name: str
    label: str
    sources: frozenset[Status]
    #: None: `restore` goes back to where the comment was.
    target: Status | None
    default_reason: Reason
    permission: str = "comments.moderate_comment"


MOVES = {
    move.name: move
    for move in (
        Move("show", "Show", frozenset({Status.HELD, Status.SPAM}), Status.SHOWN, Reason.FINE),
        Move("hold", "Hold", frozenset({Status.SHOWN, Status.SPAM}), Status.HELD, Reason.LOOK_AGAIN),
        Move("remove", "Remove", frozenset({Status.HELD, Status.SHOWN}), Status.REMOVED, Reason.OFF_TOPIC),
        Move("restore", "Restore", frozenset({Status.REMOVED, Status.SPAM}), None, Reason.MISTAKE),
        Move(
            "mark_spam",
            "Mark as spam",
            frozenset({Status.HELD, Status.SHOWN}),
            Status.SPAM,
            Reason.ADVERTISING,
        ),
    )
}


def may(by: Any, verb: str) -> bool:
    """Whether this person may do this to comments. `by=None` is the system, which may do anything."""
    return by is None or by.has_perm(MOVES[verb].permission)
