"""Gibberish: letters struck at random. Latin letters only, and only where most of a comment is so.

A pair of letters that hardly any common English word has is a sign. Names and words of other languages
have some of those (Polish one in twelve, Hausa one in twenty), letters struck at random two in five.
"""

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

from comments.screening.facts import Facts, Signal
from comments.screening.lexicon import lexicon_of
from comments.screening.tokens import without_links
from comments.states import Reason

#: Pairs that fewer common words than this have are odd.
ODD = 2
#: The share of odd pairs from which it is gibberish, and how many pairs there have to be.
SHARE, FEWEST_PAIRS = 0.3, 12
#: A word of which two letters are this share is laughter or a cry: “mwahahahahaha”.
LAUGHTER = 0.75

#: Only words of some length: short ones are abbreviations and cries.
_long_word = re.compile(r"(?<![\w@#/.:=&-])[^\W\d_]{5,60}(?![\w@/=&-])")
_letter = re.compile(r"[^\W\d_]")


def gibberish(facts: Facts) -> Signal | None:
    text = without_links(facts.text)
    long_words = _long_word.findall(text)
    if 2 * sum(map(len, long_words)) < len(_letter.findall(text)):
        return None
    struck = [word for word in long_words if not word.isupper() and not _is_laughter(word)]
    pairs = [pair for word in struck for pair in _pairs(word)]
    odd = sum(pair not in _usual() for pair in pairs)
    if len(pairs) < FEWEST_PAIRS or odd < SHARE * len(pairs):
        return None
    sentence = f"no words, as far as the letters tell: “{' '.join(long_words)[:60]}”"
    return Signal("gibberish", Reason.SCREENED, sentence, 3)


def _is_laughter(word: str) -> bool:
    return sum(times for _, times in Counter(word.lower()).most_common(2)) >= LAUGHTER * len(word)


def _pairs(word: str) -> list[str]:
    """Pairs of neighbouring plain letters; those with letters of another alphabet tell nothing."""
    plain = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return [one + other for one, other in pairwise(bare) if (one + other).isascii() and one != other]


@cache
def _usual() -> frozenset[str]:
    counted = Counter(one + other for word in lexicon_of("en").common for one, other in pairwise(word))
    return frozenset(pair for pair, times in counted.items() if times >= ODD)
