"""The button that was pressed along with a save: what is to follow once the words are saved."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.admin.buttons import NO_BUTTON, label
from articles.models import Article
from articles.states import MISTAKE_MOVES, MOVES


@dataclass(frozen=True)
class Press:
    """`name` and `value` are what the button sends."""

    name: str
    value: str
    label: str


def pressed(data: Mapping[str, str], article: Article) -> Press | None:
    """Of what a form posted, or a page of choices has in its address; None for a plain save."""
    mistake, move = data.get("_mistake", ""), data.get("_move", "")
    if (verb := mistake.partition(" ")[0]) in MISTAKE_MOVES:
        return Press("_mistake", mistake, MISTAKE_MOVES[verb].label)
    if move == "replace":
        return Press("_move", move, "Replace it")
    if move in MOVES.keys() - NO_BUTTON:
        return Press("_move", move, label(MOVES[move], article).rstrip("…"))
    return None
