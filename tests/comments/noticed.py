"""Notices of illegal content, as readers give them."""

from typing import Any

from comments import moderation
from comments.models import Comment, Notice
from tests.comments.factories import FROM_HERE, browser, path_of

TYPED = {
    "explanation": "It names my daughter and her school.",
    "law": "Privacy",
    "name": "Ann Reed",
    "email": "ann@reader.example",
    "is_in_good_faith": "on",
}


def page_of(comment: Comment) -> str:
    return f"{path_of(comment.article)}comments/{comment.number}/notice/"


def send(comment: Comment, *, headers: Any = FROM_HERE, user: Any = None, **typed: str) -> Any:
    return browser(user).post(page_of(comment), {**TYPED, **typed}, headers=headers)


def give(comment: Comment, **said: Any) -> Notice:
    words = {name: value for name, value in TYPED.items() if name != "is_in_good_faith"}
    return moderation.give_notice(comment, address="https://news.example/1/", **{**words, **said})
