"""What is derived, made anew from what is true: from parents and statuses to places, counters and HTML."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from comments.models import Comment, Discussion, HiddenBranch
from comments.moderation import deriving
from comments.moderation.counting import lock
from comments.moderation.deriving import batches, cut
from comments.moderation.refusals import IllegalMove
from comments.placing import Placing

#: Shown the batches of a step, it hands them on and says how far it is.
Track = Callable[[list[list[Any]]], Iterable[list[Any]]]


def rebuild(article: Any, track: Track = iter) -> int:
    """Make the places, counters and HTML of one discussion anew; return how many comments it has.

    Of places and counters readers see the old or the new, never half of it. The rest follows from each
    comment alone and is written batch by batch, so that others write in between. The last number given
    only ever rises, since numbers are never used again. Only what is wrong is written. Where a comment
    can have no place nothing is done at all: which comment it answers is for somebody to say.
    """
    with transaction.atomic():
        discussion = lock(article)
        placing = deriving.arranged(article.pk)
        if placing.lost:
            raise IllegalMove(
                article, "rebuild", "lost-comments", "Some comments answer nothing that stands on this story."
            )
        _move(article.pk, placing, track)
        _hide(article.pk, placing)
        _write(deriving.misreported(article.pk))
        _write(deriving.misdated(article.pk))
        _count(discussion, placing)
    _read_again(article, track)
    _count_people(article)
    return len(placing.found)


def _move(article_id: int, placing: Placing, track: Track) -> None:
    """Write the places that changed. Paths step aside first, so that two can change with one another."""
    # All of them first, since what is read in batches must not be written meanwhile.
    wrong = [(pk, columns) for pk, columns in deriving.misplaced(article_id, placing) if columns]
    for batch in cut([pk for pk, columns in wrong if "path" in columns]):
        Comment.objects.filter(pk__in=batch).update(path=Concat(Value("!"), Cast("pk", CharField())))
    for batch in track(cut(wrong)):
        _write(batch)


def _hide(article_id: int, placing: Placing) -> None:
    """Remember hidden branches where their heads now stand."""
    wrong = deriving.misremembered(article_id, placing)
    HiddenBranch.objects.filter(pk__in=[branch.pk for branch in wrong]).delete()
    for branch in wrong:
        branch.article_id, branch.path = article_id, placing.found[branch.pk].path
    HiddenBranch.objects.bulk_create(wrong)


def _count(discussion: Discussion, placing: Placing) -> None:
    right = deriving.counters(discussion, placing)
    for column, value in right.items():
        setattr(discussion, column, value)
    discussion.save(update_fields=right)


def _read_again(article: Any, track: Track) -> None:
    """Write what follows from the words of each comment. Only where something is wrong it locks."""
    for batch in track(batches(article.pk)):
        if wrong := [pk for pk, _ in deriving.misread(batch)]:
            with transaction.atomic():
                lock(article)
                _write(deriving.misread(wrong))


def _count_people(article: Any) -> None:
    """Count recommendations. Whoever recommends locks the comment alone."""
    if wrong := [pk for pk, _ in deriving.undercounted(article.pk)]:
        with transaction.atomic():
            lock(article)
            for batch in cut(wrong):
                list(Comment.objects.select_for_update().filter(pk__in=batch).order_by("pk"))
            _write(deriving.undercounted(article.pk))


def _write(wrong: Iterable[tuple[int, dict[str, Any]]]) -> None:
    """Write these columns, and no others. `bulk_update` asks of each row which of its batch it is: of a
    hundred thousand comments that takes half a minute a column, where this takes two seconds."""
    alike: dict[tuple[str, ...], list[list[Any]]] = defaultdict(list)
    for pk, columns in wrong:
        alike[tuple(columns)].append([*columns.values(), pk])
    for names, rows in alike.items():
        fields = [Comment._meta.get_field(name.removesuffix("_id")) for name in names]
        fields.append(Comment._meta.pk)
        values = [
            [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]
            for row in rows
        ]
        *columns, key = [connection.ops.quote_name(field.column) for field in fields]
        table = connection.ops.quote_name(Comment._meta.db_table)
        settings = ", ".join(f"{column} = %s" for column in columns)
        with connection.cursor() as cursor:
            cursor.executemany(f"UPDATE {table} SET {settings} WHERE {key} = %s", values)  # noqa: S608
