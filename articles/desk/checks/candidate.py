"""What a check looks at, what a check is, and what it found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from articles import body
from articles.models import Article


class Weight(StrEnum):
    """`LAW` stops whoever asks; a `STOP` may be overridden with a reason; a `DOUBT` never refuses."""

    LAW = "law"
    STOP = "stop"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Candidate:
    """A working copy that `by` (None: the system) would publish from `live_from` on."""

    article: Article
    by: Any
    live_from: datetime

    @cached_property
    def body(self) -> str:
        """As readers would get it."""
        return body.render(self.article.body)


@dataclass(frozen=True)
class Check:
    """A function and a sentence, whose `{}` is filled with what the function finds; all is well without.

    `field` names the field of the story's form where it can be mended; `verbs` are those that it stops.
    """

    code: str
    find: Callable[[Candidate], str | bool]
    sentence: str
    weight: Weight = Weight.DOUBT
    field: str = ""
    verbs: frozenset[str] = frozenset({"publish"})

    def look_at(self, candidate: Candidate) -> "Finding | None":
        found = self.find(candidate)
        return Finding(self.code, self.sentence.format(found), self.weight, self.field) if found else None


@dataclass(frozen=True)
class Finding:
    code: str
    sentence: str
    weight: Weight
    field: str = ""

    @property
    def may_be_overridden(self) -> bool:
        return self.weight == Weight.STOP
