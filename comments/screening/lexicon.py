"""The words of a language, from a file of `words/`: which are common, and what else has the same letters."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "words"

_language = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True)
class Lexicon:
    """`common` words and all that are `known` to have the same letters as one, in small ASCII letters;
    `by_letters` gives all of them by their sorted letters, the common ones first. See `words/make.py`."""

    common: frozenset[str]
    known: frozenset[str]
    by_letters: dict[str, tuple[str, ...]]


def lexicon_of(language: str) -> Lexicon | None:
    """By a code such as “en” or “en-GB”; None for a language that has no file."""
    found = _language.match(language.lower())
    return _load(found[0]) if found else None


@cache
def _load(language: str) -> Lexicon | None:
    file = WORDS / f"{language}.txt"
    if not file.exists():
        return None
    common, known, by_letters = set(), set(), {}
    for line in file.read_text(encoding="ascii").splitlines():
        often, _, seldom = line.partition("|")
        same = (*often.split(), *seldom.split())
        by_letters["".join(sorted(same[0]))] = same
        common.update(often.split())
        known.update(same)
    return Lexicon(frozenset(common), frozenset(known), by_letters)
