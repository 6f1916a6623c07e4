"""Whether what is derived in a discussion still follows from what is true."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db import transaction

from comments import rendering
from comments.models import Discussion
from comments.moderation import deriving
from comments.placing import Placing, in_circles

#: How many of each kind are named.
NAMED = 5


class Kind(NamedTuple):
    """A kind of thing that can be wrong: what is said of one, and of several; whether `rebuild` mends it."""

    one: str
    several: str
    is_mended: bool = True


#: By the column, or by a name. What a column is derived from, `deriving` says.
KINDS = {
    "path": Kind("comment stands in the wrong place", "comments stand in the wrong place"),
    "depth": Kind("comment has the wrong depth", "comments have the wrong depth"),
    "root_id": Kind("comment has the wrong root", "comments have the wrong root"),
    "last_reply": Kind("comment miscounts its replies", "comments miscount their replies"),
    "shown_replies": Kind("comment miscounts what is shown below", "comments miscount what is shown below"),
    "old_html": Kind("comment's HTML is missing or old", "comments' HTML is missing or old"),
    "html": Kind("comment's HTML is not what it says", "comments' HTML is not what they say"),
    "hidden": Kind(
        "hidden branch is remembered in the wrong place", "hidden branches are remembered in the wrong place"
    ),
    "fingerprint": Kind(
        "comment has no fingerprint, or a wrong one", "comments have no fingerprint, or a wrong one"
    ),
    "reports": Kind("comment miscounts what is reported of it", "comments miscount what is reported of them"),
    "recommended": Kind(
        "comment has more recommendations than it counts",
        "comments have more recommendations than they count",
    ),
    "blanked_at": Kind(
        "comment misremembers since when a part is out", "comments misremember since when a part is out"
    ),
    "shown_count": Kind("wrong count of all that is shown", ""),
    "picked_count": Kind("wrong count of editors' picks", ""),
    "last_number": Kind("wrong last number", ""),
    "last_root": Kind("wrong count of comments on the story itself", ""),
    "elsewhere": Kind("comment answers one on another story", "comments answer ones on other stories", False),
    "circle": Kind("comment answers itself", "comments answer themselves, by way of others", False),
    "below_lost": Kind("comment stands below such a comment", "comments stand below such comments", False),
}


@dataclass
class Report:
    """What is wrong with one discussion: how much of each kind, and the first few."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, kind: str, which: str) -> None:
        self.counts[kind] += 1
        if len(self.first[kind]) < NAMED:
            self.first[kind].append(which)

    def __bool__(self) -> bool:
        return bool(self.counts)

    @property
    def can_be_mended(self) -> bool:
        return all(KINDS[kind].is_mended for kind in self.counts)

    def sentences(self) -> Iterator[str]:
        """“3 comments stand in the wrong place: key 17, key 18, key 19”, a kind each."""
        for kind in (kind for kind in KINDS if kind in self.counts):
            count = self.counts[kind]
            words = KINDS[kind].one if count == 1 else KINDS[kind].several
            more = ", …" if count > NAMED else ""
            yield f"{count:,} {words}: {', '.join(self.first[kind])}{more}"


def check(article: Any, tick: Callable[[int], object] = lambda count: None) -> Report:
    """Compare all that is derived in the discussion of an article with what it should be; change nothing.

    Where that follows from several rows the discussion is locked, so that nobody writes in between; not
    while each comment is read again. `tick` is told of how many comments more either was done.
    """
    report = Report()
    with transaction.atomic():
        locked = Discussion.objects.select_for_update().filter(article=article).first()
        placing = deriving.arranged(article.pk)
        for pk, columns in deriving.misplaced(article.pk, placing):
            tick(1)
            _note(report, pk, columns)
        for branch in deriving.misremembered(article.pk, placing):
            report.note("hidden", f"key {branch.pk}")
        for pk, columns in (*deriving.misreported(article.pk), *deriving.misdated(article.pk)):
            _note(report, pk, columns)
        if placing.lost:
            _note_lost(report, placing)
        else:
            _note_counters(report, locked or Discussion(article=article), placing)
    for pk, columns in deriving.undercounted(article.pk):
        _note(report, pk, columns)
    for batch in deriving.batches(article.pk):
        for pk, columns in deriving.misread(batch):
            _note(report, pk, columns)
        tick(len(batch))
    return report


def _note(report: Report, pk: int, columns: Collection[str]) -> None:
    """Note what is wrong with a comment. Columns of HTML are one thing, however many are wrong."""
    html = "old_html" if "rendered_by" in columns else "html"
    for kind in dict.fromkeys(html if column in rendering.KEPT else column for column in columns):
        report.note(kind, f"key {pk}")


def _note_counters(report: Report, discussion: Discussion, placing: Placing) -> None:
    for column, value in deriving.counters(discussion, placing).items():
        found = getattr(discussion, column)
        if found != value:
            report.note(column, f"{found:,} instead of {value:,}")


def _note_lost(report: Report, placing: Placing) -> None:
    circles = in_circles(placing.lost)
    for pk, parent_id in placing.lost.items():
        if pk in circles:
            report.note("circle", f"key {pk}")
        elif parent_id in placing.lost:
            report.note("below_lost", f"key {pk}")
        else:
            report.note("elsewhere", f"key {pk}")
