"""Facts to screen: of a trusted writer, about whom nothing is known that speaks against them."""

from typing import Any

from comments.screening import Facts, see
from comments.states import Mode


def make_facts(text: str = "", **known: Any) -> Facts:
    trusted = {"is_staff": False, "mode": Mode.HOLD_FIRST_TIMERS, "is_proved": True, "is_trusted": True}
    return Facts(**{**trusted, "text": text, "name": "Dio", "language": "en", **known})


def sentences(text: str = "", **known: Any) -> list[str]:
    """What a moderator would read of it."""
    return [signal.sentence for signal in see(make_facts(text, **known))]
