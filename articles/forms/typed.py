"""What a story's form holds, from what a browser sends to the shape of a `Revision`, and back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.desk.fields import COLUMNS, KEYS, is_minute, printed_minute, read_minute
from articles.models import Article
from articles.typed import whole_number

#: More rows of credits than anybody's story has.
MOST_CREDITS = 500
LARGEST_KEY = 2**63
LONGEST_KEY = 19


def fields_typed(form: forms.BaseForm, data: QueryDict) -> dict[str, Any]:
    """What was typed, valid or not, of the fields that were in the form that was sent. No queries.

    Text comes as the form would store it; half a date as the string that it is.
    """
    fields = {name: _typed(form, name, data) for name in COLUMNS if name in form.fields and name in data}
    fields["topics"] = sorted({key for each in data.getlist("topics") if (key := _key(each))})
    fields["credits"] = _credits(data)
    return fields


def form_data(form: forms.BaseForm, fields: dict[str, Any], article: Article | None) -> QueryDict:
    """The reverse: what a browser would send for these fields, credits of `article` included. One query."""
    data = QueryDict(mutable=True)
    if article:
        # A form that was opened while only a move could change the address had none.
        fields = {"slug": article.slug, **fields}
    for name in COLUMNS:
        if name in form.fields and name in fields:
            data.update(_posted(form, name, fields[name]))
    data.setlist("topics", [str(key) for key in fields.get("topics", ())])
    for name, value in _credit_rows(fields.get("credits", ()), article).items():
        data[name] = str(value)
    return data


def _typed(form: forms.BaseForm, name: str, data: QueryDict) -> Any:
    field = form.fields[name]
    raw = field.widget.value_from_datadict(data, {}, form.add_prefix(name))
    if name in KEYS:
        return _key(raw)
    try:
        value = field.to_python(raw)
    except ValidationError:
        value = raw
    if name == "due_at" and not isinstance(value, str):
        return printed_minute(value)
    return _storable(value or "")


def _posted(form: forms.BaseForm, name: str, value: Any) -> dict[str, str]:
    if name == "due_at" and is_minute(value):
        return form.fields[name].widget.posted(form.add_prefix(name), read_minute(value))
    return {form.add_prefix(name): "" if value is None else str(value)}


def _storable(text: str) -> str:
    """Without NUL, which PostgreSQL refuses and nobody types."""
    return text.replace("\0", "")


def _key(raw: Any) -> int | None:
    key = whole_number(str(raw or ""), digits=LONGEST_KEY)
    return key if key is not None and key < LARGEST_KEY else None


def _credits(data: QueryDict) -> list[list[Any]]:
    count = min(_key(data.get("credits-TOTAL_FORMS")) or 0, MOST_CREDITS)
    rows = []
    for prefix in (f"credits-{index}-" for index in range(count)):
        person, order = _key(data.get(f"{prefix}contributor")), _key(data.get(f"{prefix}order")) or 0
        if person and not data.get(f"{prefix}DELETE"):
            rows.append([person, _storable(data.get(f"{prefix}role", "")), order])
    return sorted(rows, key=lambda row: row[2])


def _credit_rows(credits: Any, article: Article | None) -> dict[str, Any]:
    """A formset's rows: those that are stored, crossed out unless wanted, and the others after them."""
    wanted = {(person, role): order for person, role, order in credits}
    stored = list(article.credits.all()) if article else []
    rows = []
    for credit in stored:
        order = wanted.pop((credit.contributor_id, credit.role), None)
        kept = {"order": credit.order, "DELETE": "on"} if order is None else {"order": order}
        rows.append({"id": credit.pk, "contributor": credit.contributor_id, "role": credit.role, **kept})
    for (person, role), order in wanted.items():
        rows.append({"contributor": person, "role": role, "order": order})
    data = {f"credits-{index}-{name}": value for index, row in enumerate(rows) for name, value in row.items()}
    return {"credits-TOTAL_FORMS": len(rows), "credits-INITIAL_FORMS": len(stored), **data}
