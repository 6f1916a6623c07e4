"""Two states of a story's fields side by side, as the desk reads them: named, and with their words marked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim
from django.utils.html import strip_tags

from articles.bylines import Role
from articles.desk.fields import COLUMNS, is_minute, read_minute
from articles.models import Article, Contributor, Edition, Section, Topic
from articles.models.story import STORY_FIELDS
from articles.sight import moment
from articles.states import Kind
from articles.wording.comparison import Stretch, compare_bodies, compare_texts, fold
from articles.wording.marking import Run

Fields = dict[str, Any]
#: Prints the value of a field, by its name, in words.
Printer = Callable[[str, Any], str]

#: In the order of the form; the others come after.
FIRST = ("kicker", "headline", "standfirst", "dateline", "body", "credits")
NOTHING = (None, "", [])
GONE = "(no longer there)"
PARENT = Case(When(parent=None, then=Value("")), default=Concat("parent__name", Value(" › ")))
FULL_NAME = Trim(Concat("first_name", Value(" "), "last_name"))
#: What fields that hold keys point at, and how each is called: as their models say it, in one query.
ROWS: dict[str, Any] = {
    "section": (Section, Concat(PARENT, "name")),
    "topics": (Topic, F("name")),
    "credits": (Contributor, F("name")),
    "assignee": (get_user_model(), Coalesce(NullIf(FULL_NAME, Value("")), "username")),
}


@dataclass(frozen=True)
class Compared:
    """A field that differs: of the text `stretches` of passages, of any other `runs` of words."""

    name: str
    label: str
    runs: tuple[Run, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def compare(old: Fields, new: Fields, say: Printer | None = None) -> list[Compared]:
    """What differs between two dicts of the shape of a `Revision`'s. One query for names, without `say`."""
    names = differing(old, new)
    say = say or printer((old, new), names)
    return [compared(name, old.get(name), new.get(name), say) for name in names]


def compare_editions(old: Edition, new: Edition) -> list[Compared]:
    """What readers would see differ, in the words that are printed. No queries with both sections at hand."""
    before, after = _printed(old), _printed(new)
    names = differing(before, after)
    return [compared(name, before[name], after[name], lambda name, value: value) for name in names]


def differing(old: Fields, new: Fields) -> list[str]:
    """The names of the fields that differ, in the order of the form."""
    return [name for name in _ordered({*old, *new}) if _differ(old.get(name), new.get(name))]


def _ordered(names: Iterable[str]) -> list[str]:
    order = [*FIRST, "section", "topics", *(name for name in COLUMNS if name not in FIRST)]
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def label_of(name: str) -> str:
    """What a field is called in the form, as it stands within a sentence."""
    return "credits" if name == "credits" else str(Article._meta.get_field(name).verbose_name)


def printer(states: Iterable[Fields], names: Iterable[str]) -> Printer:
    """A function that prints a field's value in words: names of people and places, moments, kinds."""
    found = _names(states, set(names))

    def say(name: str, value: Any) -> str:
        if value in NOTHING:
            return ""
        if name == "credits":
            return "\n".join(f"{found[name, person]} ({_role(role)})" for person, role, _ in value)
        if name == "topics":
            return ", ".join(found[name, key] for key in value)
        if (name, value) in found:
            return found[name, value]
        if name == "kind":
            return str(Kind(value).label) if value in Kind.values else value
        return moment(read_minute(value)) if name == "due_at" and is_minute(value) else str(value)

    return say


def _printed(edition: Edition) -> Fields:
    return {
        **{name: getattr(edition, name) for name in STORY_FIELDS},
        "section": str(edition.section or ""),
        "kind": edition.get_kind_display(),
        "byline_override": edition.byline,
        "topics": unescape(strip_tags(edition.topics_html)),
    }


def _differ(old: Any, new: Any) -> bool:
    return old != new and not (old in NOTHING and new in NOTHING)


def compared(name: str, old: Any, new: Any, say: Printer) -> Compared:
    """Two values of one field; `say` is a `printer` that knows both."""
    if name == "body":
        return Compared(name, label_of(name), stretches=tuple(fold(compare_bodies(old or "", new or ""))))
    return Compared(name, label_of(name), runs=tuple(compare_texts(say(name, old), say(name, new))))


def _names(states: Iterable[Fields], names: set[str]) -> dict[tuple[str, int], str]:
    """The name of each row that these fields point at, by field and key; of those that are gone, a word."""
    states = list(states)
    keys = {
        name: {key for fields in states for key in _keys(fields.get(name))} for name in ROWS if name in names
    }
    found = {(name, key): GONE for name, some in keys.items() for key in some}
    questions = [_named(name, some) for name, some in keys.items() if some]
    if questions:
        first, *rest = questions
        found |= {(name, key): text for name, key, text in first.union(*rest, all=True).order_by()}
    return found


def _named(name: str, keys: set[int]) -> Any:
    model, text = ROWS[name]
    rows = model.objects.filter(pk__in=keys).order_by()
    return rows.values_list(Value(name, CharField()), "pk", Cast(text, CharField()))


def _keys(value: Any) -> set[int]:
    if isinstance(value, list):
        return {each[0] if isinstance(each, list) else each for each in value}
    return set() if value in NOTHING else {value}


def _role(role: str) -> str:
    return str(Role(role).label) if role in Role.values else role
