"""The paper in the plainest words: a list of what was struck, and brute force over it. No database.

Written from what was promised to editors and readers, not from the code that keeps the promise.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

CHANGES = {"minor", "update", "correction", "clarification"}
CAIRO = ZoneInfo("Africa/Cairo")


@dataclass
class Struck:
    number: int
    change: str
    note: str
    words: str
    start: datetime
    end: datetime | None
    struck_at: datetime
    is_void: bool = False
    #: What was scheduled, and made way for this.
    dropped: "Struck | None" = None
    #: What was struck again in its place.
    again: "Struck | None" = None


@dataclass
class NaiveStory:
    words: str
    slug: str = ""
    is_spiked: bool = False
    embargo: datetime | None = None
    struck: list[Struck] = field(default_factory=list)

    def counting(self) -> list[Struck]:
        return [one for one in self.struck if not one.is_void]

    def pending(self, now: datetime) -> Struck | None:
        """The one that is scheduled. There are never two."""
        ahead = [one for one in self.counting() if one.start > now]
        assert len(ahead) < 2
        return ahead[0] if ahead else None

    def standing(self, at: datetime) -> Struck | None:
        """The last one that has begun; once that has ended, nothing: the one before doesn't come back."""
        begun = [one for one in self.counting() if one.start <= at]
        if not begun or (begun[-1].end and at >= begun[-1].end):
            return None
        return begun[-1]

    def live(self, at: datetime) -> Struck | None:
        one = self.standing(at)
        return None if one and one.change == "withdrawal" else one

    def told(self, one: Struck) -> list[str]:
        """The notes that readers of this edition find under “what changed”."""
        notes: list[str] = []
        for each in self.counting():
            if each.change == "withdrawal":
                notes = []
            elif each.change in CHANGES - {"minor"} and each.note:
                notes.append(each.note)
            if each is one:
                return [] if each.change == "withdrawal" else notes
        raise LookupError(one)

    def boundaries(self) -> set[datetime]:
        return {instant for one in self.struck for instant in (one.start, one.end) if instant}


@dataclass
class NaivePaper:
    stories: list[NaiveStory]
    #: Which story is found at which path, and where each is found now.
    paths: dict[str, int] = field(default_factory=dict)
    current: dict[int, str] = field(default_factory=dict)

    def why_not_publish(self, which, now, at, change, note, end, choice) -> set[str]:
        """Every reason to refuse; none means that it is done."""
        story, start = self.stories[which], at or now
        pending, reasons = story.pending(now), set()
        if story.is_spiked:
            reasons.add("wrong-state")
        if start < now:
            reasons.add("in-the-past")
        if end and end <= start:
            reasons.add("expires-too-early")
        if story.embargo and start < story.embargo:
            reasons.add("embargoed")
        if pending and choice is None:
            reasons.add("pending")
        if pending and choice == "strike-again" and start > now:
            reasons.add("one-pending")
        if [one for one in story.counting() if one is not pending]:
            if change not in CHANGES:
                reasons.add("change-needed")
            if change in {"correction", "clarification"} and not note:
                reasons.add("note-needed")
        return reasons

    def publish(self, which, now, at, change, note, end, choice) -> None:
        story = self.stories[which]
        pending = story.pending(now)
        if pending:
            self.void(which, [pending])
        change = change if story.counting() else "first"
        self._strike(story, now, at or now, change, note, end, dropped=pending)
        self._give_address(which)
        if pending and choice == "strike-again":
            again = "minor" if pending.change == "first" else pending.change
            self._strike(story, now, pending.start, again, pending.note, pending.end)
            story.struck[-2].again = story.struck[-1]

    def why_not_withdraw(self, which, now, choice) -> set[str]:
        story = self.stories[which]
        pending = story.pending(now)
        ran = [one for one in story.counting() if one is not pending]
        reasons = {"pending"} if pending and choice != "void" else set()
        if not ran:
            reasons.add("never-ran")
        elif ran[-1].change == "withdrawal":
            reasons.add("already-down")
        return reasons

    def withdraw(self, which, now) -> None:
        story = self.stories[which]
        if pending := story.pending(now):
            self.void(which, [pending])
        self._strike(story, now, now, "withdrawal", "Taken down.", None, words="", dropped=pending)

    def undoable(self, which, now) -> list[Struck]:
        counting = self.stories[which].counting()
        if not counting or now - counting[-1].struck_at > timedelta(seconds=60):
            return []
        return [one for one in counting if one.struck_at == counting[-1].struck_at]

    def undo(self, which, now) -> None:
        """As if it had never been: what was dropped for it counts again, unless that was seen to since."""
        story, these = self.stories[which], self.undoable(which, now)
        self.void(which, these)
        dropped = these[0].dropped
        if these[0].again and these[0].again not in these:
            return
        if dropped and not (story.embargo and dropped.start < story.embargo):
            dropped.is_void = False
            self._give_address(which)

    def void(self, which, these: list[Struck]) -> None:
        for one in these:
            one.is_void = True
        if not self.stories[which].counting():
            self._forget_addresses(which)

    def rename(self, which, now, slug) -> bool:
        """False where another story has or had the address."""
        story = self.stories[which]
        if which in self.current:
            first = story.counting()[0]
            path = self._path(first.start, slug)
            if self.paths.get(path, which) != which:
                return False
            if first.start > now:
                self._forget_addresses(which)
            self.paths[path] = which
            self.current[which] = path
        story.slug = slug
        return True

    def _strike(self, story, now, start, change, note, end, words=None, dropped=None) -> None:
        words, number = story.words if words is None else words, len(story.struck) + 1
        story.struck.append(Struck(number, change, note, words, start, end, now, dropped=dropped))

    def _give_address(self, which) -> None:
        story = self.stories[which]
        if which in self.current:
            return
        story.slug = story.slug or story.words.lower()
        start, count = story.counting()[0].start, 1
        path = self._path(start, story.slug)
        while path in self.paths:
            count += 1
            path = self._path(start, f"{story.slug}-{count}")
        self.paths[path] = which
        self.current[which] = path

    def _forget_addresses(self, which) -> None:
        self.paths = {path: owner for path, owner in self.paths.items() if owner != which}
        self.current.pop(which, None)

    @staticmethod
    def _path(start: datetime, slug: str) -> str:
        return f"/{start.astimezone(CAIRO):%Y/%m/%d}/{slug}/"
