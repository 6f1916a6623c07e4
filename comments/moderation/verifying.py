"""Whether the log of decisions is as it was written: every entry there, unchanged and in its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Max

from comments import chains
from comments.models import LogHead, ModerationEntry

BATCH = 2000


class BrokenLog(Exception):
    """The log is not as it was written; the message says where, in a sentence."""


@dataclass
class Walk:
    """A walk through the log, from its first entry on: where it has come to, and whether it met `noted`.

    `noted` is a seal that was written down earlier; it must be found again.
    """

    noted: str | None = None
    position: int = 0
    chain: str = chains.START
    met_noted: bool = False

    def entries(self) -> Iterator[int]:
        """Check one by one, yielding the position of each; raise `BrokenLog` at the first that is wrong."""
        # In this order: an entry that comes in between moves the end too, and must not look forged.
        last = ModerationEntry.objects.aggregate(last=Max("position"))["last"] or 0
        head = LogHead.objects.filter(pk=LogHead.KEY).first()
        rows = ModerationEntry.objects.order_by("position").values_list("chain", *chains.Decision._fields)
        for chain, *fields in rows.iterator(BATCH):
            self._step(chain, chains.Decision._make(fields))
            yield self.position
            if head and self.position == head.position:
                break
        self._check_end(head, last)

    def _step(self, chain: str, decision: chains.Decision) -> None:
        wanted = self.position + 1
        if decision.position < wanted:
            raise BrokenLog(f"Entry {decision.position} was inserted: the log begins with entry 1.")
        if decision.position > wanted:
            raise BrokenLog(f"{_entries(wanted, decision.position - 1)} missing.")
        if chains.seal(self.chain, decision) != chain:
            before = f", or entry {self.position} was" if self.position else ""
            raise BrokenLog(f"Entry {wanted} does not fit: it was changed, inserted or moved{before}.")
        self.position, self.chain = wanted, chain
        self.met_noted = self.met_noted or chain == self.noted

    def _check_end(self, head: LogHead | None, last: int) -> None:
        if head is None:
            if last:
                raise BrokenLog("The row that says where the log ends is missing.")
            head = LogHead()
        if self.position < head.position:
            raise BrokenLog(
                f"{_entries(self.position + 1, head.position)} missing: the log is cut off there."
            )
        if last > head.position:
            raise BrokenLog(f"Entry {head.position + 1} was inserted: the log ends before it.")
        if self.chain != head.chain:
            raise BrokenLog(f"Entry {self.position} is not the one with which the log ends.")
        if self.noted and not self.met_noted:
            raise BrokenLog(
                "The noted seal is nowhere in the log: entries were cut off or written anew since then."
            )


def _entries(first: int, last: int) -> str:
    return f"Entry {first:,} is" if first == last else f"Entries {first:,} to {last:,} are"
