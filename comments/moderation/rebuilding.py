"""What is derived, made anew from what is true: from parents and statuses to places, counters and HTML."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import CharField, Max, Value
from django.db.models.functions import Cast, Concat

from comments import paths, rendering
from comments.models import Comment
from comments.moderation.counting import counted_by, lock
from comments.states import Status

BATCH = 500


@dataclass
class Place:
    """Where a comment stands, and what is counted below it."""

    path: str
    root_id: int | None
    last_reply: int = 0
    shown_replies: int = 0

    @property
    def depth(self) -> int:
        return paths.depth(self.path)


class Placing:
    """Gives the comments of one discussion their places, in order of arrival."""

    def __init__(self) -> None:
        self.found: dict[int, Place] = {}
        self._at_path: dict[str, Place] = {}
        self._roots = 0

    def place(self, pk: int, parent_id: int | None, status: str) -> None:
        parent = self.found[parent_id] if parent_id else None
        place = self._under(parent, parent_id)
        self.found[pk] = self._at_path[place.path] = place
        if status == Status.SHOWN:
            for path in counted_by(place.path, parent.path if parent else ""):
                self._at_path[path].shown_replies += 1

    def _under(self, parent: Place | None, parent_id: int | None) -> Place:
        if parent is None:
            self._roots += 1
            return Place(paths.step(self._roots), None)
        owner = self._at_path[paths.counted_under(parent.path)]
        owner.last_reply += 1
        return Place(owner.path + paths.step(owner.last_reply), parent.root_id or parent_id)


def places(rows: Iterable[tuple[int, int | None, str]]) -> dict[int, Place]:
    """The place of each comment of one discussion, by its pk.

    `rows` are (pk, the parent's pk, status) in order of arrival; a reply that claims to have come before
    its parent is placed right after it. The cost grows with their number, not with their depth.
    """
    placing = Placing()
    early: dict[int, list[tuple[int, int | None, str]]] = defaultdict(list)
    for row in rows:
        ready = deque([row])
        while ready:
            pk, parent_id, status = ready.popleft()
            if parent_id and parent_id not in placing.found:
                early[parent_id].append((pk, parent_id, status))
                continue
            placing.place(pk, parent_id, status)
            ready.extend(early.pop(pk, ()))
    return placing.found


def rebuild(article: Any) -> int:
    """Make the places, counters and HTML of one discussion anew; return how many comments it has.

    Readers see the old or the new, never half of it. The last number given only ever rises, since
    numbers are never used again.
    """
    with transaction.atomic():
        discussion = lock(article)
        comments = Comment.objects.on(article.pk)
        arrived = comments.order_by("posted_at", "pk").values_list("pk", "parent_id", "status")
        found = places(arrived)
        _move(article.pk, found)
        _render(article.pk)
        discussion.last_root = sum(place.root_id is None for place in found.values())
        discussion.shown_count = comments.shown().count()
        highest = comments.order_by().aggregate(highest=Max("number"))["highest"]
        discussion.last_number = max(discussion.last_number, highest or 0)
        discussion.save(update_fields=["last_root", "shown_count", "last_number"])
    return len(found)


def _move(article_id: int, found: dict[int, Place]) -> None:
    """Write the places that changed. They step aside first, so that two can change with one another."""
    moved = []
    for comment in Comment.objects.on(article_id).only(
        "path", "depth", "root", "last_reply", "shown_replies"
    ):
        place = found[comment.pk]
        derived = (place.path, place.depth, place.root_id, place.last_reply, place.shown_replies)
        if derived != (
            comment.path,
            comment.depth,
            comment.root_id,
            comment.last_reply,
            comment.shown_replies,
        ):
            comment.path, comment.depth, comment.root_id = derived[:3]
            comment.last_reply, comment.shown_replies = derived[3:]
            moved.append(comment)
    for start in range(0, len(moved), BATCH):
        pks = [comment.pk for comment in moved[start : start + BATCH]]
        Comment.objects.filter(pk__in=pks).update(path=Concat(Value("!"), Cast("pk", CharField())))
    fields = ["path", "depth", "root", "last_reply", "shown_replies"]
    Comment.objects.bulk_update(moved, fields, batch_size=BATCH)


def _render(article_id: int) -> None:
    comments = Comment.objects.on(article_id).shown()
    rendered = []
    for comment in comments.iterator(BATCH):
        rendering.keep(comment)
        rendered.append(comment)
        if len(rendered) == BATCH:
            Comment.objects.bulk_update(rendered, rendering.KEPT)
            rendered = []
    Comment.objects.bulk_update(rendered, rendering.KEPT)
