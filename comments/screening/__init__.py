"""What is seen in a comment before anybody reads it: pure functions, from facts to a verdict.

Each signal is a function of the facts that returns a `Signal` or None. The verdict comes before
publication, never after it, and nothing is thrown away on the strength of a signal.
"""

from comments.screening.copies import fingerprint
from comments.screening.facts import Copied, Earlier, Facts, Signal
from comments.screening.signals import SIGNALS
from comments.screening.taken_names import TakenNames, take
from comments.screening.verdict import risk, verdict

__all__ = [
    "SIGNALS",
    "Copied",
    "Earlier",
    "Facts",
    "Signal",
    "TakenNames",
    "fingerprint",
    "risk",
    "see",
    "take",
    "verdict",
]


def see(facts: Facts) -> list[Signal]:
    """Every signal that these facts give, in the order of `SIGNALS`. Of staff nothing is asked."""
    if facts.is_staff:
        return []
    return [signal for function in SIGNALS if (signal := function(facts))]
