"""The names of those who write here and of the paper: which of them a name looks like. No queries.

A name is found by a dict, so the time depends on the name that is asked about, not on how many are taken.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from comments.screening.folding import skeletons, skeletons_of_words

THE_PAPER = "the name of this paper"

#: The words of a name, each by its skeletons.
Words = tuple[frozenset[str], ...]


@dataclass(frozen=True, eq=False)
class TakenNames:
    """Whose name is taken: by the skeleton of all of it, and by one of its words together with the others."""

    whole: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[tuple[Words, str]]] = field(default_factory=dict)

    def find(self, name: str) -> str | None:
        """Whose name it looks like or has in it, its words in any order. A single word is taken as a whole
        alone, unless it is the paper's: there are many Anas."""
        for skeleton in sorted(skeletons(name)):
            if whose := self.whole.get(skeleton):
                return whose
        seen = frozenset().union(*skeletons_of_words(name))
        found = (
            whose
            for skeleton in sorted(seen)
            for others, whose in self.parts.get(skeleton, ())
            if not any(word.isdisjoint(seen) for word in others)
        )
        return next(found, None)


#: Gathered for each comment, and seldom others than the last time.
@lru_cache(maxsize=4)
def take(names: tuple[tuple[str, str], ...], paper: str = "") -> TakenNames:
    """Of pairs of a name and whose it is, “the byline “Amina Diallo””, and of the name of the paper."""
    whole: dict[str, str] = {}
    parts: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for name, whose in ((paper, THE_PAPER), *names):
        whole |= dict.fromkeys(skeletons(name), whose)
        words = tuple(set(skeletons_of_words(name)))
        if len(words) > 1:
            _add(parts, max(words, key=_length), words, whose)
        if len(words) > 1 or whose == THE_PAPER:
            _add(parts, skeletons(name), (), whose)
    return TakenNames(whole, dict(parts))


NOBODY = TakenNames()


def _add(parts: dict[str, list[tuple[Words, str]]], keys: Iterable[str], words: Words, whose: str) -> None:
    for skeleton in keys:
        parts[skeleton].append((words, whose))


def _length(word: frozenset[str]) -> int:
    return max(map(len, word))
