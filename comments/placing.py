"""From what was said in reply to what to the place of each comment of a discussion. No queries, no models."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from comments import paths
from comments.states import Status


class Said(NamedTuple):
    """What is true of a comment, from which its place follows; the fields are named as a query names them."""

    pk: int
    parent_id: int | None
    status: str
    #: Itself where it is the head of a hidden branch.
    hidden_branch: int | None = None


@dataclass(slots=True)
class Place:
    """Where a comment stands, and what is counted below it."""

    path: str
    root_id: int | None
    #: Under which place it is counted; its parent, but for the last level, where replies stand beside it.
    owner: "Place | None"
    is_hidden: bool
    last_reply: int = 0
    shown_replies: int = 0

    @property
    def depth(self) -> int:
        return paths.depth(self.path)

    @property
    def counting(self) -> "Iterator[Place]":
        """The places above that count what is shown here, innermost first: none beyond a hidden head."""
        place = self
        while place.owner and not place.is_hidden:
            place = place.owner
            yield place


class Placing:
    """Gives the comments of one discussion their places, in order of arrival. About 300 bytes a comment."""

    def __init__(self) -> None:
        #: The place of each comment, by its pk.
        self.found: dict[int, Place] = {}
        #: What can have no place, since what it answers has none: its pk, and its parent's.
        self.lost: dict[int, int] = {}
        self.roots = 0

    def place(self, said: Said) -> Place:
        """The place of the next comment, whose parent has one already."""
        parent = self.found[said.parent_id] if said.parent_id else None
        place = self.found[said.pk] = self._under(parent, said)
        if said.status == Status.SHOWN:
            for above in place.counting:
                above.shown_replies += 1
            if parent and parent is not place.owner:
                parent.shown_replies += 1
        return place

    def _under(self, parent: Place | None, said: Said) -> Place:
        is_hidden = said.hidden_branch is not None
        if parent is None:
            self.roots += 1
            return Place(paths.step(self.roots), None, None, is_hidden)
        owner = parent if paths.counted_under(parent.path) == parent.path else parent.owner
        assert owner is not None  # noqa: S101 (only a root has none, and the first level is not the last)
        owner.last_reply += 1
        return Place(
            owner.path + paths.step(owner.last_reply), parent.root_id or said.parent_id, owner, is_hidden
        )


def arrange(rows: Iterable[Said]) -> Placing:
    """The places of all comments of one discussion, which come in order of arrival.

    A reply that claims to have come before its parent is placed right after it. What answers a comment
    that isn't among them, or itself by way of others, is lost. The cost grows with the comments, not with
    their depth.
    """
    placing = Placing()
    early: dict[int, list[Said]] = defaultdict(list)
    for row in rows:
        ready = deque([row])
        while ready:
            said = ready.popleft()
            if said.parent_id and said.parent_id not in placing.found:
                early[said.parent_id].append(said)
                continue
            placing.place(said)
            ready.extend(early.pop(said.pk, ()))
    placing.lost = {said.pk: parent_id for parent_id, waiting in early.items() for said in waiting}
    return placing


def in_circles(lost: dict[int, int]) -> set[int]:
    """Those of the lost that answer themselves, by way of others or not."""
    circles: set[int] = set()
    seen: set[int] = set()
    for start in lost:
        walked: dict[int, None] = {}
        at: int | None = start
        while at in lost and at not in seen:
            seen.add(at)
            walked[at] = None
            at = lost[at]
        if at in walked:
            way = list(walked)
            circles.update(way[way.index(at) :])
    return circles
