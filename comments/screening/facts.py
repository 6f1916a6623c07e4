"""What screening is told of a comment, and what it says back."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from comments.screening.taken_names import NOBODY, TakenNames
from comments.screening.tokens import links_in
from comments.screening.word_lists import EMPTY, WordIndex
from comments.states import Mode, Reason, Status


@dataclass(frozen=True)
class Earlier:
    """A comment that the same person sent before."""

    status: Status
    #: Seconds that have gone by since.
    ago: float
    is_on_this_story: bool
    number: int | None = None
    has_same_letters: bool = False
    has_same_text: bool = False
    has_link: bool = False


@dataclass(frozen=True)
class Copied:
    """A comment of somebody else with the same letters."""

    is_on_this_story: bool
    #: None for one that was never shown.
    number: int | None = None
    #: Of its story; "" if readers can't read that now.
    headline: str = ""
    is_spam: bool = False


@dataclass(frozen=True)
class Facts:
    """A new comment as screening knows it: its words, who writes, and where.

    `earlier` are the last comments of the same person, newest first: of the proved writer, else of the
    address that it was sent from, else of the e-mail address that was typed.
    """

    is_staff: bool
    mode: Mode
    #: Whether the address was proved to be the writer's. That it matches an earlier one proves nothing.
    is_proved: bool = False
    #: Whether a comment of theirs has been shown already, under an address that was proved.
    is_trusted: bool = False
    text: str = ""
    name: str = ""
    website: str = ""
    #: Of the story, as in “en” or “pt-BR”.
    language: str = ""
    story_text: str = ""
    earlier: tuple[Earlier, ...] = ()
    copied: Copied | None = None
    #: Seconds for which the form was open; None if unknown.
    seconds: float | None = None
    #: What stood in the field that people don't see.
    trap: str = ""
    taken_names: TakenNames = NOBODY
    hold_list: WordIndex = EMPTY
    spam_list: WordIndex = EMPTY

    @cached_property
    def links(self) -> list[str]:
        """Those in the text, then those in the name."""
        return links_in(self.text) + links_in(self.name)


@dataclass(frozen=True)
class Signal:
    """Something seen: the reason that it gives for holding the comment, what a moderator reads of it, and how
    much it weighs. What weighs nothing only informs."""

    name: str
    reason: Reason
    sentence: str
    weight: int

    @property
    def kept(self) -> dict[str, str | int]:
        """As it is kept beside the decision that it led to."""
        return {"signal": self.name, "reason": self.reason, "sentence": self.sentence, "weight": self.weight}

    @classmethod
    def from_kept(cls, kept: dict[str, Any]) -> Self:
        reason = Reason(kept.get("reason", Reason.LOOK_AGAIN))
        return cls(kept["signal"], reason, kept["sentence"], kept.get("weight", 1))
