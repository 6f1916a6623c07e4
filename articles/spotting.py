"""The sentences of a published version that a reader can mark, and which of them a mark means. No queries.

A mark is the version's number and a keyed digest of the sentence and its place. So it can be sent back only
by somebody who was given that sentence to read, and made-up marks tell nothing of versions that nobody saw.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import salted_hmac

from articles.typed import whole_number
from articles.wording.blocks import blocks, text_of
from articles.wording.sentences import sentences

HEADLINE, STANDFIRST = -1, 0


@dataclass(frozen=True)
class Sentence:
    """`paragraph` counts from 1 in the body; the headline and the standfirst have numbers of their own."""

    paragraph: int
    text: str
    mark: str


@dataclass(frozen=True)
class Paragraph:
    number: int
    sentences: tuple[Sentence, ...]

    @property
    def name(self) -> str:
        return place_name(self.number)


def place_name(paragraph: int) -> str:
    return {HEADLINE: "Headline", STANDFIRST: "Standfirst"}.get(paragraph, f"Paragraph {paragraph}")


def paragraphs(edition: Any) -> list[Paragraph]:
    """The headline, the standfirst and what stands in the body, each cut into its sentences."""
    found = (
        Paragraph(number, tuple(_marked(edition, number, sentences(text))))
        for number, text in _texts(edition)
    )
    return [paragraph for paragraph in found if paragraph.sentences]


def sentence_at(edition: Any, mark: str) -> Sentence | None:
    """The sentence that a mark means in this edition; None for a mark that this edition never gave."""
    every = (sentence for paragraph in paragraphs(edition) for sentence in paragraph.sentences)
    return next((sentence for sentence in every if sentence.mark == mark), None)


def number_in(mark: str) -> int | None:
    """The number of the published version that a mark says it is from; None for what is no mark."""
    number, dash, _ = mark.partition("-")
    return whole_number(number) if dash else None


def _texts(edition: Any) -> Iterator[tuple[int, str]]:
    yield HEADLINE, edition.headline
    yield STANDFIRST, edition.standfirst
    yield from enumerate(map(text_of, blocks(edition.html)), 1)


def _marked(edition: Any, paragraph: int, texts: list[str]) -> Iterator[Sentence]:
    for place, text in enumerate(texts):
        if text := " ".join(text.split()):
            words = f"{edition.article_id} {edition.number} {paragraph} {place} {text}"
            digest = salted_hmac("articles.spotting", words, algorithm="sha256").hexdigest()
            yield Sentence(paragraph, text, f"{edition.number}-{digest[:16]}")
