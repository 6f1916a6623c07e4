"""Words that are the same in two versions of a text, or were removed or added."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"  # of passages and sentences: some of their words are


class Marked:
    """What templates ask of anything that has a `change`."""

    change: Mark

    @property
    def is_same(self) -> bool:
        return self.change == Mark.SAME

    @property
    def is_added(self) -> bool:
        return self.change == Mark.ADDED

    @property
    def is_removed(self) -> bool:
        return self.change == Mark.REMOVED

    @property
    def is_changed(self) -> bool:
        return self.change == Mark.CHANGED


@dataclass(frozen=True)
class Run(Marked):
    """Words with one mark. `says` tells what is not in the text: "bold", "no longer linked to /x/"."""

    text: str
    change: Mark
    says: str = ""
