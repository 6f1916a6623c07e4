"""What the paper's tables hold, as plain values to compare whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps

from articles.desk import IllegalMove
from articles.models import Article, DeskEntry
from tests.factories import NOON


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of the paper, many-to-many rows too."""
    models = apps.get_app_config("articles").get_models(include_auto_created=True)
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


@contextmanager
def refused(code: str, *, or_done: bool = False) -> Iterator[list[IllegalMove]]:
    """What is done inside is refused with this code and leaves no trace; the refusal is put in the list."""
    before, refusals = everything(), []
    try:
        yield refusals
    except IllegalMove as refusal:
        refusals.append(refusal)
        assert refusal.code == code
        assert everything() == before
    else:
        if not or_done:
            pytest.fail(f"It was not refused; “{code}” was expected.")


def row(article: Article) -> dict[str, Any]:
    return Article.objects.filter(pk=article.pk).values().get()


def log_of(article: Article) -> list[dict[str, Any]]:
    """The desk's entries on an article, the oldest first, without their keys."""
    fields = "verb from_state to_state actor_id actor_name reason details edition__number at".split()
    return list(DeskEntry.objects.filter(article=article).order_by("pk").values(*fields))


def entry(verb: str, by: Any, from_state: str, to_state: str, **fields: Any) -> dict[str, Any]:
    """An entry as `log_of` gives it, at `NOON` unless told otherwise; `by=None` is the system."""
    return {
        "verb": verb,
        "from_state": from_state,
        "to_state": to_state,
        "actor_id": by and by.pk,
        "actor_name": by.get_full_name() if by else "The system",
        "reason": "",
        "details": {},
        "edition__number": None,
        "at": NOON,
        **fields,
    }
