"""The menu of sections, from a copy that each process keeps: no page asks the database for it.

The copy is made anew when it is older than `KEPT_FOR`, so every process shows a new section within
that time, without being told of it.
"""

import time

from articles.models import Section

KEPT_FOR = 10.0  # seconds

_copy: tuple[float, list[Section]] | None = None


def sections() -> list[Section]:
    """The sections of the first level, in the editors' order."""
    global _copy
    if _copy is None or time.monotonic() - _copy[0] > KEPT_FOR:
        _copy = time.monotonic(), list(Section.objects.filter(parent=None))
    return _copy[1]


def forget() -> None:
    """Drop this process's copy, so that the next page shows what was just changed."""
    global _copy
    _copy = None
