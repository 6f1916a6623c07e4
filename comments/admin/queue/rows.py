"""What a moderator sees of each comment in hand, in a few queries however many there are."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import Count

from comments.models import Claim, Comment, Flag, ModerationEntry, Notice
from comments.moderation.standing import undoable
from comments.states import MOVES, OF_THE_SENDER, Move, Status, may

#: What is offered in the queue, in this order; each moderator has a key for it.
OFFERED = ("show", "keep", "remove", "mark_spam")
#: From so many characters, or lines, on a comment has a box to scroll in.
LONG, LONG_LINES = 1500, 15
#: In which order a person's record is told.
RECORD = (
    (Status.SHOWN, "shown"),
    (Status.HELD, "waiting"),
    (Status.REMOVED, "removed"),
    (Status.SPAM, "spam"),
    (Status.RETRACTED, "deleted by themselves"),
)


@dataclass
class Queued:
    """A comment in hand. `record` says what else came from the same person."""

    comment: Any
    moves: list[Move]
    record: str
    entries: list[ModerationEntry] = field(default_factory=list)
    #: What readers report that nobody has decided on yet.
    flags: list[Flag] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def is_decided(self) -> bool:
        return self.comment.status != Status.HELD and not self.flags and not self.notices

    @property
    def buttons(self) -> list[tuple[Move, str]]:
        """The moves, each with the action whose key presses it: showing and keeping shown is one."""
        return [(move, "show" if move.name == "keep" else move.name) for move in self.moves]

    @property
    def complaints(self) -> list[str]:
        """“3 reports: Insult or hatred”, the most frequent first."""
        counts = Counter(flag.get_reason_display() for flag in self.flags)
        return [
            f"{count} {'report' if count == 1 else 'reports'}: {reason}"
            for reason, count in counts.most_common()
        ]

    @property
    def notes(self) -> list[str]:
        return [flag.note for flag in self.flags if flag.note]

    @property
    def last(self) -> ModerationEntry | None:
        """The last that was done to the comment, not to whoever sent it."""
        return next((entry for entry in reversed(self.entries) if entry.verb not in OF_THE_SENDER), None)

    @cached_property
    def decision(self) -> ModerationEntry | None:
        """The moderator's decision that Undo takes back, also where the comment waits again."""
        decision = undoable(self.entries) if self.comment.text else None
        return decision if decision and decision.actor_id else None

    @property
    def decided_by(self) -> str:
        entry = self.decision or self.last
        return entry.actor_name if entry else ""

    @property
    def is_long(self) -> bool:
        return _is_long(self.comment.text)

    @property
    def is_parent_long(self) -> bool:
        return _is_long(self.comment.parent.text)

    @property
    def signals(self) -> list[str]:
        """What was seen in it, in words, as it was last judged."""
        judged = [entry.signals for entry in self.entries if hasattr(entry, "signals")]
        return [seen["sentence"] for seen in judged[-1].seen] if judged else []


def in_hand(by: Any, now: datetime) -> list[Queued]:
    """What this moderator has in hand, in the order in which it was handed out."""
    pks = list(Claim.objects.of(by).values_list("pk", flat=True))
    found = {
        comment.pk: comment
        for comment in Comment.objects.filter(pk__in=pks)
        .with_story(now)
        .select_related("parent", "writer", "trace")
        .defer("text_html", "heading_html", "time_html")
    }
    comments = [found[pk] for pk in pks]
    entries = _by_comment(
        ModerationEntry.objects.filter(comment__in=pks).select_related("signals").order_by("position")
    )
    flags = _by_comment(Flag.objects.open().filter(comment__in=pks))
    notices = _by_comment(Notice.objects.open().filter(comment__in=pks))
    records = _records(comments)
    return [
        Queued(
            comment,
            _moves(comment, by),
            records[comment.pk],
            entries[comment.pk],
            flags[comment.pk] if comment.reports else [],
            notices[comment.pk],
        )
        for comment in comments
    ]


def _is_long(text: str) -> bool:
    """Whether it would push what comes below it out of sight, and is scrolled in a box of its own."""
    return len(text) > LONG or text.count("\n") > LONG_LINES


def _moves(comment: Comment, by: Any) -> list[Move]:
    return [MOVES[verb] for verb in OFFERED if comment.status in MOVES[verb].sources and may(by, verb)]


def _by_comment(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.comment_id].append(row)
    return found


def _records(comments: Iterable[Any]) -> dict[int, str]:
    """What else came from each one's writer, or else from the address that it came from."""
    writers = {comment.writer_id for comment in comments} - {None}
    addresses = {comment.trace.address for comment in comments if hasattr(comment, "trace")}
    by_writer = _counted("writer", writers)
    by_address = _counted("trace__address", addresses)
    told = {}
    for comment in comments:
        if comment.writer_id:
            told[comment.pk] = _told("From this writer", by_writer[comment.writer_id], comment.status)
        elif hasattr(comment, "trace"):
            counts = by_address[comment.trace.address]
            told[comment.pk] = _told("From the same address", counts, comment.status)
        else:
            told[comment.pk] = "Nothing is known of who wrote it."
    return told


def record_of(comment: Any) -> str:
    """What else came from the person who wrote this one."""
    return _records([comment])[comment.pk]


def _counted(column: str, values: set[Any]) -> dict[Any, dict[str, int]]:
    counts: dict[Any, dict[str, int]] = defaultdict(dict)
    rows = Comment.objects.filter(**{f"{column}__in": values}).order_by()
    for value, status, count in rows.values_list(column, "status").annotate(Count("pk")):
        counts[value][status] = count
    return counts


def _told(who: str, counts: dict[str, int], own: str) -> str:
    """“From this writer: 12 shown, 1 removed.” The comment itself isn't counted."""
    others = {**counts, own: counts.get(own, 1) - 1}
    parts = [f"{others[status]:,} {word}" for status, word in RECORD if others.get(status)]
    return f"{who}: {', '.join(parts)}." if parts else f"{who}: nothing else."
