"""What each derived column should be, by what is true, and where it is not. Nothing is written here.

Each yields a comment's key with the columns that are wrong and what they should be: (17, {"depth": 2}).
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Max, Q

from comments import rendering
from comments.models import Comment, Discussion, Flag, HiddenBranch, ModerationEntry, Recommendation
from comments.moderation.flagging import FORGOTTEN
from comments.moderation.settling import open_weight
from comments.placing import Placing, Said, arrange
from comments.screening import fingerprint

Wrong = Iterator[tuple[int, dict[str, Any]]]

BATCH = 500

#: The derived columns of a comment, as a `Place` names them too.
PLACED = ("path", "depth", "root_id", "last_reply", "shown_replies")
#: What a comment's text, name and instants are read from.
READ = ("text", "blanked", "name", "website", "account", "posted_at", "edited_at", "status")


def arranged(article_id: int) -> Placing:
    """Where the comments of an article belong, by what is true of them.

    By their keys, which the lock gives in one order, while a clock may go back. Whoever writes rows
    directly, as an import does, writes them in the order in which they came.
    """
    arrived = Comment.objects.on(article_id).order_by("pk")
    return arrange(map(Said._make, arrived.values_list(*Said._fields).iterator(BATCH)))


def misplaced(article_id: int, placing: Placing) -> Wrong:
    """Each comment, so that progress can be counted; {} for one that stands right."""
    rows = Comment.objects.on(article_id).values_list("pk", *PLACED)
    for pk, *columns in rows.iterator(BATCH):
        place = placing.found.get(pk)
        if place:
            right = {column: getattr(place, column) for column in PLACED}
            kept = dict(zip(PLACED, columns, strict=True))
            yield pk, {column: value for column, value in right.items() if kept[column] != value}


def misread(pks: list[int]) -> Wrong:
    """Of these comments: the fingerprint of each, and the HTML of those that are shown.

    It follows from the comment's own row, which is read at once: no lock is needed to see it.
    """
    for comment in Comment.objects.filter(pk__in=pks).only(*READ, *rendering.KEPT, "fingerprint"):
        kept = {column: getattr(comment, column) for column in (*rendering.KEPT, "fingerprint")}
        comment.fingerprint = fingerprint(comment.text)
        if comment.is_shown:
            rendering.keep(comment)
        right = {column: getattr(comment, column) for column in kept}
        if right != kept:
            yield comment.pk, {column: value for column, value in right.items() if kept[column] != value}


def misreported(article_id: int) -> Wrong:
    """What open flags weigh; it is not known any more where one has forgotten from where it came."""
    comments = Comment.objects.on(article_id)
    flags = Flag.objects.open().filter(comment__article=article_id).order_by()
    forgotten = flags.filter(source=FORGOTTEN).values("comment")
    weighed = comments.filter(Q(reports__gt=0) | Q(pk__in=flags.values("comment"))).exclude(pk__in=forgotten)
    for comment in weighed.only("reports"):
        right = open_weight(comment)
        if right != comment.reports:
            yield comment.pk, {"reports": right}


def misdated(article_id: int) -> Wrong:
    """Since when parts have been out, by which they go for good: by the log, if it has that."""
    comments = Comment.objects.on(article_id).filter(Q(blanked_at__isnull=False) | ~Q(blanked=[]))
    for comment in comments.only("blanked", "blanked_at"):
        entries = ModerationEntry.objects.filter(comment=comment, verb__in=("blank_part", "unblank"))
        last = entries.order_by("-position").values_list("at", flat=True).first()
        right = (last or comment.blanked_at) if comment.blanked else None
        if right != comment.blanked_at:
            yield comment.pk, {"blanked_at": right}


def undercounted(article_id: int) -> Wrong:
    """Fewer recommendations than there are. More there may be: who they were is forgotten in time."""
    found = Recommendation.objects.filter(comment__article=article_id).order_by().values("comment")
    people = found.annotate(people=Count("pk")).filter(people__gt=F("comment__recommended"))
    for pk, right in people.values_list("comment", "people").iterator(BATCH):
        yield pk, {"recommended": right}


def counters(discussion: Discussion, placing: Placing) -> dict[str, int]:
    """What the counters of a discussion should be, by column."""
    comments = Comment.objects.on(discussion.article_id)
    highest = comments.order_by().aggregate(highest=Max("number"))["highest"]
    return {
        "shown_count": comments.shown().count(),
        "picked_count": comments.picked().count(),
        "last_number": max(discussion.last_number, highest or 0),
        "last_root": placing.roots,
    }


def misremembered(article_id: int, placing: Placing) -> list[HiddenBranch]:
    """The hidden branches that are remembered elsewhere than their heads stand."""
    branches = HiddenBranch.objects.filter(comment__article=article_id)
    return [
        branch
        for branch in branches
        if branch.pk in placing.found
        and (branch.article_id, branch.path) != (article_id, placing.found[branch.pk].path)
    ]


def batches(article_id: int) -> list[list[int]]:
    """The keys of a discussion's comments."""
    return cut(list(Comment.objects.on(article_id).order_by("pk").values_list("pk", flat=True)))


def cut(rows: list[Any]) -> list[list[Any]]:
    return [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
