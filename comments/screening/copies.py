"""Copies: of another comment, even with its letters shuffled, and of the story itself."""

from hashlib import blake2b

from comments.screening.facts import Facts, Signal
from comments.screening.folding import fold
from comments.screening.tokens import without_links, words
from comments.states import Reason

#: Fewer words than this are often said by two people who know nothing of one another.
FEWEST_WORDS = 8
#: Hexadecimal digits of a fingerprint.
WIDTH = 32

#: The story's words count as copied from so many in a row; of a comment it takes COPIED of them, and fewer
#: than ANSWER words of its own, links not counted: a quotation with an answer to it is none.
RUN, COPIED, ANSWER = 8, 15, 4


def fingerprint(text: str) -> str:
    """The same for all texts with the same letters in whatever order; "" for short ones."""
    folded = fold(text)
    if len(folded.split()) < FEWEST_WORDS:
        return ""
    letters = "".join(sorted(char for char in folded if char.isalnum()))
    return blake2b(letters.encode(), digest_size=WIDTH // 2).hexdigest() if letters else ""


def copied_comment(facts: Facts) -> Signal | None:
    copied = facts.copied
    if copied is None:
        return None
    what = f"comment {copied.number}" if copied.number else "a comment that was never shown"
    where = f"on “{copied.headline}” (another story)" if copied.headline else "on another story"
    sentence = f"same letters as {what} {'on this story' if copied.is_on_this_story else where}"
    if copied.is_spam:
        return Signal("copied-comment", Reason.SCREENED, f"{sentence}, which is spam", 6)
    return Signal("copied-comment", Reason.SCREENED, sentence, 4)


def copied_story(facts: Facts) -> Signal | None:
    said = words(without_links(facts.text))
    if len(said) < COPIED:
        return None
    copied = _copied(said, words(facts.story_text))
    own = len(said) - copied
    if copied < COPIED or own >= ANSWER:
        return None
    return Signal(
        "copied-story", Reason.SCREENED, f"{copied} words copied from the story, {own} of their own", 3
    )


def _copied(said: list[str], story: list[str]) -> int:
    """How many of the words stand in runs of `RUN` that the story has as well."""
    runs = {tuple(story[start : start + RUN]) for start in range(len(story) - RUN + 1)}
    marked: set[int] = set()
    for start in range(len(said) - RUN + 1):
        if tuple(said[start : start + RUN]) in runs:
            marked.update(range(start, start + RUN))
    return len(marked)
