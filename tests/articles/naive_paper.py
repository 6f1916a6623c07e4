"""The paper in the plainest words: a list of what was struck, and brute force over it. No database.

Written from what was promised to editors and readers, not from the code that keeps the promise.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.articles.naive_desk import NaiveSection, WorkingCopy

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
    #: The number of the copy that it was made of.
    copy: int
    is_void: bool = False
    #: What was scheduled, and made way for this.
    dropped: "Struck | None" = None
    #: What was struck again in its place.
    again: "Struck | None" = None
    #: Where the working copy was before, and how often it had been touched after.
    came_from: str = ""
    touched: int = 0
    #: Whether an embargo was set or lifted since.
    is_before_embargo: bool = False


@dataclass
class NaiveStory(WorkingCopy):
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

    def told(self, one: Struck) -> list[tuple[str, int | None]]:
        """The notes that readers of this edition find, each with the number under which it is compared.

        A note stays whatever comes after it; words that were taken down are compared no more.
        """
        notes: list[tuple[str, int | None]] = []
        before = None
        for each in self.counting():
            if each.change == "withdrawal":
                notes = [(note, None) for note, _ in notes]
            elif each.change in CHANGES - {"minor"} and each.note:
                is_compared = before and before.change != "withdrawal"
                notes.append((each.note, each.number if is_compared else None))
            if each is one:
                return notes
            before = each
        raise LookupError(one)

    def corrected(self, at: datetime) -> list[Struck]:
        """The corrections and clarifications that are public: all there were, of a story that can be read."""
        if not self.live(at):
            return []
        return [
            one
            for one in self.counting()
            if one.start <= at and one.change in {"correction", "clarification"}
        ]

    def compared(self) -> dict[int, int | None]:
        """By the number of each version, that of the one whose words it is compared with."""
        found, before = {}, None
        for one in self.counting():
            comparable = before and "withdrawal" not in (before.change, one.change)
            found[one.number], before = before.number if comparable else None, one
        return found

    def seen(self) -> int:
        """The copy that was published last; a notice says nothing of the words that wait behind it."""
        versions = [one for one in self.counting() if one.change != "withdrawal"]
        return versions[-1].copy if versions else 0

    def set_embargo(self, until: datetime | None) -> None:
        self.embargo = until
        for one in self.struck:
            one.is_before_embargo = True

    def boundaries(self) -> set[datetime]:
        return {instant for one in self.struck for instant in (one.start, one.end) if instant}


@dataclass
class NaivePaper:
    sections: list[NaiveSection]
    stories: list[NaiveStory]
    #: Which story is found at which path, and where each is found now.
    paths: dict[str, int] = field(default_factory=dict)
    current: dict[int, str] = field(default_factory=dict)

    def outline(self, at: datetime) -> list[list[tuple[int, bool, bool]]]:
        """What each story consists of at this instant: its versions, whether they count and which stands."""
        return [
            [(one.number, one.is_void, story.standing(at) is one) for one in story.struck]
            for story in self.stories
        ]

    def why_not_publish(self, which, who, now, at, change, note, end, choice, override) -> set[str]:
        """Every reason to refuse; none means that it is done."""
        story, start = self.stories[which], at or now
        pending, reasons = story.pending(now), story.why_not("publish", who)
        reasons |= story.stops("publish", who, start, story.seen(), override)
        if start < now:
            reasons.add("in-the-past")
        if end and end <= start:
            reasons.add("expires-too-early")
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
        came_from = story.state
        story.move("publish")
        self._strike(story, now, at or now, change, note, end, dropped=pending, came_from=came_from)
        self._give_address(which)
        if pending and choice == "strike-again":
            again = "minor" if pending.change == "first" else pending.change
            own_end = pending.end or (end if end and end > pending.start else None)
            self._strike(story, now, pending.start, again, pending.note, own_end, came_from=came_from)
            story.struck[-2].again = story.struck[-1]

    def why_not_withdraw(self, which, who, now, choice) -> set[str]:
        story = self.stories[which]
        pending = story.pending(now)
        ran = [one for one in story.counting() if one is not pending]
        reasons = story.why_not("withdraw", who)
        if pending and choice != "void":
            reasons.add("pending")
        if not ran:
            reasons.add("never-ran")
        elif ran[-1].change == "withdrawal":
            reasons.add("already-down")
        return reasons

    def withdraw(self, which, now) -> None:
        story = self.stories[which]
        if pending := story.pending(now):
            self.void(which, [pending])
        notice = ("withdrawal", "Taken down.", None)
        self._strike(story, now, now, *notice, words="", dropped=pending, came_from=story.state)

    def undoable(self, which, now) -> list[Struck]:
        counting = self.stories[which].counting()
        if not counting or now - counting[-1].struck_at > timedelta(seconds=60):
            return []
        return [one for one in counting if one.struck_at == counting[-1].struck_at]

    def undo(self, which, now) -> None:
        """As if it had never been: what was dropped for it counts again, unless that was seen to since.

        The copy is where it was, unless somebody saved or moved it since.
        """
        story, these = self.stories[which], self.undoable(which, now)
        self.void(which, these)
        if these[0].touched == story.touched and story.state != these[0].came_from:
            story.state = these[0].came_from
            story.touched += 1
        dropped = these[0].dropped
        if these[0].again and these[0].again not in these:
            return
        is_forbidden = dropped and story.embargo and dropped.start < story.embargo
        if dropped and not (is_forbidden and these[0].is_before_embargo):
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

    def _strike(self, story, now, start, change, note, end, words=None, **more) -> None:
        words, number = story.words if words is None else words, len(story.struck) + 1
        copy, more["touched"] = len(story.copies), story.touched
        story.struck.append(Struck(number, change, note, words, start, end, now, copy, **more))

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
