"""Places, numbers and counters. The caller holds the discussion's lock and saves what it says it changes."""

from typing import Any

from django.db.models import F

from comments import paths
from comments.models import Comment, Discussion, HiddenBranch


def lock(article: Any) -> Discussion:
    """The discussion of an article, locked; made when first needed."""
    return Discussion.objects.select_for_update().get_or_create(article=article)[0]


def place(comment: Comment, discussion: Discussion) -> None:
    """Give a new comment its path, depth and root under its parent, and count it there."""
    parent = comment.parent
    if parent is None:
        discussion.last_root += 1
        discussion.save(update_fields=["last_root"])
        comment.path = paths.step(discussion.last_root)
        return
    owner = _counted_under(parent)
    owner.last_reply += 1
    owner.save(update_fields=["last_reply"])
    comment.path = owner.path + paths.step(owner.last_reply)
    comment.depth = paths.depth(comment.path)
    comment.root_id = parent.root_id or parent.pk


def _counted_under(parent: Comment) -> Comment:
    """Whoever counts the replies to `parent`: itself, but for the last level, where its own parent does."""
    path = paths.counted_under(parent.path)
    if path == parent.path:
        return parent
    return Comment.objects.on(parent.article_id).get(path=path)


def appear(comment: Comment, discussion: Discussion) -> None:
    """Count a comment that is now shown, and give it its number if it never had one."""
    if comment.number is None:
        discussion.last_number += 1
        comment.number = discussion.last_number
    count(comment, discussion, 1, picked=int(comment.is_picked))


def disappear(comment: Comment, discussion: Discussion) -> None:
    """Count a comment that is no longer shown; it keeps its number, which nobody else gets."""
    count(comment, discussion, -1, picked=-int(comment.is_picked))


def count(comment: Comment, discussion: Discussion, difference: int, *, picked: int) -> None:
    """Count so many more, and so many editors' picks, at the place of a comment: on each above it and on the
    discussion, or, in a hidden branch, only as far as its head."""
    above = counted_by(comment.path, comment.parent.path if comment.parent_id else "")
    hidden = HiddenBranch.objects.over(comment).first()
    if hidden:
        above = [path for path in above if len(path) >= len(hidden.path)]
    else:
        discussion.shown_count += difference
        discussion.picked_count += picked
    if above:
        Comment.objects.on(comment.article_id).filter(path__in=above).update(
            shown_replies=F("shown_replies") + difference
        )
    discussion.save(update_fields=["shown_count", "picked_count", "last_number"])


def counted_by(path: str, parent_path: str) -> list[str]:
    """The paths of those who count a comment among their replies: every one above it, and its parent,
    which on the last level stands beside it."""
    above = paths.ancestors(path)
    return above if not parent_path or parent_path in above else [*above, parent_path]
