"""Stories made up for the properties of `articles.wording`, and what people do to them."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

modest = settings(max_examples=200, deadline=None, database=None, derandomize=True)
heavy = settings(max_examples=400, deadline=None, database=None, derandomize=True)

#: A body here is a list of paragraphs, and a paragraph a list of words.
Body = list[list[str]]
COMMON = "the of a in to and said".split()
RARE = [f"word{number}" for number in range(40)]

paragraphs = st.lists(st.sampled_from(COMMON + RARE), min_size=0, max_size=9)
bodies = st.lists(paragraphs, max_size=7)
#: What is done (see EDITS), where, to where, and how often the same new paragraph was had before.
edits = st.lists(st.tuples(st.sampled_from(range(9)), st.integers(0, 50), st.integers(0, 50)), max_size=7)


def html_of(body: Body) -> str:
    return "".join(f"<p>{' '.join(words)}</p>" for words in body)


def edit(body: Body, steps: list[tuple[int, int, int]], name: str) -> tuple[Body, set[str]]:
    """What a person of this name makes of a body, and the words of theirs that are in it."""
    body = [list(words) for words in body]
    for number, (what, here, there) in enumerate(steps):
        EDITS[what](body, here, there, f"{name}{number}")
    own = {f"{name}{number}" for number in range(len(steps))}
    return body, own & {word.strip("*") for words in body for word in words}


def _on_paragraph(change: Callable[..., None]) -> Callable[[Body, int, int, str], None]:
    def on_paragraph(body: Body, here: int, there: int, word: str) -> None:
        if body:
            change(body, here % len(body), there, word)

    return on_paragraph


def _insert_word(body: Body, here: int, there: int, word: str) -> None:
    body[here].insert(there % (len(body[here]) + 1), word)


def _change_word(body: Body, here: int, there: int, word: str) -> None:
    if body[here]:
        body[here][there % len(body[here])] = word


def _delete_word(body: Body, here: int, there: int, word: str) -> None:
    if body[here]:
        del body[here][there % len(body[here])]


def _add(body: Body, here: int, there: int, word: str) -> None:
    body.insert(here % (len(body) + 1), [word, "the", RARE[there % len(RARE)]])


def _delete(body: Body, here: int, there: int, word: str) -> None:
    del body[here]


def _rewrite(body: Body, here: int, there: int, word: str) -> None:
    body[here] = [word, f"{word}*"]


def _split(body: Body, here: int, there: int, word: str) -> None:
    middle = there % (len(body[here]) + 1)
    body[here : here + 1] = [body[here][:middle], body[here][middle:]]


def _join(body: Body, here: int, there: int, word: str) -> None:
    body[here : here + 2] = [[each for words in body[here : here + 2] for each in words]]


def _move(body: Body, here: int, there: int, word: str) -> None:
    taken = body.pop(here)
    body.insert(there % (len(body) + 1), taken)


EDITS: list[Callable[..., Any]] = [
    _on_paragraph(_insert_word),
    _on_paragraph(_change_word),
    _on_paragraph(_delete_word),
    _add,
    _on_paragraph(_delete),
    _on_paragraph(_rewrite),
    _on_paragraph(_split),
    _on_paragraph(_join),
    _on_paragraph(_move),
]
