"""What a page of the discussion holds, in three queries whatever the size: the discussion, the comments on
the story, and the first replies to each. Pages point on by the public number of their last comment."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from articles.typed import whole_number
from comments import paths
from comments.models import Comment, Discussion
from comments.states import Status
from comments.threads import Row, Thread, render

ROOTS = 20
REPLIES = 10
BRANCH = 50


@dataclass(frozen=True)
class Page:
    """The comments of one page as nested lists, the number after which the next page begins, if any, and
    whether this is the first."""

    html: SafeString
    next_after: int | None
    is_first: bool


def discussion_of(article_id: int) -> Discussion:
    """The discussion of an article; the defaults where nobody has said anything yet."""
    found = Discussion.objects.filter(pk=article_id).first()
    return found or Discussion(article_id=article_id)


def cursor(typed: str | None) -> int | None:
    """The number in `?after=`; None for anything that isn't one."""
    return whole_number(typed or "")


def of_story(article_id: int, *, story_path: str, takes_replies: bool, after: int | None = None) -> Page:
    """Twenty comments on the story, each with its first ten replies."""
    comments = Comment.objects.on(article_id).placed()
    found = list(
        comments.roots()
        .after_number(article_id, after)
        .with_path_of_reply(REPLIES)
        .values_list(*Row._fields, "last_path")[: ROOTS + 1]
    )
    roots, ends = [], {}
    for *columns, last_path in found[:ROOTS]:
        root = Row(*columns)
        roots.append(root)
        ends[root.path] = last_path
    replies = _rows(Comment.objects.placed_in_branches(article_id, ends))
    thread = Thread(story_path, takes_replies, more=_unlisted(roots, replies))
    html = render(sorted([*roots, *replies], key=_by_path), thread)
    return Page(html, _last_number(roots) if len(found) > ROOTS else None, after is None)


def of_branch(comment: Comment, *, story_path: str, takes_replies: bool, after: int | None = None) -> Page:
    """The replies to one comment and theirs, fifty at a time, in the order in which the branch reads."""
    comments = Comment.objects.on(comment.article_id).placed().after_number(comment.article_id, after)
    if paths.counted_under(comment.path) == comment.path:
        below = comments.below(comment.path)
    else:
        # On the last level replies stand beside what they answer.
        below = comments.filter(parent=comment).order_by("path")
    rows = _rows(below[: BRANCH + 1])
    listed = rows[:BRANCH]
    html = render(listed, Thread(story_path, takes_replies, under=comment.pk))
    return Page(html, _last_number(listed) if len(rows) > BRANCH else None, after is None)


def address_of(comment: Comment, story_path: str) -> str:
    """Where a shown comment is read: on the page of the discussion that holds it, else on its own."""
    comments = Comment.objects.on(comment.article_id).placed()
    root_path = comment.path[: paths.WIDTH]
    if comment.parent_id:
        listed = comments.below(root_path)[:REPLIES].values_list("pk", flat=True)
        if comment.pk not in list(listed):
            return f"{story_path}comments/{comment.number}/"
    before = list(
        comments.filter(parent=None, path__lt=root_path)
        .order_by("-path")
        .values_list("number", flat=True)[:ROOTS]
    )
    page = f"?after={before[-1]}" if len(before) == ROOTS else ""
    return f"{story_path}{page}#comment-{comment.number}"


def _rows(comments: Any) -> list[Row]:
    return [Row._make(columns) for columns in comments.values_list(*Row._fields)]


def _by_path(row: Row) -> str:
    return row.path


def _unlisted(roots: list[Row], replies: list[Row]) -> dict[int, int]:
    """How many shown replies each root has beyond those listed, where there are any."""
    listed: dict[str, int] = {}
    for reply in replies:
        if reply.status == Status.SHOWN:
            root_path = reply.path[: paths.WIDTH]
            listed[root_path] = listed.get(root_path, 0) + 1
    more = {root.pk: root.shown_replies - listed.get(root.path, 0) for root in roots}
    return {pk: count for pk, count in more.items() if count > 0}


def _last_number(rows: list[Row]) -> int | None:
    """The number of the last row that has one: an empty place may never have been given any."""
    return next((row.number for row in reversed(rows) if row.number is not None), None)
