"""Word lists: which of the moderators' entries a text has, word for word, never within a word. No queries.

An entry is found by a dict of sequences, so the time depends on the text and on how many lengths the
entries have, not on how many entries there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from comments.screening.tokens import could_be, is_unsure, look, readings, words_of_entry

#: Words that an entry may have. Each length is looked up at each word of a comment.
MOST_WORDS = 12


@dataclass(frozen=True, eq=False)
class WordIndex:
    """The entries of a list by their words, of each first word the lengths that begin with it, and of each
    look the words with an i or l that have it, those first that are an entry by themselves."""

    entries: dict[tuple[str, ...], str] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)
    looks: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, *texts: str) -> str | None:
        """The first entry that one of these texts has, as it stands in the list."""
        if not self.entries:
            return None
        return next((entry for tokens in _read(texts) if (entry := self._find(tokens))), None)

    def _find(self, tokens: list[str]) -> str | None:
        tokens = [self._meant(token) if "1" in token else token for token in tokens]
        for start, token in enumerate(tokens):
            for length in self.lengths.get(token, ()):
                entry = self.entries.get(tuple(tokens[start : start + length]))
                if entry is not None:
                    return entry
        return None

    def _meant(self, token: str) -> str:
        """The word of an entry as which it can be read (“v1agra”), or itself."""
        alike = self.looks.get(look(token), ()) if is_unsure(token) else ()
        return next((word for word in alike if could_be(token, word)), token)


@lru_cache(maxsize=1)  # one reading for both lists
def _read(texts: tuple[str, ...]) -> list[list[str]]:
    return [tokens for text in texts for tokens in readings(text)]


def index(entries: Iterable[str]) -> WordIndex:
    """An index over entries, one a line. Those without any words match nothing."""
    found: dict[tuple[str, ...], str] = {}
    for entry in entries:
        if tokens := tuple(words_of_entry(entry)[: MOST_WORDS + 1]):
            found.setdefault(tokens, entry.strip())
    lengths: dict[str, set[int]] = {}
    for tokens in found:
        lengths.setdefault(tokens[0], set()).add(len(tokens))
    looks: dict[str, tuple[str, ...]] = {}
    with_either = {word for tokens in found for word in tokens if "i" in word or "l" in word}
    for word in sorted(with_either, key=lambda word: ((word,) not in found, word)):
        looks[look(word)] = (*looks.get(look(word), ()), word)
    return WordIndex(found, {first: tuple(sorted(each)) for first, each in lengths.items()}, looks)


EMPTY = WordIndex()
