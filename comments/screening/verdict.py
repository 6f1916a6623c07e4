"""From signals to a verdict: where a new comment goes, and why; and how soon moderators should see it."""

from comments.screening.facts import Facts, Signal
from comments.states import Reason, Status

#: Spam is what weighs this much. No two signals do so together, nor an honest slip or three (a form filled
#: in by the browser, sent in a hurry, with a link); an entry of the spam list does so alone.
SPAM = 10
#: What a threat weighs: more than anything else together, and it is never put away as spam.
THREAT = 100


def verdict(facts: Facts, seen: list[Signal]) -> tuple[Status, Reason]:
    """Signed-in staff are shown at once; one signal holds a guest's comment; many of them, as spam.

    The reason is that of the first signal that holds, so the order of `SIGNALS` says what is told. Why
    something was taken for spam is told to no one but moderators.
    """
    if facts.is_staff:
        return Status.SHOWN, Reason.STAFF
    holding = [signal for signal in seen if signal.weight]
    if not holding:
        return Status.SHOWN, Reason.FINE
    if SPAM <= risk(seen) < THREAT:
        return Status.SPAM, Reason.SCREENED
    return Status.HELD, holding[0].reason


def risk(seen: list[Signal]) -> int:
    """By which the queue is sorted, the highest first."""
    return sum(signal.weight for signal in seen)
