"""A name planted in every place of a story, and a look through all that a newsroom keeps for it."""

import re
from typing import Any
from unicodedata import combining, normalize

from django.apps import apps
from django.db import connection, models

from articles.models import Address, Article, Edition, Redirect

NAME = "Zoë Müller"
SLUG = "zoe-muller"
#: The same name as people type it.
SPELLINGS = (NAME, NAME.upper(), normalize("NFD", NAME), "Zoë\u00a0Müller", "Zo\u00adë  müller", "zoe-muller")
#: Columns that hold codes, or names under which staff did something: what is planted there stays.
NO_WORDS = {"language", "verb", "from_state", "to_state", "actor_name", "saved_by_name", "email"}
#: What JSON holds of codes and moments; pages can't be made of others.
CODES = {"kind", "language", "due_at", "credits", "at", "change", "skipped", "ground", "fields", "until"}
HTML = (
    "<p>It was {} <em>Zoë</em> <strong>Müller</strong> &amp; <a href='/by/zoe-muller/'>her</a>, "
    "Zo&euml;&nbsp;Müller.</p>"
)


def rows_of(article: Any) -> list[models.Model]:
    """Every row of the paper that belongs to a story, found by what points at it; redirects do by a path."""
    found: list[models.Model] = [article]
    paths = article.addresses.values("path")
    redirects = list(Redirect.objects.filter(models.Q(old_path__in=paths) | models.Q(new_path__in=paths)))
    for model in apps.get_app_config("articles").get_models():
        pointing = [
            field for field in model._meta.concrete_fields if field.related_model in (Article, Edition)
        ]
        for field in pointing[:1]:
            owner = field.name if field.related_model is Article else f"{field.name}__article"
            found += model._default_manager.filter(**{owner: article})
    return found + redirects


def text_columns(row: models.Model) -> list[models.Field]:
    return [
        field
        for field in row._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
        and not field.choices
        and field.name not in NO_WORDS
    ]


def plant(article: Any) -> int:
    """Write the name into every column of words of every row of a story; returns into how many."""
    planted = 0
    for row in rows_of(article):
        for field in text_columns(row):
            value = _planted(row, field, SPELLINGS[planted % len(SPELLINGS)])
            type(row)._base_manager.filter(pk=row.pk).update(**{field.name: value})
            planted += 1
    return planted


def _planted(row: Any, field: models.Field, name: str) -> Any:
    if isinstance(field, models.JSONField):
        own = {"planted": [f"Of {name}", {"also": name}], "way": f"/by/{SLUG}/"}
        value = _in_json(getattr(row, field.name), name)
        return {**value, **own} if field.name == "details" else value
    if isinstance(row, Address | Redirect):
        return getattr(row, field.name).replace("rain", f"{SLUG}-rains")
    if isinstance(field, models.SlugField):
        return f"{SLUG}-rains"
    if "body" in field.name:
        return HTML.format(name)
    return f"And {name}."


def _in_json(value: Any, name: str, key: str = "") -> Any:
    """Into each string, but for codes."""
    if isinstance(value, dict):
        return {each: _in_json(value[each], name, each) for each in value}
    if isinstance(value, list):
        return [_in_json(each, name, key or "list") for each in value]
    if not isinstance(value, str) or key in CODES:
        return value
    return HTML.format(name) if key == "body" else f"{SLUG}-rains" if key == "slug" else f"And {name}."


def holds_name(text: str) -> bool:
    """Whether the name is in this, however it is spelt and escaped."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    text = re.sub(r"&(nbsp|#160|shy);|<[^<>]*>", lambda tag: "" if tag[1] == "shy" else " ", text)
    text = text.replace("&euml;", "ë").replace("\u00ad", "").casefold()
    plain = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return re.search(r"zoe[\s_.%20\\n-]*muller", plain) is not None


def tables_with_name() -> dict[str, list[str]]:
    """The columns of the whole database that hold the name, by table; read as they are stored."""
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                held = [name for name, value in zip(names, row, strict=True) if holds_name(str(value))]
                found.setdefault(table, []).extend(held)
    return {table: sorted(set(columns)) for table, columns in found.items() if columns}
