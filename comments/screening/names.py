"""Names that look like those of people who write here, so that no guest is taken for one of them."""

from functools import cache

from comments.screening.facts import Facts, Signal
from comments.screening.folding import skeletons, skeletons_of_words
from comments.states import Reason

#: What our own people are called. Not “host”, “writer” or “press”, which many are whoever they write for.
OURS = (
    *("admin", "admins", "administrator", "administrators", "editor", "editors", "editorial", "journalist"),
    *("journalists", "moderator", "moderators", "newsroom", "reporter", "reporters", "staff"),
)
#: Of these, a surname too, and taken for one behind a first name. (There are people called Staff; but “News
#: Staff” passes for us far sooner than for one of them.)
SURNAMES = ("reporter",)


def taken_name(facts: Facts) -> Signal | None:
    looks_like = facts.taken_names.find(facts.name) or _one_of_us(facts.name)
    if looks_like is None:
        return None
    sentence = f"the name “{facts.name}” looks like {looks_like}"
    return Signal("taken-name", Reason.TAKEN_NAME, sentence, 4)


def _one_of_us(name: str) -> str | None:
    words = skeletons_of_words(name)
    for place, word in enumerate(words):
        for called in _ours().keys() & word:
            if not (called in _surnames() and len(words) == 2 and place == 1):
                return f"that of somebody who works here (“{_ours()[called]}”)"
    return None


@cache
def _ours() -> dict[str, str]:
    return {skeleton: word for word in OURS for skeleton in skeletons(word)}


@cache
def _surnames() -> frozenset[str]:
    return frozenset().union(*map(skeletons, SURNAMES))
