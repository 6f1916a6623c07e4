"""Keeping what is typed before anyone saves it. No move: the story, its version and its log stay."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.db import transaction

from articles.desk.fields import COLUMNS, KEYS, fields_of
from articles.desk.history import remember, words_were_removed
from articles.models import Article, Autosave, Revision

#: How long what somebody turned down, or an opened form without a word in it, stays.
LINGERS = timedelta(days=30)
#: What a new story says nothing without; the rest stands in every empty form.
WORDS = set(COLUMNS) - KEYS - {"kind", "language"}


@dataclass(frozen=True)
class Sitting:
    """An opened form: its name, whose it is, and which version of which story it was opened on."""

    name: UUID
    writer: Any
    article: Article | None = None
    base_version: int = 0


class NotYours(Exception):
    """The sitting is another person's."""


class SavedAlready(Exception):
    """The sitting has been saved. What is typed in it since needs a name of its own."""


class WordsRemoved(Exception):
    """Words were expunged from the story after the form was opened, which may hold them still."""


def keep(sitting: Sitting, fields: dict[str, Any], now: datetime, edits: int = 0) -> Autosave | None:
    """Keep what was typed. None where nothing is left to keep: the very same is done with.

    Of two states of a form the one with more `edits` stays, in whatever order they come. Whoever may write
    in a form may keep what they typed, even where they may not save it any more. Raises `SavedAlready` where
    the sitting has been saved, and this is something else; `WordsRemoved` as `hold_fast`; `NotYours`.
    """
    with transaction.atomic():
        if sitting.article:
            _refuse_removed(sitting, sitting.article)
            remember(sitting.article)
        else:
            one_by_one(sitting.writer)
        known = Autosave.objects.filter(sitting=sitting.name, writer=sitting.writer).first()
        if known and known.left_at and (edits < known.edits or known.fields == fields):
            return None
        if saved := Revision.objects.filter(sitting=sitting.name).first():
            if _is_within(fields, saved.fields):
                return None
            raise SavedAlready
        row = _row(sitting, now)
        if edits < row.edits:
            return row
        row.article, row.base_version, row.edits = sitting.article, sitting.base_version, edits
        if _says_something(sitting, fields):
            is_the_same = row.typed_at and row.fields == fields
            row.fields, row.left_at = fields, None
            # Sent again from the journal it was typed when it was typed.
            row.typed_at = row.typed_at if is_the_same else now
        else:
            row.fields, row.typed_at = {}, None
        row.save()
        _sweep(sitting, now)
    return row if row.typed_at else None


def hold_fast(sitting: Sitting, fields: dict[str, Any], now: datetime) -> Autosave:
    """Keep what was to be saved and could not be yet, whatever else is known of this sitting.

    Raises `WordsRemoved` where it may hold words that were expunged since.
    """
    taken = Autosave.objects.filter(sitting=sitting.name).exclude(writer=sitting.writer)
    if taken.exists() or Revision.objects.filter(sitting=sitting.name).exists():
        sitting = replace(sitting, name=uuid4())
    with transaction.atomic():
        if sitting.article:
            _refuse_removed(sitting, sitting.article)
        row = _row(sitting, now)
        row.article, row.base_version = sitting.article, sitting.base_version
        row.fields, row.typed_at, row.left_at = fields, now, None
        row.save()
    return row


def attend(sitting: Sitting, now: datetime) -> None:
    """Note that the form is open."""
    with transaction.atomic():
        if sitting.article is None:
            one_by_one(sitting.writer)
        if Revision.objects.filter(sitting=sitting.name).exists():
            return
        row = _row(sitting, now)
        # Not the whole row, in which somebody may be writing at this moment.
        Autosave.objects.filter(pk=row.pk).update(seen_at=now, closed_at=None)


def close(sitting: Sitting, now: datetime) -> None:
    """Note that the form was closed. What was typed in it stays."""
    rows = Autosave.objects.filter(sitting=sitting.name, writer=sitting.writer)
    rows.filter(typed_at=None).delete()
    rows.update(closed_at=now)


def leave(sitting: UUID, *, by: Any, now: datetime, article: Article | None = None) -> bool:
    """Note that its writer does not want what they typed. False where there is nothing of theirs.

    Where it was typed for a new story it becomes a part of `article`, which that has become.
    """
    rows = Autosave.objects.filter(sitting=sitting, writer=by)
    if article:
        rows.filter(article=None).update(article=article, base_version=article.version)
    return bool(rows.update(left_at=now))


def begun_as(sitting: UUID | None, by: Any) -> Revision | None:
    """The copy that this person saved out of a form of this name."""
    return Revision.objects.filter(sitting=sitting, saved_by=by).first() if sitting else None


def put_away(sitting: Sitting, fields: dict[str, Any], now: datetime) -> None:
    """Be done with what was saved only as joined with the words of others. It stays as it was typed."""
    if Autosave.objects.filter(sitting=sitting.name).exclude(writer=sitting.writer).exists():
        return
    row = _row(sitting, now)
    row.article, row.base_version, row.fields = sitting.article, sitting.base_version, fields
    row.typed_at, row.left_at, row.closed_at = row.typed_at or now, now, now
    row.save()


def one_by_one(writer: Any) -> None:
    """Wait for whatever else is being kept or begun of a story of theirs that has no row to lock yet.

    Or else what its form says while it is begun would stay behind, as words that nobody saved.
    """
    get_user_model().objects.select_for_update(no_key=True).values_list("pk").get(pk=writer.pk)


def settle(sitting: UUID | None, by: Any) -> None:
    """Forget a sitting of theirs whose words have been saved as they are, which its `Revision` remembers."""
    if sitting:
        Autosave.objects.filter(sitting=sitting, writer=by, left_at=None).delete()


def _refuse_removed(sitting: Sitting, article: Article) -> None:
    # Locked, so that nothing is kept while words are being removed.
    version = (
        Article.objects.select_for_update(no_key=True).values_list("version", flat=True).get(pk=article.pk)
    )
    if version > sitting.base_version and words_were_removed(article, sitting.base_version):
        raise WordsRemoved


def _row(sitting: Sitting, now: datetime) -> Autosave:
    opened = {"writer": sitting.writer, "base_version": sitting.base_version, "article": sitting.article}
    opened |= {"opened_at": now, "seen_at": now}
    row, _ = Autosave.objects.get_or_create(sitting=sitting.name, defaults=opened)
    if row.writer_id != sitting.writer.pk:
        raise NotYours
    row.seen_at, row.closed_at = now, None
    return row


def _says_something(sitting: Sitting, fields: dict[str, Any]) -> bool:
    """Whether it is anything but what the story was or has become since the form was opened."""
    article = sitting.article
    if article is None:
        return any(fields.get(name) for name in WORDS)
    if _is_within(fields, fields_of(article)):
        return False
    revisions = article.revisions.filter(version__gte=sitting.base_version)
    return not any(_is_within(fields, was) for was in revisions.values_list("fields", flat=True))


def _is_within(fields: dict[str, Any], whole: dict[str, Any]) -> bool:
    """Whether all that was typed is so in `whole`, which may hold what the form didn't show."""
    return all(whole.get(name) == value for name, value in fields.items())


def _sweep(sitting: Sitting, now: datetime) -> None:
    """Drop what has lingered of this story, and of this person's stories that never were."""
    rows = Autosave.objects.filter(article=sitting.article, seen_at__lt=now - LINGERS)
    if sitting.article is None:
        rows = rows.filter(writer=sitting.writer)
    rows.exclude(typed_at__isnull=False, left_at=None).delete()
