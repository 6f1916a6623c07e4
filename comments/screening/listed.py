"""What the moderators' word lists find, in the text, the name or the website."""

from comments.screening.facts import Facts, Signal
from comments.screening.verdict import SPAM
from comments.screening.word_lists import WordIndex
from comments.states import Reason


def on_spam_list(facts: Facts) -> Signal | None:
    return _found(facts, facts.spam_list, "spam", SPAM)


def on_hold_list(facts: Facts) -> Signal | None:
    return _found(facts, facts.hold_list, "hold", 3)


def _found(facts: Facts, index: WordIndex, kind: str, weight: int) -> Signal | None:
    entry = index.find(facts.text, facts.name, facts.website)
    if entry is None:
        return None
    return Signal(f"on-{kind}-list", Reason.SCREENED, f"on the {kind} list: {entry}", weight)
