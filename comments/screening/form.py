"""How the form was filled in. Both may happen to honest people: a browser fills in every field, a text was
written elsewhere. So neither weighs much."""

from comments.screening.facts import Facts, Signal
from comments.states import Reason

TOO_FAST = 3.0  # seconds


def too_fast(facts: Facts) -> Signal | None:
    if facts.seconds is None or facts.seconds >= TOO_FAST:
        return None
    sentence = f"sent {max(facts.seconds, 0):.1f} seconds after the form was opened"
    return Signal("too-fast", Reason.SCREENED, sentence, 3)


def hidden_field(facts: Facts) -> Signal | None:
    if not facts.trap.strip():
        return None
    return Signal("hidden-field", Reason.SCREENED, "filled in a field that people don't see", 3)
