"""What screening is told of a comment, and what it says back."""

from dataclasses import dataclass

from comments.states import Mode, Reason


@dataclass(frozen=True)
class Facts:
    """A new comment as screening knows it: who writes, and how the discussion takes comments."""

    is_staff: bool
    mode: Mode
    #: Whether the address was proved to be the writer's. That it matches an earlier one proves nothing.
    is_proved: bool = False


@dataclass(frozen=True)
class Signal:
    """Something seen: the reason it gives for holding the comment, and what a moderator reads of it."""

    name: str
    reason: Reason
    sentence: str
