"""What the desk says when something can't be done."""

from typing import Any

from articles.states import ALL_MOVES, State


class IllegalMove(Exception):
    """A move that was refused: the thing, the move, the state it was in, a code and a sentence."""

    def __init__(self, article: Any, move: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.article = article
        self.move = move
        self.state = article.state
        self.code = code
        self.sentence = sentence


def not_permitted(article: Any, move: str) -> IllegalMove:
    label = ALL_MOVES[move].label.lower()
    return IllegalMove(article, move, "not-permitted", f"Your account may not do this here: {label}.")


def wrong_state(article: Any, move: str) -> IllegalMove:
    state = State(article.state).label.lower()
    sentence = f"“{article}” is in the state “{state}”, from which “{ALL_MOVES[move].label}” is not possible."
    return IllegalMove(article, move, "wrong-state", sentence)
