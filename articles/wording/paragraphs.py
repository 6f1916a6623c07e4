"""Two people's changes to one body as one body, block by block."""

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.wording.blocks import blocks, text_of
from articles.wording.sides import Side, side


@dataclass(frozen=True)
class Place:
    """One place of the merged body. `number` is the base's block, from 1; None where blocks were added."""

    number: int | None
    base: str
    mine: str
    theirs: str

    @property
    def is_clash(self) -> bool:
        return self.mine != self.theirs and self.base not in (self.mine, self.theirs)

    @property
    def agreed(self) -> str:
        """What the two make of it together; mine where they clash."""
        return self.theirs if self.mine == self.base else self.mine


def places(base_html: str, mine_html: str, theirs_html: str) -> list[Place]:
    """The merged body in reading order. Of what both added at one place, theirs stands first."""
    base = blocks(base_html)
    mine, theirs = side(base, blocks(mine_html)), side(base, blocks(theirs_html))
    _follow_moves(base, mine, theirs)
    found: list[Place] = []
    for place, (my_added, their_added) in enumerate(zip(mine.added, theirs.added, strict=True)):
        found += _added(my_added, their_added)
        if place < len(base):
            found.append(Place(place + 1, base[place], mine.became[place], theirs.became[place]))
    return found


def _follow_moves(base: list[str], mine: Side, theirs: Side) -> None:
    """What one moved and the other changed is moved and changed; what both moved stands where they put it."""
    counts = Counter(base)
    known = [
        (number, block) for number, block in enumerate(base) if counts[block] == 1 and text_of(block).strip()
    ]
    my_places, their_places = mine.places_of_added(), theirs.places_of_added()
    for number, block in known:
        is_moved = not mine.became[number] and block in my_places
        is_moved_by_them = not theirs.became[number] and block in their_places
        if is_moved and is_moved_by_them and my_places[block] != their_places[block]:
            mine.added[my_places[block]].remove(block)
        elif is_moved:
            _change_there(mine.added[my_places[block]], block, theirs, number)
        elif is_moved_by_them:
            _change_there(theirs.added[their_places[block]], block, mine, number)


def _change_there(added: list[str], block: str, other: Side, number: int) -> None:
    """Put what the other made of a block where it was moved to."""
    if other.became[number]:
        added[added.index(block)] = other.became[number]
        other.became[number] = ""


def _added(mine: list[str], theirs: list[str]) -> list[Place]:
    """What was added at one place: theirs, then mine, and once what both added."""
    found = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Place(None, "", block, block) for block in mine[j:j_end]]
        else:
            found += [Place(None, "", "", block) for block in theirs[i:i_end]]
            found += [Place(None, "", block, "") for block in mine[j:j_end] if block not in theirs]
    return found
