"""Who sends something to the discussion, as far as the request tells."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sender:
    """A guest as a request shows them. Signed-in staff are known by their account instead."""

    #: The network that the request came from, as `articles.views.limits.network_of` gives it; "" if unknown.
    #: Never stored: see `fingerprints`.
    address: str = ""
    #: The writer whose address was proved in this browser.
    writer: Any = None
    #: How long the form was open, as the page's script says; None where it says nothing.
    seconds: float | None = None
    #: What stood in the field that people don't see.
    trap: str = ""

    def has_proved(self, email: str) -> bool:
        """Whether this address was proved in this browser. That it matches an earlier one proves nothing."""
        return self.writer is not None and self.writer.email == email.lower()


#: Nothing is known of them.
STRANGER = Sender()
