"""Words as the eye takes them: without case, accents, unseen characters and look-alike letters. No queries.

What letters look alike is said by Unicode (UTS 39) and read from `confusable_homoglyphs`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from string import ascii_lowercase

from confusable_homoglyphs.confusables import confusables_data

from articles.typed import BLANKS

#: Besides letters of other scripts, what is written for one in ours.
STANDS_FOR_LETTER = {"1": "l", "|": "l", "0": "o"}
#: Unicode holds it for like π alone; in a Latin name the eye takes it for this.
ALSO_ALIKE = {"п": "n"}
#: How Unicode names letters such as ʀ and ᴊ.
SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL {}"
#: A left-to-right mark, which the data puts around letters of scripts written from the right.
MARK = "\u200e"
#: Marks (accents) and formatting (zero width, bidirectional) say nothing of which letter it is.
UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc"})
#: So many marks on one letter tell which it is. To sort thousands, as normal forms do, would take long.
MOST_MARKS = 8

#: Two Arabic phrases in one character each, of which normal forms make 18 and 8: a text of nothing else would
#: take seconds. They have no letters to compare.
PHRASES = {0xFDFA: " ", 0xFDFB: " "}
#: White letters in black circles and squares, which no normal form makes plain.
IN_BLACK = {first + place: chr(97 + place) for first in (0x1F150, 0x1F170) for place in range(26)}

_signs = str.maketrans(STANDS_FOR_LETTER)
_ascii_unseen = {
    place: None for place in range(128) if not (chr(place).isprintable() or chr(place).isspace())
}
_undone = PHRASES | IN_BLACK


def fold(text: str) -> str:
    """The text in small plain letters. What looks alike comes out the same, line ends and spaces stay."""
    return plain(text).translate(_signs)


@lru_cache(maxsize=16)  # several signals ask for the same texts
def plain(text: str) -> str:
    """The same, with digits and signs as they are."""
    if text.isascii():
        return text.lower().translate(_ascii_unseen)
    letters = _look_alikes()
    bare = _bare(unicodedata.normalize("NFKC", _seen(text)).casefold())
    return "".join(letters.get(char, char) for char in bare)


@lru_cache(maxsize=16)
def shown(text: str) -> str:
    """The same, with capitals as they are, as far as one can tell."""
    if text.isascii():
        return text.translate(_ascii_unseen)
    bare = _bare(unicodedata.normalize("NFKC", _seen(text)))
    letters = _look_alikes()
    return "".join(
        letters.get(char, char).upper() if char.isupper() else letters.get(char, char) for char in bare
    )


def _bare(text: str) -> str:
    """Without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not _is_unseen(char))


def _seen(text: str) -> str:
    return "".join(_seen_characters(text.translate(_undone)))


def _seen_characters(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        if unicodedata.combining(char):
            marks += 1
            if marks <= MOST_MARKS:
                yield char
        elif not _is_unseen(char):
            marks = 0
            yield char


@lru_cache(maxsize=65536)
def skeletons(name: str) -> frozenset[str]:
    """What two names have in common that look alike, whatever their case, spacing and punctuation.

    Two, since a few capitals (Ν, Υ) look like other letters than the small ones that they become. Names
    without letters have none.
    """
    capitals = "".join(_look_alikes().get(char, char) if char.isupper() else char for char in name)
    return frozenset(filter(None, (_skeleton(name), _skeleton(capitals))))


def skeletons_of_words(name: str) -> list[frozenset[str]]:
    """The skeletons of each word of a name; an apostrophe and what is unseen stand within a word."""
    shown = unicodedata.normalize("NFKC", name.translate(PHRASES))
    within = (char if char.isalnum() or char in "'’" or _is_unseen(char) else " " for char in shown)
    return [found for word in "".join(within).split() if (found := skeletons(word))]


def _skeleton(name: str) -> str:
    letters = "".join(char for char in fold(name) if char.isalpha())
    return letters.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace("i", "l")


def _is_unseen(char: str) -> bool:
    if char in BLANKS:
        return True
    return not char.isspace() and unicodedata.category(char) in UNSEEN


@cache
def _look_alikes() -> dict[str, str]:
    """From a letter to the small ASCII letter that it looks like.

    A small letter that looks like none goes with its capital (н like Н like h), so that folding makes no
    difference between them.
    """
    classes = _classes()
    small_capitals = _small_capitals()
    found = ALSO_ALIKE | small_capitals
    for chars in classes:
        letter = min((char for char in chars if re.fullmatch("[a-zA-Z]", char)), key=_plainness, default="")
        if letter := letter or next((small_capitals[char] for char in chars if char in small_capitals), ""):
            found |= {char: letter.lower() for char in chars if not char.isascii() and char.isalpha()}
    for char in list(found):
        small = char.lower()
        if len(small) == 1 and not small.isascii():
            found.setdefault(small, found[char])
    return found


def _plainness(char: str) -> tuple[bool, str]:
    return (not char.islower(), char)


def _small_capitals() -> dict[str, str]:
    """From a small capital to its letter. X has none, and one or another may come with a later Unicode."""
    found = {}
    for letter in ascii_lowercase:
        with suppress(KeyError):
            found[unicodedata.lookup(SMALL_CAPITAL.format(letter.upper()))] = letter
    return found


def _classes() -> list[set[str]]:
    """Single characters that look alike, as sets: whatever is joined by a chain of pairs."""
    alike: dict[str, set[str]] = defaultdict(set)
    for one, others in confusables_data.items():
        for other in others:
            pair = [each.replace(MARK, "") for each in (one, other["c"])]
            if all(len(each) == 1 for each in pair):
                alike[pair[0]].add(pair[1])
                alike[pair[1]].add(pair[0])
    classes, placed = [], set()
    for start in alike:
        found, ahead = set(), [start]
        while ahead and start not in placed:
            char = ahead.pop()
            if char not in found:
                found.add(char)
                ahead.extend(alike[char])
        placed |= found
        classes.append(found)
    return classes
