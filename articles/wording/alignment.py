"""Which block of an old text became which of a new one."""

from difflib import SequenceMatcher
from itertools import pairwise

from articles.wording.blocks import text_of
from articles.wording.words import vocabulary

#: A block that shares less than this of its words with another is a different block.
ALIKE = 0.4
#: The most pairs of blocks that are weighed against one another at a time: 200 by 200.
MOST_PAIRS = 40_000

Pair = tuple[int | None, int | None]


def align(old: list[str], new: list[str]) -> list[Pair]:
    """The blocks side by side in reading order, by index: (3, None) was removed, (None, 3) added.

    Equal blocks first; where there are none, those with the most words in common. Where more than
    `MOST_PAIRS` would have to be weighed the stretch is halved first, so that time grows with the
    length of the texts and not with its square.
    """
    pairs = []
    for tag, *spans in SequenceMatcher(None, old, new).get_opcodes():
        old_span, new_span = range(spans[0], spans[1]), range(spans[2], spans[3])
        if tag == "equal":
            pairs += zip(old_span, new_span, strict=True)
        else:
            pairs += _likeliest(old, new, old_span, new_span)
    return _with_the_rest(pairs, len(old), len(new))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two vocabularies share, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _likeliest(old: list[str], new: list[str], old_span: range, new_span: range) -> list[tuple[int, int]]:
    if len(old_span) * len(new_span) > MOST_PAIRS:
        half, other_half = len(old_span) // 2, len(new_span) // 2
        first = _likeliest(old, new, old_span[:half], new_span[:other_half])
        return first + _likeliest(old, new, old_span[half:], new_span[other_half:])
    weights = _weights([old[each] for each in old_span], [new[each] for each in new_span])
    return [(old_span[i], new_span[j]) for i, j in _heaviest_path(weights)]


def _weights(old: list[str], new: list[str]) -> list[list[float]]:
    """How alike each is to each; 0 for those that are too little so."""
    others = [vocabulary(text_of(block)) for block in new]
    rows = []
    for block in old:
        own = vocabulary(text_of(block))
        row = (likeness(own, other) for other in others)
        rows.append([weight if weight >= ALIKE else 0 for weight in row])
    return rows


def _heaviest_path(weights: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs, in order and none crossing another, that weigh most together."""
    sums = [[0.0] * (len(row) + 1) for row in [*weights, weights[0]]] if weights else [[0.0]]
    for i in reversed(range(len(weights))):
        for j in reversed(range(len(weights[i]))):
            taken = weights[i][j] + sums[i + 1][j + 1] if weights[i][j] else 0
            sums[i][j] = max(taken, sums[i + 1][j], sums[i][j + 1])
    path, i, j = [], 0, 0
    while i < len(weights) and j < len(weights[i]):
        if sums[i][j] == sums[i + 1][j]:
            i += 1
        elif sums[i][j] == sums[i][j + 1]:
            j += 1
        else:
            path.append((i, j))
            i, j = i + 1, j + 1
    return path


def _with_the_rest(pairs: list[tuple[int, int]], old_length: int, new_length: int) -> list[Pair]:
    """Put between the pairs what has no partner: what was removed before what was added."""
    whole: list[Pair] = []
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *pairs, (old_length, new_length)]):
        whole += [(i, j)] if i >= 0 else []
        whole += [(removed, None) for removed in range(i + 1, next_i)]
        whole += [(None, added) for added in range(j + 1, next_j)]
    return whole
