"""The desk in the plainest words: who may do what to a working copy, who wrote it, and what stops it.

Written from what was promised to editors, not from the code that keeps the promise. No database.
"""

from dataclasses import dataclass, field
from datetime import datetime

#: Everybody who does things at the desk; None is the system.
EVERYBODY = (None, "editor", "other", "administrator", "reporter")
REPORTERS = {"reporter"}
#: Who may publish in spite of an embargo or of four eyes, with a reason.
OVERRIDERS = {None, "administrator"}

OPEN = {"draft", "filed", "ready"}
#: From which states each move leads, and to which; None leaves the copy where it is.
MOVES = {
    "save": (OPEN, None),
    "restore": (OPEN, None),
    "file": ({"draft"}, "filed"),
    "take_back": ({"filed"}, "draft"),
    "send_back": ({"filed", "ready"}, "draft"),
    "mark_ready": ({"draft", "filed"}, "ready"),
    "publish": (OPEN, "draft"),
    "embargo": (OPEN, None),
    "rename": (OPEN, None),
    "unschedule": (OPEN | {"spiked"}, None),
    "undo": (OPEN | {"spiked"}, None),
    "withdraw": (OPEN | {"spiked"}, None),
    "spike": (OPEN, "spiked"),
    "revive": ({"spiked"}, "draft"),
}
#: What a reporter may do to a story that they began, in which states.
OF_ONES_OWN = {
    "save": {"draft"},
    "restore": {"draft"},
    "spike": {"draft"},
    "file": OPEN | {"spiked"},
    "take_back": OPEN | {"spiked"},
}


@dataclass(eq=False)
class NaiveSection:
    wants_four_eyes: bool = False
    parent: "NaiveSection | None" = None

    def asks(self) -> bool:
        """A section's setting, which its sub-sections follow."""
        return self.wants_four_eyes or bool(self.parent and self.parent.wants_four_eyes)

    def holds(self, other: "NaiveSection") -> bool:
        """Stories of a sub-section are shown in both."""
        return self in (other, other.parent)


@dataclass
class Copy:
    """The working copy as it was saved."""

    words: str
    slug: str
    note: str
    #: None for the system, for a story that was loaded, and where only a note to editors was left.
    writer: str | None


@dataclass
class WorkingCopy:
    words: str
    section: NaiveSection = field(default_factory=NaiveSection)
    #: Who began it; None for the system, or if it was loaded.
    owner: str | None = None
    is_loaded: bool = False
    slug: str = ""
    note: str = ""
    state: str = "draft"
    embargo: datetime | None = None
    copies: list[Copy] = field(default_factory=list)
    #: How often it was saved, or moved from one state to another.
    touched: int = 0

    def __post_init__(self) -> None:
        self.copies.append(Copy(self.words, "", "", self.owner))

    def why_not(self, move: str, who: str | None) -> set[str]:
        """Whatever speaks against this person making this move now: their rights, and its state."""
        reasons = set()
        if self.state not in MOVES[move][0]:
            reasons.add("wrong-state")
        own = self.owner == who and self.state in OF_ONES_OWN.get(move, ())
        if who in REPORTERS and not own:
            reasons.add("not-permitted")
        return reasons

    def move(self, move: str) -> None:
        target = MOVES[move][1]
        if target and target != self.state:
            self.state = target
            self.touched += 1

    def save(self, who: str | None, words: str, note: str) -> None:
        """Who only leaves a note to editors has not written."""
        self.keep_what_was_loaded()
        only_note = words == self.words and note != self.note
        self.words, self.note = words, note
        self.copies.append(Copy(words, self.slug, note, None if only_note else who))
        self.touched += 1

    def restore(self, who: str | None, number: int, *, has_address: bool) -> None:
        self.keep_what_was_loaded()
        old = self.copies[number - 1]
        if not has_address:
            self.slug = old.slug
        self.save(who, old.words, old.note)

    def keep_what_was_loaded(self) -> None:
        """History begins with a story as it is when it is first saved here."""
        if self.is_loaded and len(self.copies) == 1:
            self.copies[0].slug = self.slug

    def stops(self, move: str, who: str | None, start: datetime, seen: int, override: str) -> set[str]:
        """What stops this move, unless somebody who may overrides it with a reason.

        `seen` is the number of the copy whose words were published last.
        """
        reasons = set()
        if move == "publish" and self.embargo and start < self.embargo:
            reasons.add("embargoed")
        unseen = {copy.writer for copy in self.copies[seen:] if copy.writer}
        if who and self.section.asks() and unseen == {who}:
            reasons.add("four-eyes")
        return set() if override.strip() and who in OVERRIDERS else reasons
