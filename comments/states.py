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
    RETRACTED = "retracted", "Deleted by its writer"


#: What stands in the place of a comment that is not shown but has replies that are.
INSTEAD = {
    Status.REMOVED: "Removed by the moderators.",
    Status.SPAM: "Removed by the moderators.",
    Status.HELD: "This comment is not shown.",
    Status.RETRACTED: "Deleted by its writer.",
}


#: What the writer of a comment is told of it; of some, the reason follows.
TOLD = {
    Status.HELD: "Waiting for a moderator:",
    Status.SHOWN: "Shown as number {number}.",
    Status.REMOVED: "Removed by the moderators:",
    Status.SPAM: "Not shown:",
    Status.RETRACTED: "Deleted by you.",
}
#: What they are told of one that is shown, but in a hidden branch.
OUT_OF_SIGHT = "Not shown for now: the moderators have hidden the part of the discussion that it stands in."
TOLD_WHY = frozenset({Status.HELD, Status.REMOVED, Status.SPAM})


class Mode(TextChoices):
    """How the discussion of a story takes comments."""

    OPEN = "open", "Open"
    HOLD_FIRST_TIMERS = "hold-first-timers", "Open; first-time writers wait for a moderator"
    HOLD_ALL = "hold-all", "Every comment waits for a moderator"
    CLOSED = "closed", "Closed; what was said stays"
    HIDDEN = "hidden", "Hidden; nothing is shown"


class Cadence(TextChoices):
    """How often somebody is mailed about replies."""

    AT_ONCE = "at-once", "At once"
    DAILY = "daily", "Once a day"


class Reason(TextChoices):
    """Why a comment is where it is: told to its writer, and kept in the log."""

    FINE = "fine", "Nothing against it"
    STAFF = "staff", "Written by staff"
    UNPROVED = "unproved", "The writer's address is not proved yet"
    FIRST = "first", "The first comment of this writer"
    NOT_THEIRS = "not-theirs", "The owner of the e-mail address did not write it"
    OWN_WISH = "own-wish", "Its writer wished it"
    TAKEN_NAME = "taken-name", "The name looks like that of somebody who writes here"
    SCREENED = "screened", "A moderator reads it first"
    HOLD_ALL = "hold-all", "Every comment on this story waits"
    OFF_TOPIC = "off-topic", "Not about the story"
    ABUSE = "abuse", "Insult, threat or hatred"
    PRIVATE = "private", "Personal data of somebody"
    ILLEGAL = "illegal", "Against the law"
    REPEATED = "repeated", "Says again what was said"
    ADVERTISING = "advertising", "Advertising or spam"
    LOOK_AGAIN = "look-again", "Needs another look"
    MISTAKE = "mistake", "The earlier decision was a mistake"
    FLAGGED = "flagged", "Reported by several readers"
    BLOCKED = "blocked", "Sent while its writer was blocked"


#: What its writer may object to.
APPEALABLE = frozenset({Status.REMOVED, Status.SPAM})


class Complaint(TextChoices):
    """What a reader reports about a comment."""

    INSULT = "insult", "Insult or hatred"
    THREAT = "threat", "Threat"
    PRIVATE = "private", "Personal data of somebody"
    ADVERTISING = "advertising", "Advertising or spam"
    OFF_TOPIC = "off-topic", "Not about the story"
    ILLEGAL = "illegal", "Against the law"


class Outcome(TextChoices):
    """What came of a report: who is often right counts for more the next time."""

    OPEN = "open", "Open"
    RIGHT = "right", "Right: it was removed"
    WRONG = "wrong", "Wrong: it stayed"
    MOOT = "moot", "Neither: its writer deleted it"


class Decision(TextChoices):
    """What a moderator made of something that was put to them."""

    OPEN = "open", "Not decided yet"
    UPHELD = "upheld", "Upheld"
    REJECTED = "rejected", "Not upheld"


def reasons() -> list[tuple[str, str]]:
    """The choices of columns that hold a reason; asked when needed, so that one more is no migration."""
    return Reason.choices


#: What is known of who wrote a comment, not of the comment.
OF_THE_WRITER = frozenset({Reason.UNPROVED, Reason.FIRST})
#: What only a rule or a writer gives as a reason.
GIVEN_BY_RULES = frozenset(
    {
        Reason.STAFF,
        Reason.UNPROVED,
        Reason.FIRST,
        Reason.NOT_THEIRS,
        Reason.OWN_WISH,
        Reason.TAKEN_NAME,
        Reason.SCREENED,
        Reason.HOLD_ALL,
        Reason.FLAGGED,
        Reason.BLOCKED,
    }
)
#: What a moderator may choose from.
MODERATORS_REASONS = tuple(reason for reason in Reason if reason not in GIVEN_BY_RULES)

#: What speaks for a comment, or for nothing yet: no reason to take it, or a part of it, from readers.
SPEAKS_FOR = frozenset({Reason.FINE, Reason.LOOK_AGAIN})
#: What a moderator may choose from when something is taken from readers, or somebody blocked.
REASONS_AGAINST = tuple(reason for reason in MODERATORS_REASONS if reason not in SPEAKS_FOR)
#: What is done for reasons against a comment alone.
TAKES_AWAY = frozenset({"remove", "mark_spam", "hide_branch", "blank_part"})

#: Modes in which readers see the discussion, and those in which they may write.
VISIBLE_MODES = frozenset(Mode) - {Mode.HIDDEN}
TAKES_COMMENTS = frozenset({Mode.OPEN, Mode.HOLD_FIRST_TIMERS, Mode.HOLD_ALL})


#: Who may decide on comments may also see to what readers say of them, and block.
MODERATES = "comments.moderate_comment"


@dataclass(frozen=True)
class Move:
    name: str
    label: str
    sources: frozenset[Status]
    #: None: `restore` goes back to where the comment was, others leave it where it is.
    target: Status | None
    default_reason: Reason
    permission: str = MODERATES


MOVES = {
    move.name: move
    for move in (
        Move("show", "Show", frozenset({Status.HELD, Status.SPAM}), Status.SHOWN, Reason.FINE),
        # To look, and leave it as it is: reports that came before are settled.
        Move("keep", "Keep shown", frozenset({Status.SHOWN}), Status.SHOWN, Reason.FINE),
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

#: Moves after which what is shown was found good by whoever looked.
FOUND_GOOD = frozenset({"show", "keep", "restore"})

#: What is done to a whole branch. No status changes; the head's is in the log.
BRANCH_MOVES = {
    move.name: move
    for move in (
        Move("hide_branch", "Hide branch", frozenset(Status), None, Reason.OFF_TOPIC),
        Move("show_branch", "Show branch again", frozenset(Status), None, Reason.MISTAKE),
    )
}

#: What moderators decide, and can undo.
EVERY_MOVE = MOVES | BRANCH_MOVES

#: What else is done to comments, by those who write them as a rule, as the log names it.
OTHER_VERBS = {
    "post": "Post",
    "prove": "Prove the address",
    "disown": "Say that it is not theirs",
    "edit": "Edit",
    "retract": "Delete",
    "erase": "Erase everything of theirs",
    "undo": "Undo",
    "blank_part": "Take a part out",
    "unblank": "Bring a part back",
    "reject_appeal": "Reject an appeal",
    "reject_notice": "Reject a notice",
    "uphold_notice": "Uphold a notice of what is gone already",
    "block": "Block",
    "lift": "Lift a block",
}


#: What leaves a comment where it is: an editors' pick that is hidden meanwhile stays one.
PICKS = {
    move.name: move
    for move in (
        Move(
            "pick",
            "Make an editors' pick",
            frozenset({Status.SHOWN}),
            Status.SHOWN,
            Reason.FINE,
            permission="comments.pick_comment",
        ),
        Move(
            "unpick",
            "No longer an editors' pick",
            frozenset(Status),
            None,
            Reason.FINE,
            permission="comments.pick_comment",
        ),
    )
}

#: What is decided about whoever sent a comment; what was read of the comment still holds.
OF_THE_SENDER = frozenset({"block", "lift"})
#: Verbs that decide nothing about where a comment is: what was decided before them can still be undone.
LEAVES_IN_PLACE = OF_THE_SENDER | {"pick", "unpick", "blank_part", "unblank"}
#: Answers to appeals and notices by which no comment moves. They can be undone themselves.
ANSWERS = frozenset({"reject_appeal", "reject_notice", "uphold_notice"})

#: Every move, by its name.
ALL = EVERY_MOVE | PICKS


def refuses(verb: str, reason: str) -> bool:
    """Whether this is one of the moderators' reasons, but none for doing this."""
    return (verb in TAKES_AWAY and reason in SPEAKS_FOR) or (verb == "hold" and reason == Reason.FINE)


def moderates(by: Any) -> bool:
    """Whether this person is one of the moderators, or the system (None)."""
    return by is None or by.has_perm(MODERATES)


def may(by: Any, verb: str) -> bool:
    """Whether this person may do this to comments. `by=None` is the system, which may do anything."""
    return by is None or by.has_perm(ALL[verb].permission if verb in ALL else MODERATES)


def label_of(verb: str) -> str:
    """What is done, as the button says it."""
    return ALL[verb].label if verb in ALL else OTHER_VERBS[verb]
