"""What every move of a comment has in common: the locks, the counting, and what readers get of it."""

from datetime import datetime

from comments import rendering
from comments.models import Comment, Discussion, Writer
from comments.moderation import counting
from comments.moderation.owing import owe
from comments.states import Status


def lock(comment: Comment) -> tuple[Discussion, Comment]:
    """The discussion and the comment as they stand, locked in this order."""
    discussion = counting.lock(comment.article)
    rows = Comment.objects.select_for_update(of=("self",)).select_related("parent")
    return discussion, rows.get(pk=comment.pk)


def lock_writer(writer: Writer | None) -> Writer | None:
    """The writer as they stand, locked; None for none, and for one who has erased themselves meanwhile.

    Before any discussion, so that nobody erases a writer of whom a comment is just coming in.
    """
    if writer is None:
        return None
    return Writer.objects.select_for_update(no_key=True).filter(pk=writer.pk).first()


def lock_discussions(comments: list[Comment]) -> None:
    """Lock the discussions of comments that one verb moves, by story and before any entry is logged.

    The end of the log is locked last. Whoever locked another discussion after it would wait for somebody
    who waits for them.
    """
    for article in sorted({comment.article for comment in comments}, key=lambda article: article.pk):
        counting.lock(article)


def move(row: Comment, discussion: Discussion, status: str, why: str, now: datetime) -> list[str]:
    """Bring a locked comment where it belongs; the caller saves the columns that this returns."""
    source, row.status, row.why = row.status, status, why
    fields = ["status", "why"]
    if row.is_shown:
        if source != Status.SHOWN:
            is_new = row.number is None
            counting.appear(row, discussion)
            owe(row, now, is_new=is_new)
        row.shown_at = row.shown_at or now
        rendering.keep(row)
        fields += ["number", "shown_at", *rendering.KEPT]
    elif source == Status.SHOWN:
        counting.disappear(row, discussion)
    return fields
