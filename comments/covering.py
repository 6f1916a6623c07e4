"""Passages that moderators took out of a comment: where they stand in its text, and the text without them.

A passage is found wherever its words stand, spelt as it is, whatever white space is between them. No queries.
"""

import re
from collections.abc import Iterable
from typing import Any

from articles.body import TAKEN_OUT, TAKEN_OUT_SAID


def cover(text: str, blanked: Iterable[Any]) -> str:
    """The text with `TAKEN_OUT` in the place of each passage. `blanked` is as `Comment.blanked` has it."""
    end, kept = 0, []
    for start, stop in _joined(span for each in blanked for span in spans(text, each["passage"])):
        kept += [text[end:start], TAKEN_OUT]
        end = stop
    return "".join([*kept, text[end:]])


def plain(text: str, blanked: Iterable[Any] = ()) -> str:
    """The same as words alone, for where there is no markup."""
    return cover(text, blanked).replace(TAKEN_OUT, TAKEN_OUT_SAID)


def spans(text: str, passage: str) -> list[tuple[int, int]]:
    """Where a passage stands, overlapping ones too: in “aaa”, “aa” stands twice."""
    words = r"\s+".join(re.escape(word) for word in passage.split())
    return [found.span(1) for found in re.finditer(f"(?=({words}))", text)] if words else []


def _joined(found: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Spans that overlap or touch, as one."""
    joined: list[list[int]] = []
    for start, stop in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(stop, joined[-1][1])
        else:
            joined.append([start, stop])
    return joined
