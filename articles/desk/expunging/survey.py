"""Where a story holds words, and what each place is to hold instead. Nothing is written here."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils.crypto import salted_hmac

from articles.desk.expunging.names import Named, named_with, ties
from articles.desk.expunging.redirects import redirects_with
from articles.desk.expunging.sieve import Sieve
from articles.desk.expunging.texts import logged_of, texts_of
from articles.models import Address, Article, Redirect
from articles.wording.blanking import Blanking


@dataclass(frozen=True)
class Place:
    """A column of a row that holds the words: what it is to hold, and each occurrence with what is around it.

    Without a `column` the row itself goes, since it only ties the story to a name, or leads from one.
    """

    model: type[Model]
    pk: int
    column: str
    value: Any
    found: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    blanking: Blanking
    places: tuple[Place, ...]
    sieve: Sieve

    @property
    def named(self) -> Named:
        return self.sieve.named

    @property
    def count(self) -> int:
        return sum(len(place.found) for place in self.places)

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same words in the same places, and telling nobody which they are."""
        counts = sorted(
            (each.model._meta.label, each.pk, each.column, len(each.found)) for each in self.places
        )
        said = json.dumps([self.blanking.words, self.blanking.replacement, counts])
        return salted_hmac("articles.expunge", said, algorithm="sha256").hexdigest()

    @property
    def new_path(self) -> str:
        """The address that the story gets, if the one it has holds the words."""
        paths = [place.value for place in self.places if place.model is Address]
        return paths[-1] if paths else ""


def survey(article: Article, blanking: Blanking, before: Survey | None = None) -> Survey:
    """Four queries, and one more where redirects hold the words.

    All is read anew, and what is as it was `before` not looked through again.
    """
    named = named_with(blanking)
    sieve = before.sieve if before and before.named == named else Sieve(blanking, named)
    places = [Place(model, pk, "", None, (name,)) for model, pk, name in ties(article, named)]
    texts = texts_of(article)
    redirects = redirects_with(blanking, {text.source: text.pk for text in texts if text.model is Address})
    texts += logged_of(Redirect, [each.pk for each in redirects])
    for text in texts:
        value, found = sieve.blanked(text)
        if found:
            places.append(Place(text.model, text.pk, text.column, value, tuple(found)))
    places += [
        Place(Redirect, each.pk, "new_path" if each.way else "", each.way, each.found) for each in redirects
    ]
    return Survey(blanking, tuple(places), sieve)
