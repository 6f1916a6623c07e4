"""Which moves are open to a person for a story: its state, their rights, and what readers have of it."""

from collections.abc import Callable
from typing import Any

from articles.desk.publication import Publication
from articles.desk.undoing import UNDO_WINDOW
from articles.states import MOVES, Move, may


def open_moves(by: Any, article: Any, facts: Publication) -> list[Move]:
    """The moves that this person may make of this article now, in the order of `MOVES`. No queries.

    What a move asks for beside (a headline, a note, a time that the embargo allows) is for the verb to
    refuse.
    """
    return [
        move
        for move in MOVES.values()
        if article.state in move.sources
        and may(by, move.name, article)
        and _holds(move.name, facts)
        and not (move.name == "claim" and by is not None and article.claimed_by_id == by.pk)
    ]


def _can_undo(facts: Publication) -> bool:
    return facts.newest is not None and facts.now - facts.newest.struck_at <= UNDO_WINDOW


#: What must be true of a story's publication; moves that aren't here ask for nothing.
CONDITIONS: dict[str, Callable[[Publication], bool]] = {
    "unschedule": lambda facts: facts.pending is not None,
    "undo": _can_undo,
    "withdraw": lambda facts: facts.ran is not None and not facts.is_down,
    "rename": lambda facts: facts.newest is not None,
    "spike": lambda facts: facts.newest is None,
}


def _holds(verb: str, facts: Publication) -> bool:
    condition = CONDITIONS.get(verb)
    return condition is None or condition(facts)
