"""What holds a comment whatever it says: how the story takes comments, and how well we know the writer."""

from comments.screening.facts import Facts, Signal
from comments.states import Mode, Reason


def every_comment_waits(facts: Facts) -> Signal | None:
    if facts.mode != Mode.HOLD_ALL:
        return None
    sentence = "Every comment on this story waits for a moderator."
    return Signal("every-comment-waits", Reason.HOLD_ALL, sentence, 1)


def address_is_unproved(facts: Facts) -> Signal | None:
    if facts.is_proved:
        return None
    sentence = (
        "Nobody has proved that the e-mail address is the writer's. A name or address that was seen before "
        "could be anybody's."
    )
    return Signal("address-is-unproved", Reason.UNPROVED, sentence, 1)


def writer_is_new(facts: Facts) -> Signal | None:
    if facts.mode != Mode.HOLD_FIRST_TIMERS or not facts.is_proved or facts.is_trusted:
        return None
    return Signal("writer-is-new", Reason.FIRST, "No comment of this writer has been shown yet.", 1)
