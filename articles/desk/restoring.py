"""Bringing back what the working copy was, whole or field by field, as its next version."""

from collections.abc import Collection
from typing import Any

from articles.desk import history
from articles.desk.fields import COLUMNS, put_columns, put_relations
from articles.desk.moving import hold
from articles.desk.refusals import IllegalMove
from articles.models import Article

RELATIONS = frozenset({"topics", "credits"})


def restore(
    article: Article,
    *,
    by: Any,
    version: int,
    fields: Collection[str] | None = None,
    seen_version: int | None = None,
) -> Article:
    """Write what the copy was as `version`: these fields, or all of them (None).

    The address of a story that has one stays; what pointed at something that is no more points at
    nothing. `seen_version` is the version that stood when the person chose; where another does by now,
    nothing is restored.
    """
    with hold(article, "restore", by) as held:
        row = held.article
        _refuse_stale(row, seen_version)
        before = history.remember(row)
        wanted = _wanted(row, version, fields)
        put_columns(row, wanted)
        put_relations(row, wanted)
        after = history.next_copy(row, held, by, before)
        columns = [name for name in COLUMNS if name in wanted]
        row.save(update_fields=[*columns, *history.COUNTED])
        after.save()
        held.details["restored"] = version
        if fields is not None:
            held.details["fields"] = sorted(wanted)
    article.refresh_from_db()
    return article


def _refuse_stale(row: Article, seen_version: int | None) -> None:
    if seen_version is not None and seen_version != row.version:
        raise IllegalMove(
            row,
            "restore",
            "stale",
            "Somebody saved this story after you opened that page, and nothing was restored. Compare the "
            "copies once more.",
        )


def _wanted(row: Article, version: int, fields: Collection[str] | None) -> dict[str, Any]:
    revision = row.revisions.filter(version=version).first()
    if revision is None:
        raise _nothing(row, f"There is no copy {version} of this story.")
    wanted = {name for name in revision.fields if fields is None or name in fields}
    wanted &= {*COLUMNS, *RELATIONS}
    if row.addresses.exists():
        wanted.discard("slug")
    if not wanted:
        raise _nothing(row, "That can't be restored by itself.")
    return {name: revision.fields[name] for name in wanted}


def _nothing(row: Article, sentence: str) -> IllegalMove:
    return IllegalMove(row, "restore", "nothing-to-restore", sentence)
