"""Links: whether this person has ever had one shown, and how many there are at all."""

from comments.screening.facts import Facts, Signal
from comments.screening.tokens import links_in
from comments.states import Reason, Status

MANY = 3


def first_link(facts: Facts) -> Signal | None:
    """A link of somebody who never had one shown; of a trusted writer it only informs. One in a name holds,
    whoever's it is: there is a field for it."""
    if links_in(facts.name):
        return Signal("first-link", Reason.SCREENED, "a link in the name", 2)
    if not (facts.links or facts.website):
        return None
    if any(earlier.has_link and earlier.status == Status.SHOWN for earlier in facts.earlier):
        return None
    where = "" if facts.links else ", under the name"
    whose = "this writer" if facts.is_proved else "this address"
    weight = 0 if facts.is_trusted else 2
    return Signal("first-link", Reason.SCREENED, f"first link from {whose}{where}", weight)


def many_links(facts: Facts) -> Signal | None:
    count = len(set(facts.links))
    if count < MANY:
        return None
    return Signal("many-links", Reason.SCREENED, f"{count} links", 3)
