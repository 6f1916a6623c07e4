"""The log of decisions as a chain: each entry is sealed together with the seal of the one before it.

A seal covers ids, codes and the instant, never a text, a name, a note or an address, so that erasing a
person breaks no chain. Whoever changes, removes or inserts an entry would have to seal all later ones anew.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import NamedTuple

#: What the first entry is sealed with.
START = ""


class Decision(NamedTuple):
    """What is sealed of an entry; the fields are named as a query names them."""

    position: int
    comment_id: int | None
    verb: str
    from_status: str
    to_status: str
    reason: str
    actor_id: int | None
    at: datetime


def seal(before: str, decision: Decision) -> str:
    """64 hexadecimal digits: SHA-256 over the seal before and a JSON list of the decision's fields.

    It stays as it is, since what was sealed with it must be found again.
    """
    at = decision.at.astimezone(UTC).isoformat(timespec="microseconds")
    sealed = [before, *decision[:-1], at]
    return hashlib.sha256(json.dumps(sealed, separators=(",", ":")).encode("ascii")).hexdigest()
