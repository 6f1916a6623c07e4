"""What a page of the discussion holds, in three queries whatever the size: the discussion, the comments on
the story, and the first replies to each. Pages point on by the public number of their last comment."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from comments import paths
from comments.drawing import Row
from comments.models import Comment
from comments.sorts import After, Sort
from comments.states import Status
from comments.threads import Thread, render

ROOTS = 20
REPLIES = 10
BRANCH = 50
#: More than there ever are, with room for what comes in meanwhile. Unless it is told that they are few,
#: PostgreSQL joins them with all comments there are: 28 ms instead of 6 among 120,000.
AT_MOST = 2 * ROOTS * REPLIES
#: How many of the comments above one its own page shows.
CHAIN = 4


@dataclass(frozen=True)
class Page:
    """The comments of one page as nested lists, the comment after which the next page begins, if any, and
    whether this is the first."""

    html: SafeString
    next_after: After | None
    is_first: bool


@dataclass(frozen=True)
class Chain:
    """What a comment answers, outermost first; and the number of the first of these, if that answers
    something too."""

    html: SafeString
    goes_on_at: int | None


def of_story(
    article_id: int,
    *,
    story_path: str,
    takes_replies: bool,
    sort: Sort = Sort.OLDEST,
    after: After | None = None,
) -> Page:
    """Twenty comments on the story, each with its first ten replies; of editors' picks twenty, each alone."""
    if sort == Sort.PICKS:
        return _of_picks(article_id, Thread(story_path, takes_replies), after)
    comments = Comment.objects.on(article_id).placed()
    found = list(
        comments.sorted_roots(article_id, sort, after)
        .with_path_of_reply(REPLIES)
        .values_list(*Row._fields, "last_path")[: ROOTS + 1]
    )
    roots, ends = [], {}
    for *columns, last_path in found[:ROOTS]:
        root = Row(*columns)
        roots.append(root)
        ends[root.path] = last_path
    replies = _rows(Comment.objects.placed_in_branches(article_id, ends)[:AT_MOST])
    thread = Thread(story_path, takes_replies, more=_unlisted(roots, replies))
    html = render(_under_their_roots(roots, replies), thread)
    return Page(html, _last(roots, sort) if len(found) > ROOTS else None, after is None)


def _of_picks(article_id: int, thread: Thread, after: After | None) -> Page:
    picks = Comment.objects.on(article_id).picked().after_number(article_id, after and after.number)
    found = _rows(picks[: ROOTS + 1])
    listed = found[:ROOTS]
    html = render([row._replace(depth=0) for row in listed], thread)
    return Page(html, _last(listed) if len(found) > ROOTS else None, after is None)


def of_branch(comment: Comment, *, story_path: str, takes_replies: bool, after: After | None = None) -> Page:
    """The replies to one comment and theirs, fifty at a time, in the order in which the branch reads."""
    comments = Comment.objects.on(comment.article_id).placed()
    comments = comments.after_number(comment.article_id, after and after.number)
    if paths.counted_under(comment.path) == comment.path:
        below = comments.below(comment.path)
    else:
        # On the last level replies stand beside what they answer.
        below = comments.filter(parent=comment).order_by("path")
    rows = _rows(below[: BRANCH + 1])
    listed = rows[:BRANCH]
    html = render(listed, Thread(story_path, takes_replies, under=comment.pk))
    return Page(html, _last(listed) if len(rows) > BRANCH else None, after is None)


def of_chain(comment: Comment, *, story_path: str, takes_replies: bool) -> Chain | None:
    """The nearest few above a comment, which comes with its `parent`; None above one on the story."""
    if comment.parent is None:
        return None
    above = paths.ancestors(comment.path)
    # On the last level a reply stands beside what it answers, not below.
    nearest = above[-CHAIN:] if comment.parent.path in above else [comment.parent.path]
    rows = _rows(Comment.objects.on(comment.article_id).filter(path__in=nearest).order_by("path"))
    html = render([row._replace(depth=0) for row in rows], Thread(story_path, takes_replies))
    return Chain(html, rows[0].number if rows[0].parent_id else None)


def address_of(comment: Comment, story_path: str) -> str:
    """Where a shown comment is read: on the page of the discussion that holds it, else on its own."""
    if comment.parent_id and not _is_listed(comment):
        return f"{story_path}comments/{comment.number}/"
    return f"{story_path}{_page_with(comment)}#comment-{comment.number}"


def place_of(comment: Comment, story_path: str) -> str:
    """The page of the discussion that holds a comment or, if it isn't listed there, what its thread began
    with. `comment` comes with its `root`."""
    is_listed = comment.root is None or _is_listed(comment)
    number = comment.number if is_listed else comment.root.number
    return f"{story_path}{_page_with(comment)}#comment-{number}"


def _is_listed(reply: Comment) -> bool:
    """Whether a reply is among the first of its thread."""
    thread = Comment.objects.on(reply.article_id).placed().below(reply.path[: paths.WIDTH])
    return reply.pk in list(thread[:REPLIES].values_list("pk", flat=True))


def _page_with(comment: Comment) -> str:
    """The query of the page, oldest first, on which the thread of a comment is the last."""
    roots = Comment.objects.on(comment.article_id).placed().filter(parent=None)
    before = roots.filter(path__lt=comment.path[: paths.WIDTH]).order_by("-path")
    numbers = list(before.values_list("number", flat=True)[:ROOTS])
    return f"?after={numbers[-1]}" if len(numbers) == ROOTS else ""


def _rows(comments: Any) -> list[Row]:
    return [Row._make(columns) for columns in comments.values_list(*Row._fields)]


def _under_their_roots(roots: list[Row], replies: list[Row]) -> list[Row]:
    """Each root, in the order given, followed by its replies in the order of their paths."""
    rank = {root.path: index for index, root in enumerate(roots)}
    return sorted([*roots, *replies], key=lambda row: (rank[row.path[: paths.WIDTH]], row.path))


def _unlisted(roots: list[Row], replies: list[Row]) -> dict[int, int]:
    """How many shown replies each root has beyond those listed, where there are any."""
    listed: dict[str, int] = {}
    for reply in replies:
        if reply.status == Status.SHOWN:
            root_path = reply.path[: paths.WIDTH]
            listed[root_path] = listed.get(root_path, 0) + 1
    more = {root.pk: root.shown_replies - listed.get(root.path, 0) for root in roots}
    return {pk: count for pk, count in more.items() if count > 0}


def _last(rows: list[Row], sort: Sort = Sort.OLDEST) -> After | None:
    """A cursor to the last row that has a number: an empty place may never have been given any."""
    found = next((row for row in reversed(rows) if row.number is not None), None)
    if found is None:
        return None
    return After(found.number, found.recommended if sort == Sort.RECOMMENDED else None)
