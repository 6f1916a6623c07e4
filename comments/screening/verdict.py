"""From signals to a verdict: where a new comment goes, and why."""

from comments.screening.facts import Facts, Signal
from comments.states import Reason, Status


def verdict(facts: Facts, seen: list[Signal]) -> tuple[Status, Reason]:
    """Signed-in staff are shown at once; anything seen in a guest's comment holds it."""
    if facts.is_staff:
        return Status.SHOWN, Reason.STAFF
    if seen:
        return Status.HELD, seen[0].reason
    return Status.SHOWN, Reason.FINE
