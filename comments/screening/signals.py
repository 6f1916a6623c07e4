"""The signals, one small function each: facts in, a `Signal` or None out. The first gives the reason."""

from comments.screening.facts import Facts, Signal
from comments.states import Mode, Reason


def every_comment_waits(facts: Facts) -> Signal | None:
    if facts.mode != Mode.HOLD_ALL:
        return None
    return Signal(
        "every-comment-waits", Reason.HOLD_ALL, "Every comment on this story waits for a moderator."
    )


def address_is_unproved(facts: Facts) -> Signal | None:
    if facts.is_proved:
        return None
    return Signal(
        "address-is-unproved",
        Reason.UNPROVED,
        "Nobody has proved that the e-mail address is the writer's. A name or address that was seen before "
        "could be anybody's.",
    )


SIGNALS = (every_comment_waits, address_is_unproved)
