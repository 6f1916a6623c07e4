"""Made-up mistakes: what the first version of a story had wrong, and the note that came with the next one."""

from dataclasses import dataclass
from random import Random

from articles.states import Change
from newsroom.seeding import words

KINDS = (Change.CORRECTION, Change.CORRECTION, Change.CLARIFICATION, Change.UPDATE)


@dataclass(frozen=True)
class Slip:
    """`body` is the text as it stood first; `change` and `note` are those of the version that mended it."""

    body: str
    change: str
    note: str


def make(random: Random, body: str) -> Slip:
    """The mistake that led to this text: the wrong town, or a sentence that was still missing."""
    change = random.choice(KINDS)
    town = next((place for place in words.PLACES if place in body), None)
    if change == Change.CORRECTION and town:
        wrong = random.choice([place for place in words.PLACES if place not in body] or words.PLACES)
        note = f"An earlier version of this story named {wrong} where it happened in {town}."
        return Slip(body.replace(town, wrong), change, note)
    last = body.rfind("<p>")
    note = f"A paragraph was added at the end. {words.sentence(random)}"
    return Slip(body[:last] or body, change, note)
