"""Writing what a survey found: the only code that changes the words of an edition, or the past."""

from collections import defaultdict
from itertools import chain, count
from typing import Any

from django.db.models import Model

from articles import body
from articles.desk.expunging.redirects import lead
from articles.desk.expunging.survey import Place
from articles.models import Address, Edition, Redirect


def write(places: tuple[Place, ...]) -> None:
    """Let every place hold what the survey says. The caller holds the story's lock."""
    rows: dict[tuple[type[Model], int], dict[str, Any]] = defaultdict(dict)
    for place in places:
        if place.column:
            rows[place.model, place.pk][place.column] = place.value
        else:
            place.model._base_manager.filter(pk=place.pk).delete()
    for (model, pk), columns in rows.items():
        if model is Edition and "body" in columns:
            columns |= _derived(columns["body"])
        if model is Redirect:
            # Last of all, when the address that it leads to is what it will be.
            lead(pk, columns["new_path"])
            continue
        if model is Address:
            columns["path"] = _free(columns["path"])
        model._base_manager.filter(pk=pk).update(**columns)


def _derived(text: str) -> dict[str, Any]:
    """What an edition has from its body. Made anew: the opening may have been cut off within the words."""
    return {
        "body_html": body.render(text),
        "opening": body.opening(text),
        "rendered_by": body.RENDERER,
    }


def _free(path: str) -> str:
    """This path, or with a number if it is another's."""
    paths = chain([path], (f"{path.rstrip('/')}-{number}/" for number in count(2)))
    return next(each for each in paths if not Address.objects.filter(path=each).exists())
