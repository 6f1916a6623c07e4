"""What the discussion says when something can't be done."""

from typing import Any

from comments.states import MOVES, Status


class IllegalMove(Exception):
    """A move that was refused: the thing (a comment, or the article for `post`), the move, the status the
    comment was in ("" for `post`), a code and a sentence."""

    def __init__(self, thing: Any, move: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.thing = thing
        self.move = move
        self.status = getattr(thing, "status", "")
        self.code = code
        self.sentence = sentence


def not_permitted(comment: Any, move: str) -> IllegalMove:
    label = MOVES[move].label.lower()
    return IllegalMove(comment, move, "not-permitted", f"Your account may not do this to comments: {label}.")


def wrong_status(comment: Any, move: str) -> IllegalMove:
    status = Status(comment.status).label.lower()
    sentence = (
        f"The comment by {comment.name} is “{status}”, from which “{MOVES[move].label}” is not possible."
    )
    return IllegalMove(comment, move, "wrong-status", sentence)
