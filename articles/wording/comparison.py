"""Two versions of a text side by side, word by word: for the desk by blocks, for readers by sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, takewhile

from articles.wording.alignment import align
from articles.wording.blocks import Piece, blocks, pieces, tag_of, text_of
from articles.wording.marking import mark, only, tokens
from articles.wording.runs import Mark, Marked, Run
from articles.wording.sentences import sentences

#: How a block is called that became another kind of block.
NAMES = {
    "p": "a paragraph",
    "h2": "a heading",
    "h3": "a smaller heading",
    "ul": "a list",
    "ol": "a numbered list",
    "blockquote": "a quotation",
    "table": "a table",
    "figure": "a picture",
}


@dataclass(frozen=True)
class Passage(Marked):
    """A block with its words marked. `tag` is the element it is now (or was, if removed).

    `says` tells that it became another kind of block: "now a heading".
    """

    runs: tuple[Run, ...]
    tag: str
    change: Mark
    says: str = ""


@dataclass(frozen=True)
class Stretch:
    """Passages in a row. Those of a folded one are all unchanged, with no change near them."""

    passages: tuple[Passage, ...]
    is_folded: bool

    @property
    def count(self) -> int:
        return len(self.passages)


@dataclass(frozen=True)
class Sentence(Marked):
    """A sentence with its words marked; or, unchanged, without words, how many of them stand here."""

    runs: tuple[Run, ...]
    change: Mark
    count: int = 1


def compare_texts(old: str, new: str) -> list[Run]:
    """Two lines of plain text."""
    return list(mark(tokens([Piece(old)]), tokens([Piece(new)])))


def compare_bodies(old_html: str, new_html: str) -> list[Passage]:
    """Two bodies, block by block."""
    old, new = blocks(old_html), blocks(new_html)
    return [
        _passage(None if i is None else old[i], None if j is None else new[j]) for i, j in align(old, new)
    ]


def fold(passages: list[Passage], around: int = 1) -> list[Stretch]:
    """The passages in stretches, so that a page can fold away what did not change.

    Shown are the changes, `around` passages on either side of them, and what would fold away alone.
    """
    changed = [place for place, passage in enumerate(passages) if not passage.is_same]
    near = {place + step for place in changed for step in range(-around, around + 1)}
    found: list[Stretch] = []
    for is_shown, group in groupby(range(len(passages)), key=lambda place: place in near):
        some = tuple(passages[place] for place in group)
        is_folded = not is_shown and len(some) > 1
        if found and not is_folded and not found[-1].is_folded:
            some = found.pop().passages + some
        found.append(Stretch(some, is_folded))
    return found


def compare_sentences(old_html: str, new_html: str) -> list[Sentence]:
    """Two bodies, sentence by sentence, wherever their paragraphs begin.

    Of the blocks before the first change and after the last the sentences are only counted.
    """
    old, new = blocks(old_html), blocks(new_html)
    head = _count_equal(zip(old, new, strict=False))
    tail = _count_equal(zip(reversed(old[head:]), reversed(new[head:]), strict=False))
    before, after = old[:head], old[len(old) - tail :]
    found: list[Sentence] = []
    changed = _compared(old[head : len(old) - tail], new[head : len(new) - tail])
    for is_same, group in groupby(
        [*_unchanged(before), *changed, *_unchanged(after)], key=lambda sentence: sentence.is_same
    ):
        some = list(group)
        found += [Sentence((), Mark.SAME, len(some))] if is_same else some
    return found


def _count_equal(pairs: Iterable[tuple[str, str]]) -> int:
    """How many pairs there are before the first of two that differ."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _unchanged(some: list[str]) -> list[Sentence]:
    texts = [text for block in some for text in sentences(text_of(block)) if text.strip()]
    return [Sentence((), Mark.SAME)] * len(texts)


def _compared(old_blocks: list[str], new_blocks: list[str]) -> list[Sentence]:
    cut = {block: _sentences(block) for block in {*old_blocks, *new_blocks}}
    old, new = ([each for block in some for each in cut[block]] for some in (old_blocks, new_blocks))
    pairs = align([_text(some) for some in old], [_text(some) for some in new])
    return [_sentence(old[i] if i is not None else [], new[j] if j is not None else []) for i, j in pairs]


def _passage(old: str | None, new: str | None) -> Passage:
    if new is None:
        return Passage(only(Mark.REMOVED, tokens(pieces(old))), tag_of(old), Mark.REMOVED)
    if old is None:
        return Passage(only(Mark.ADDED, tokens(pieces(new))), tag_of(new), Mark.ADDED)
    tag = tag_of(new)
    if old == new:
        text = text_of(new)
        return Passage((Run(text, Mark.SAME),) if text else (), tag, Mark.SAME)
    runs = mark(tokens(pieces(old)), tokens(pieces(new)))
    says = f"now {NAMES.get(tag, 'another kind of block')}" if tag != tag_of(old) else ""
    is_same = not says and all(run.is_same for run in runs)
    return Passage(runs, tag, Mark.SAME if is_same else Mark.CHANGED, says)


def _sentences(block: str) -> list[list[Piece]]:
    """The tokens of each sentence, without the space at its ends."""
    found = []
    rest = tokens(pieces(block))
    for sentence in sentences(_text(rest)):
        count = length = 0
        while length < len(sentence):
            length += len(rest[count].text)
            count += 1
        found.append(_stripped(rest[:count]))
        rest = rest[count:]
    return [sentence for sentence in found if sentence]


def _stripped(some: list[Piece]) -> list[Piece]:
    while some and some[-1].text.isspace():
        some = some[:-1]
    while some and some[0].text.isspace():
        some = some[1:]
    return some


def _text(some: list[Piece]) -> str:
    return "".join(token.text for token in some)


def _sentence(old: list[Piece], new: list[Piece]) -> Sentence:
    if old == new:
        return Sentence((), Mark.SAME)
    if not new:
        return Sentence(only(Mark.REMOVED, old), Mark.REMOVED)
    if not old:
        return Sentence(only(Mark.ADDED, new), Mark.ADDED)
    runs = mark(old, new)
    return Sentence(runs, Mark.SAME if all(run.is_same for run in runs) else Mark.CHANGED)
