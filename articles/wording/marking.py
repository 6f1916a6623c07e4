"""From one version of a text to another, word by word."""

from collections.abc import Iterable
from itertools import groupby

from articles.wording.blocks import Piece
from articles.wording.matching import spans
from articles.wording.runs import Mark, Run
from articles.wording.words import words

#: A word on the way from the old text to the new: its mark, its text, and what is to be said of it.
Step = tuple[Mark, str, str]


def tokens(pieces: Iterable[Piece]) -> list[Piece]:
    """The same text word by word. Space looks as the words on both its sides do, since nobody sees it."""
    found = [Piece(word, piece.looks) for piece in pieces for word in words(piece.text)]
    edges = [Piece(""), *found, Piece("")]
    return [
        Piece(token.text, tuple(look for look in before.looks if look in after.looks))
        if token.text.isspace()
        else token
        for before, token, after in zip(edges, found, edges[2:], strict=False)
    ]


def mark(old: list[Piece], new: list[Piece]) -> tuple[Run, ...]:
    """The runs that lead from these tokens to those: first what was removed, then what was added."""
    steps: list[Step] = []
    for span in spans([token.text for token in old], [token.text for token in new]):
        if span.is_same:
            steps += _looked_over(old[span.old], new[span.new])
        else:
            steps += [(Mark.REMOVED, token.text, _says(token)) for token in old[span.old]]
            steps += [(Mark.ADDED, token.text, _says(token)) for token in new[span.new]]
    return tuple(_joined(steps))


def only(change: Mark, some: list[Piece]) -> tuple[Run, ...]:
    """All of these with one mark."""
    return tuple(_joined((change, token.text, _says(token)) for token in some))


def _looked_over(old: list[Piece], new: list[Piece]) -> list[Step]:
    """The steps between equal words, some of which look otherwise; space counts as the word before it."""
    steps: list[Step] = []
    former = None
    for one, other in zip(old, new, strict=True):
        looks = (one.looks, other.looks)
        if one.looks == other.looks or (other.text.isspace() and looks != former):
            steps.append((Mark.SAME, other.text, ""))
        else:
            gained, lost = _says(other, one.looks), _says(one, other.looks)
            steps += [(Mark.REMOVED, one.text, lost), (Mark.ADDED, other.text, gained or _no_longer(lost))]
        former = looks
    return steps


def _no_longer(looks: str) -> str:
    return f"no longer {looks.replace('link to', 'linked to')}"


def _says(token: Piece, but: tuple[str, ...] = ()) -> str:
    return ", ".join(look for look in token.looks if look not in but)


def _joined(steps: Iterable[Step]) -> Iterable[Run]:
    """Runs of equal steps, and of each change all that was removed before all that was added."""
    for is_same, group in groupby(steps, key=lambda step: step[0] == Mark.SAME):
        stretch = list(group)
        if not is_same:
            stretch = _spaces_with_words(sorted(stretch, key=lambda step: step[0] == Mark.ADDED))
        for (change, says), some in groupby(stretch, key=lambda step: (step[0], step[2])):
            yield Run("".join(text for _, text, _ in some), change, says)


def _spaces_with_words(steps: list[Step]) -> list[Step]:
    """Say of a space what is said of the word before it, so that it is no run by itself."""
    found: list[Step] = []
    for change, text, says in steps:
        is_after_word = found and found[-1][0] == change and text.isspace()
        found.append((change, text, found[-1][2] if is_after_word else says))
    return found
