"""What two people changed differently, as the page shows it: both texts, each with its changes marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles.comparing import Compared, Printer, compared, label_of
from articles.wording.merging import Clash


@dataclass(frozen=True)
class Choice:
    """`mine` and `theirs` against what both began with; None where that side took it out."""

    key: str
    label: str
    mine: Compared | None
    theirs: Compared | None
    takes_both: bool


def choices(clashes: Iterable[Clash], say: Printer) -> list[Choice]:
    """`say` knows all that the two of them wrote."""
    return [
        Choice(
            clash.key,
            _label(clash),
            _side(clash, clash.mine, say),
            _side(clash, clash.theirs, say),
            clash.takes_both,
        )
        for clash in clashes
    ]


def _label(clash: Clash) -> str:
    number = clash.key.removeprefix("body-")
    return f"paragraph {number} of the text" if clash.field == "body" else label_of(clash.field)


def _side(clash: Clash, value: Any, say: Any) -> Compared | None:
    return compared(clash.field, clash.base, value, say) if value not in (None, "", []) else None
