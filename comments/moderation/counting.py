"""Places, numbers and counters. The caller holds the discussion's lock and saves what it says it changes."""

from typing import Any

from django.db.models import F

from comments import paths
from comments.models import Comment, Discussion


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
    fields = ["shown_count"]
    discussion.shown_count += 1
    if comment.number is None:
        discussion.last_number += 1
        comment.number = discussion.last_number
        fields.append("last_number")
    discussion.save(update_fields=fields)
    _count_above(comment, 1)


def disappear(comment: Comment, discussion: Discussion) -> None:
    """Count a comment that is no longer shown; it keeps its number, which nobody else gets."""
    discussion.shown_count -= 1
    discussion.save(update_fields=["shown_count"])
    _count_above(comment, -1)


def _count_above(comment: Comment, difference: int) -> None:
    above = counted_by(comment.path, comment.parent.path if comment.parent_id else "")
    if above:
        Comment.objects.on(comment.article_id).filter(path__in=above).update(
            shown_replies=F("shown_replies") + difference
        )


def counted_by(path: str, parent_path: str) -> list[str]:
    """The paths of those who count a comment among their replies: every one above it, and its parent,
    which on the last level stands beside it."""
    above = paths.ancestors(path)
    return above if not parent_path or parent_path in above else [*above, parent_path]
