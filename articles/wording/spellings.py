"""Finding words in a text however they are spelt there: capitals, normal forms, spaces, soft hyphens."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from urllib.parse import unquote

from articles.wording.units import Unit
from articles.wording.words import UNSPACED

#: Names are not set apart by spaces in these; of Hangul, since particles follow without one.
RUNS_ON = re.compile(rf"[{UNSPACED}\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
#: Vowels and endings that make one syllable with the Hangul letter before them.
HANGUL_TAILS = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")
UNSEEN = frozenset("\u034f\u0640") | {chr(selector) for selector in range(0xFE00, 0xFE10)}
#: Where a line may break without a space: as good as one, and as good as nothing.
BREAK = "\u200b"
#: What may stand between two words: space, or what stands for it in addresses.
BETWEEN = rf"(?:[\s{BREAK}]+|[-_.+])"
PARTS = re.compile(rf"[\s{BREAK}_\u2010\u2011-]+")
SAME = str.maketrans({"ı": "i", "’": "'", "‘": "'", "ʼ": "'", "\u2010": "-"})


def fold(text: str) -> str:
    """The same for all spellings of a text: in capitals or not, composed or not, with soft hyphens or not."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    folded = folded.translate(SAME).replace("i\u0307", "i")
    return "".join(sign for sign in folded if not _is_unseen(sign))


#: Of letters alone: a text holds few different ones, and no text is to stay in memory.
_fold_letter = lru_cache(maxsize=4096)(fold)


class Spelling:
    """Phrases, one of which is to be found. Case, normal form, white space and what joins words don't matter.

    Whole words only; in scripts without spaces, and in Korean, wherever they stand.
    """

    def __init__(self, *phrases: str) -> None:
        self._words = [[word for part in PARTS.split(each) if (word := fold(part))] for each in phrases]

    def find(self, units: list[Unit]) -> Iterator[list[Unit]]:
        """The units of each occurrence."""
        clusters = _clusters(units)
        folded = [_fold_letter("".join([unit.text for unit in cluster])) for cluster in clusters]
        at: dict[int, int] = {}
        length = 0
        for number, each in enumerate(folded):
            if each:
                at[length] = number
                length += len(each)
        at[length] = len(clusters)
        for start, end in self._spans("".join(folded), at.__contains__):
            yield [unit for cluster in clusters[at[start] : at[end]] for unit in cluster]

    def may_be_in(self, text: str) -> bool:
        """False where a quick look at plain text can rule it out."""
        plain = fold(unquote(text)).replace(BREAK, "")
        return any(all(word in plain for word in words) for words in self._words)

    def _spans(self, folded: str, is_whole: Callable[[int], bool]) -> Iterator[tuple[int, int]]:
        start = 0
        while found := self._pattern.search(folded, start):
            start, end = found.span()
            if is_whole(start) and is_whole(end) and _stands_alone(folded, start, end):
                yield start, end
                start = end
            else:
                start += 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        phrases = (
            BETWEEN.join(f"{BREAK}*".join(map(re.escape, word)) for word in words) for words in self._words
        )
        return re.compile("|".join(phrases))


def _clusters(units: list[Unit]) -> list[list[Unit]]:
    """Letters with the marks on them, which can't be parted."""
    found: list[list[Unit]] = []
    for unit in units:
        sign = unit.text[-1]
        if found and (_is_mark(sign) or HANGUL_TAILS.match(sign) or _is_unseen(sign)):
            found[-1].append(unit)
        else:
            found.append([unit])
    return found


@lru_cache(maxsize=4096)
def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


@lru_cache(maxsize=4096)
def _is_unseen(sign: str) -> bool:
    """Soft hyphens, joiners, marks of direction, and what only stretches an Arabic word."""
    return sign in UNSEEN or (unicodedata.category(sign) == "Cf" and sign != BREAK)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start] if start else "", folded[end : end + 1]
    return not (_is_one_word(before, folded[start]) or _is_one_word(folded[end - 1], after))


def _is_one_word(before: str, after: str) -> bool:
    """Whether two signs in a row belong to one word."""
    return all(_is_of_word(each) and not RUNS_ON.match(each) for each in (before, after))


def _is_of_word(sign: str) -> bool:
    return sign != "" and (sign.isalnum() or _is_mark(sign))
