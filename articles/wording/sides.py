"""What one person made of a body: what became of each of its blocks, and what they put between them."""

from dataclasses import dataclass

from articles.wording.alignment import ALIKE, MOST_PAIRS, Pair, align, likeness
from articles.wording.blocks import text_of
from articles.wording.words import vocabulary


@dataclass
class Side:
    """`became` has an entry for each block of the base ("" where it was removed), `added` one more.

    What stands in `added` at a place was put before the block there, the last behind them all.
    """

    became: list[str]
    added: list[list[str]]

    def places_of_added(self) -> dict[str, int]:
        return {block: place for place, some in enumerate(self.added) for block in some}


def side(base: list[str], own: list[str]) -> Side:
    made = Side(became=[""] * len(base), added=[[] for _ in range(len(base) + 1)])
    pairs = align(base, own)
    moved = _moved(base, own, pairs)
    place = 0
    for i, j in _rewritten(base, own, pairs, moved):
        if i is None:
            made.added[place].append(own[j])
        else:
            made.became[i] = "" if j is None else own[j]
            place = i + 1
    for number, block in enumerate(base):
        if made.became[number] not in ("", block):
            _gather_halves(made, number, vocabulary(text_of(block)), moved)
    return made


def _rewritten(base: list[str], own: list[str], pairs: list[Pair], moved: set[str]) -> list[Pair]:
    """Take a block that was removed and a new one in its place as one block that was rewritten."""
    found: list[Pair] = []
    removed: list[int] = []
    for i, j in pairs:
        if j is None:
            removed += [] if base[i] in moved else [len(found)]
        elif i is None and removed and own[j] not in moved:
            place = removed.pop(0)
            found[place] = (found[place][0], j)
            continue
        else:
            removed = []
        found.append((i, j))
    return found


def _moved(base: list[str], own: list[str], pairs: list[Pair]) -> set[str]:
    """The added blocks that are not new, but were removed elsewhere.

    Where there are too many to weigh each against each, only those are found that moved unchanged.
    """
    removed = [base[i] for i, j in pairs if j is None]
    added = [own[j] for i, j in pairs if i is None]
    if len(removed) * len(added) > MOST_PAIRS:
        return set(added) & set(removed)
    former = [vocabulary(text_of(block)) for block in removed]
    now = {block: vocabulary(text_of(block)) for block in added}
    return {block for block, words in now.items() if any(likeness(words, each) >= ALIKE for each in former)}


def _gather_halves(made: Side, number: int, words: frozenset[str], moved: set[str]) -> None:
    """Where a block of these words was split, all its parts are what became of it."""
    own = made.became[number]
    alike = likeness(words, vocabulary(text_of(own)))
    for added, end in ((made.added[number + 1], 0), (made.added[number], -1)):
        while added and added[end] not in moved:
            whole = own + added[end] if end == 0 else added[end] + own
            if (likelier := likeness(words, vocabulary(text_of(whole)))) <= alike:
                break
            own, alike = whole, likelier
            added.pop(end)
    made.became[number] = own
