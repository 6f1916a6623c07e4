"""Everything that can be written of a working copy, as a dict that JSON can hold: the shape of a `Revision`.

Texts are strings; section and assignee a key or None; `due_at` "2026-05-14T06:00Z" or ""; `topics`
a list of keys; `credits` a list of [contributor's key, role, order], in the order of the byline.
"""

import re
from datetime import UTC, datetime
from typing import Any

from articles import body
from articles.models import Article, ArticleCredit, Contributor, Section, Topic
from articles.models.story import STORY_FIELDS

#: What a deliberate save may write beside the words; state, version and address are the verbs' own.
DESK_FIELDS = ("slugline", "ednote", "assignee", "due_at")
COLUMNS = (*STORY_FIELDS, *DESK_FIELDS, "slug")
#: Columns that hold the key of another row.
KEYS = frozenset({"section", "assignee"})
PRINTED_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")
#: Beyond them, other zones have no such moment.
YEARS = range(2, 9999)
MINUTE = "%Y-%m-%dT%H:%MZ"


def fields_of(article: Article) -> dict[str, Any]:
    """What `article` holds, unsaved changes of its columns included. Two queries."""
    fields: dict[str, Any] = {name: _written(article, name) for name in COLUMNS}
    fields["topics"] = sorted(article.topics.values_list("pk", flat=True))
    credits = article.credits.order_by("order", "pk").values_list("contributor", "role", "order")
    fields["credits"] = [list(credit) for credit in credits]
    return fields


def put_columns(article: Article, fields: dict[str, Any]) -> None:
    """Let `article` hold these columns, unsaved. What they point at and is no more is left out."""
    for name in COLUMNS & fields.keys():
        if name not in KEYS:
            setattr(article, name, _read(name, fields[name]))
    if "section" in fields:
        article.section = Section.objects.filter(pk=fields["section"]).first()
    if "assignee" in fields:
        people = Article._meta.get_field("assignee").related_model.objects
        article.assignee = people.filter(pk=fields["assignee"]).first()


def put_relations(article: Article, fields: dict[str, Any]) -> None:
    """Store these topics and credits; those whose topic or person is no more are left out."""
    if "topics" in fields:
        article.topics.set(Topic.objects.filter(pk__in=fields["topics"]))
    if "credits" not in fields:
        return
    known = set(
        Contributor.objects.filter(pk__in=[person for person, *_ in fields["credits"]]).values_list(
            "pk", flat=True
        )
    )
    article.credits.all().delete()
    ArticleCredit.objects.bulk_create(
        ArticleCredit(article=article, contributor_id=person, role=role, order=order)
        for person, role, order in fields["credits"]
        if person in known
    )


def printed_minute(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime(MINUTE) if moment else ""


def read_minute(printed: str) -> datetime | None:
    return datetime.strptime(printed, MINUTE).replace(tzinfo=UTC) if printed else None


def is_minute(value: Any) -> bool:
    """Whether this is a moment as `printed_minute` writes it, and not something that was half typed."""
    if not isinstance(value, str) or PRINTED_MINUTE.fullmatch(value) is None:
        return False
    try:
        return read_minute(value).year in YEARS
    except ValueError:
        return False


def _written(article: Article, name: str) -> Any:
    if name in KEYS:
        return getattr(article, f"{name}_id")
    value = getattr(article, name)
    if name == "due_at":
        return printed_minute(value)
    return body.clean(value) if name == "body" else str(value)


def _read(name: str, value: Any) -> Any:
    if name != "due_at":
        return value
    return read_minute(value) if is_minute(value) else None
