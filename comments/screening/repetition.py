"""Repetition within one comment: one letter, one word or one line, over and over."""

import re
from collections import Counter

from comments.screening.facts import Facts, Signal
from comments.screening.tokens import words
from comments.states import Reason

#: “Sooooo good!” (40 of them, seen) and “No. No. No.” are somebody who means it; more than that only takes up
#: room.
SAME_LETTER = 50
SAME_LINE, SAME_WORD = 4, 40

_run = re.compile(rf"([^\W\d_])\1{{{SAME_LETTER - 1},}}", re.IGNORECASE)


def repetition(facts: Facts) -> Signal | None:
    sentence = _letters(facts.text) or _lines(facts.text) or _words(facts.text)
    return Signal("repetition", Reason.SCREENED, sentence, 3) if sentence else None


def _letters(text: str) -> str:
    found = _run.search(text)
    return f"“{found[1]}” {len(found[0])} times in a row" if found else ""


def _lines(text: str) -> str:
    """The same line with words in it, so often that it is half of all."""
    lines = [" ".join(words(line)) for line in text.splitlines()]
    said = [line for line in lines if line]
    return _most(said, SAME_LINE, "line")


def _words(text: str) -> str:
    return _most(words(text), SAME_WORD, "word")


def _most(said: list[str], least: int, what: str) -> str:
    if len(said) < least:
        return ""
    most, times = Counter(said).most_common(1)[0]
    return f"the same {what} {times} times: “{most[:60]}”" if times >= least and times * 2 > len(said) else ""
