"""Keeping what the working copy was after each deliberate save."""

from typing import Any
from uuid import UUID

from articles.desk.fields import DESK_FIELDS, fields_of
from articles.desk.moving import Hold, printed_name
from articles.models import Article, Revision

#: What each copy writes of its story, beside what was written in it.
COUNTED = ("version", "worded_version", "saved_at")


def new_copy(article: Article, held: Hold, by: Any, sitting: UUID | None = None) -> Revision:
    """The copy that `article` is now, to be kept as the history's newest: a revision, unsaved."""
    return Revision(
        article=article,
        version=article.version,
        fields=fields_of(article),
        saved_by=by,
        saved_by_name=printed_name(by),
        saved_at=held.now,
        sitting=sitting,
    )


def remember(stored: Article) -> Revision:
    """The copy as it stands in the database, kept now if its history lacks it: it was loaded, not saved here.

    Called before anything is written over it.
    """
    kept = stored.revisions.filter(version=stored.version).first()
    if kept is None:
        kept = as_it_stands(stored)
        kept.save()
    return kept


def next_copy(
    article: Article, held: Hold, by: Any, before: Revision, sitting: UUID | None = None
) -> Revision:
    """The copy that `article` is after `before`, as `new_copy`. Its versions are set, and not saved."""
    article.version = held.details["version"] = before.version + 1
    after = new_copy(article, held, by, sitting)
    if _touched_notes_alone(before, after):
        article.worded_version = held.article.worded_version
        held.details["notes_alone"] = True
    else:
        article.worded_version = article.version
    return after


def _touched_notes_alone(before: Revision, after: Revision) -> bool:
    """Whether what changed is for the desk's eyes: notes, an assignment, a date; and no word of the story."""
    changed = {name for name, value in after.fields.items() if before.fields.get(name) != value}
    # The address comes along when the story is first published.
    return bool(changed & set(DESK_FIELDS)) and changed <= {*DESK_FIELDS, "slug"}


def words_were_removed(article: Article, since: int) -> bool:
    """Whether words were expunged after this copy: a form opened on it may hold them still."""
    return article.desk_entries.filter(verb="expunge", details__version__gt=since).exists()


def as_it_stands(stored: Article) -> Revision:
    """An unsaved revision of the copy as it stands. By whom, nobody wrote down; its first is its writer's."""
    writer = stored.created_by if stored.version == 1 else None
    return Revision(
        article=stored,
        version=stored.version,
        fields=fields_of(stored),
        saved_by=writer,
        saved_by_name=printed_name(writer),
        saved_at=stored.saved_at,
    )
