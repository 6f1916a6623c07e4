"""The place of a comment in its story's discussion, as a string that sorts like the discussion reads.

Each level is four base-36 digits, counted under its parent, so a reply never touches its siblings and
one index range reads a branch in order. There are 32 levels; deeper replies continue on the last one in
order of arrival. (A longer path breaks the row limit of PostgreSQL's index.)
"""

from typing import Any

from django.db import models

WIDTH = 4
LEVELS = 32
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST = 36**WIDTH - 1
#: Sorts after every digit, so `path + LAST` ends the range of a branch.
LAST = "~"


class TooManyComments(Exception):
    """A parent has 1,679,615 replies; there is no room for another."""


class PathField(models.CharField):
    """A path, compared byte by byte whatever the database's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = WIDTH * LEVELS
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def db_parameters(self, connection: Any) -> Any:
        collation = "C" if connection.vendor == "postgresql" else "BINARY"
        return {**super().db_parameters(connection), "collation": collation}


def step(count: int) -> str:
    """The four digits of the `count`th comment under a parent."""
    if count > MOST:
        raise TooManyComments
    digits = ""
    for _ in range(WIDTH):
        count, digit = divmod(count, 36)
        digits = DIGITS[digit] + digits
    return digits


def depth(path: str) -> int:
    """0 for a comment on the story, 1 for a reply to one, and so on up to 31."""
    return len(path) // WIDTH - 1


def ancestors(path: str) -> list[str]:
    """The paths above this one, outermost first."""
    return [path[:end] for end in range(WIDTH, len(path), WIDTH)]


def counted_under(path: str) -> str:
    """The path under which replies to `path` are counted: its own, or its parent's on the last level."""
    return path if len(path) < WIDTH * LEVELS else path[:-WIDTH]
