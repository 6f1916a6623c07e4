"""Every text that belongs to a story, wherever it is kept: whose rows and which columns hold words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import LogEntry
from django.db.models import Field, JSONField, Model, Q, QuerySet, TextField, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast

from articles.models import (
    Address,
    Article,
    ArticleCredit,
    Autosave,
    DeskEntry,
    Edition,
    EditionCredit,
    Mistake,
    Revision,
    Slot,
)

#: Rows with words of a story, and the column that says whose they are. Whatever else keeps words has its
#: place here.
WORDED: dict[type[Model], str] = {
    Article: "pk",
    Edition: "article",
    Revision: "article",
    Autosave: "article",
    DeskEntry: "article",
    Address: "article",
    Mistake: "article",
}
#: Rows that point at a story or a version of it and hold no words: keys, choices and instants.
WORDLESS: tuple[type[Model], ...] = (
    Slot,
    ArticleCredit,
    EditionCredit,
    Article.topics.through,
    Edition.topics.through,
)
#: Columns that are no words of the story: codes, the names of those who did something at the desk, and the
#: address of a reader, which goes by itself once they were answered.
KEPT = frozenset({"language", "verb", "from_state", "to_state", "actor_name", "saved_by_name", "email"})
IN_STOCK_LOG = ("object_repr", "change_message")


@dataclass(frozen=True)
class Text:
    """One column of one row, as the database keeps it: JSON is its source."""

    model: type[Model]
    pk: int
    column: str
    source: str

    @property
    def field(self) -> Field:
        return self.model._meta.get_field(self.column)


def texts_of(article: Article) -> list[Text]:
    """All of a story's texts. One query, however many places there are."""
    return _read(_parts(article))


def logged_of(model: type[Model], keys: list[int]) -> list[Text]:
    """What the stock admin's log says of these rows. One query, if there are any."""
    about = _entry_on(model) & Q(object_id__in=[str(key) for key in keys])
    return _read(_column(LogEntry.objects.filter(about), column) for column in IN_STOCK_LOG) if keys else []


def worded_columns(model: type[Model]) -> list[str]:
    """The columns that hold words, those added one day among them."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, CharField | TextField | JSONField)
        and not field.choices
        and field.name not in KEPT
    ]


def _read(parts: Iterator[QuerySet]) -> list[Text]:
    first, *rest = parts
    models = {model._meta.label: model for model in (*WORDED, LogEntry)}
    rows = first.union(*rest, all=True).order_by()
    return [Text(models[label], pk, column, source) for label, pk, column, source in rows if source]


def _parts(article: Article) -> Iterator[QuerySet]:
    for model, owner in WORDED.items():
        rows = model._default_manager.filter(**{owner: article.pk})
        if model is Autosave:
            rows = Autosave.objects.around(article)
        for column in worded_columns(model):
            yield _column(rows, column)
    for column in IN_STOCK_LOG:
        yield _column(LogEntry.objects.filter(_is_about(article)), column)


def _column(rows: QuerySet, column: str) -> QuerySet:
    label = Value(rows.model._meta.label, TextField())
    source = Cast(column, TextField())
    return rows.order_by().values_list(label, "pk", Value(column, TextField()), source)


def _is_about(article: Article) -> Q:
    """Entries of the stock admin's log on the story, or on what points at it and is named for it there."""
    about = _entry_on(Article) & Q(object_id=str(article.pk))
    for relation in Article._meta.get_fields(include_hidden=True):
        model: Any = relation.related_model
        if not (relation.one_to_many or relation.one_to_one) or model._meta.auto_created:
            continue
        rows = model._default_manager.filter(**{relation.field.name: article.pk}).order_by()
        about |= _entry_on(model) & Q(object_id__in=rows.annotate(key=Cast("pk", TextField())).values("key"))
    return about


def _entry_on(model: type[Model]) -> Q:
    return Q(content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name)
