"""Where two texts, cut into words, are the same and where they are not."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from articles.wording.words import is_word

#: The most pairs of words that are compared at a time: 2,500 by 2,500. Longer texts are halved first.
MOST_PAIRS = 6_250_000
#: What stays the same between two changes is marked with them if it is no longer than this, and than either.
SCRAP = 16

#: The places of one token in the old text and in the new.
Partners = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """Where some words stand in the old text and in the new one."""

    is_same: bool
    old: slice
    new: slice

    def size(self, old: list[str], new: list[str]) -> int:
        return max(len("".join(old[self.old])), len("".join(new[self.new])))


def spans(old: list[str], new: list[str]) -> list[Span]:
    """The two texts in spans that are alternately the same and not."""
    found: list[Span] = []
    partners = _partners(old, new)
    # Partners that follow on one another in both texts keep their distance from their place in the row.
    runs = groupby(enumerate(partners), key=lambda each: (each[1][0] - each[0], each[1][1] - each[0]))
    i = j = 0
    for _, run in runs:
        pairs = [pair for _, pair in run]
        (first, other_first), (last, other_last) = pairs[0], pairs[-1]
        found += _change(i, first, j, other_first)
        found = _without_scraps(found, old, new)
        i, j = last + 1, other_last + 1
        found.append(Span(True, slice(first, i), slice(other_first, j)))
    found += _change(i, len(old), j, len(new))
    return _without_scraps(found, old, new)


def _change(i: int, i_end: int, j: int, j_end: int) -> list[Span]:
    return [Span(False, slice(i, i_end), slice(j, j_end))] if (i, j) != (i_end, j_end) else []


def _partners(old: list[str], new: list[str]) -> list[Partners]:
    """Which token stayed which: at both ends, words between them, and what stands beside these."""
    start, end = _shared_ends(old, new)
    old_end, new_end = len(old) - end, len(new) - end
    words_between = _equal_words(old[start:old_end], new[start:new_end])
    pairs = [(place, place) for place in range(start)]
    i = j = start
    for next_i, next_j in [*((start + i, start + j) for i, j in words_between), (old_end, new_end)]:
        before, after = _shared_ends(old[i:next_i], new[j:next_j])
        pairs += [(i + step, j + step) for step in range(before)]
        pairs += [(next_i - step, next_j - step) for step in range(after, -1, -1)]
        i, j = next_i + 1, next_j + 1
    return pairs[:-1] + [(old_end + step, new_end + step) for step in range(end)]


def _shared_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many tokens both begin with, and how many of the others both end with."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - start
    return start, next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)


def _equal_words(old: list[str], new: list[str]) -> list[Partners]:
    """Only words are looked for: points and spaces hold nothing together by themselves."""
    places = [place for place, token in enumerate(old) if is_word(token)]
    others = [place for place, token in enumerate(new) if is_word(token)]
    if len(places) * len(others) > MOST_PAIRS:
        i, j = len(old) // 2, len(new) // 2
        return _equal_words(old[:i], new[:j]) + [(i + k, j + m) for k, m in _equal_words(old[i:], new[j:])]
    matcher = SequenceMatcher(None, [old[place] for place in places], [new[place] for place in others])
    return [
        (places[i + step], others[j + step])
        for i, j, size in matcher.get_matching_blocks()
        for step in range(size)
    ]


def _without_scraps(found: list[Span], old: list[str], new: list[str]) -> list[Span]:
    """Take the last two changes as one where hardly anything stands between them."""
    while len(found) > 2 and not found[-1].is_same and not found[-3].is_same:
        *rest, before, scrap, after = found
        sizes = [span.size(old, new) for span in (before, scrap, after)]
        if sizes[1] > min(SCRAP, sizes[0], sizes[2]):
            break
        old_span = slice(before.old.start, after.old.stop)
        found = [*rest, Span(False, old_span, slice(before.new.start, after.new.stop))]
    return found
