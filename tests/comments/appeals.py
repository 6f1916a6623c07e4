"""Comments that are taken away, the appeals of their writers, and what becomes of those."""

from typing import Any

from comments import moderation
from comments.models import Appeal, Comment


def removed(comment: Comment, by: Any, verb: str = "remove") -> Comment:
    moderation.DECISIONS[verb](comment, by=by, reason="abuse")
    return comment


def appeal(comment: Comment, text: str = "It was a quotation.") -> Appeal:
    return moderation.appeal(comment, writer=comment.writer, text=text)


def decide(made: Appeal, by: Any, *, is_upheld: bool = True, answer: str = "It was indeed.") -> None:
    moderation.decide_appeal(made, by=by, is_upheld=is_upheld, answer=answer)
