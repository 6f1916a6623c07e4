"""Text cut into words. Joined, the pieces give back the text."""

import re
import unicodedata
from functools import cache

#: Scripts that put no spaces between words: Thai to Lao, Burmese, Khmer, kana, Han.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
#: What holds a word together beside letters and marks: joiners, soft hyphens, marks of younger scripts.
JOINERS = "\u00ad\u200c\u200d\U00011100-\U00011134\U0001e944-\U0001e94a"


def words(text: str) -> list[str]:
    """Words, stretches of space, and anything else character by character.

    “don't” and “1,200.50” are one word each; in scripts without spaces each character is one.
    """
    return _pattern().findall(text)


def is_word(piece: str) -> bool:
    return piece[:1].isalnum()


def vocabulary(text: str) -> frozenset[str]:
    """The different words of a text, whatever their capitals."""
    return frozenset(piece for piece in words(text.casefold()) if is_word(piece))


@cache
def _pattern() -> re.Pattern[str]:
    # Vowel signs and accents are no letters to `re`; without them a word of Hindi falls to pieces.
    signs = (chr(code) for code in range(0x10000))
    marks = "".join(sign for sign in signs if unicodedata.category(sign).startswith("M")) + JOINERS
    letters = rf"[^\W{UNSPACED}]+(?:[{marks}]+[^\W{UNSPACED}]*)*"
    inside = rf"(?:['’](?=[^\W{UNSPACED}])|(?<=\d)[.,](?=\d))"
    return re.compile(rf"[{UNSPACED}][{marks}]*|{letters}(?:{inside}{letters})*|\s+|.[{marks}]*", re.DOTALL)
