"""Reporting mistakes, as readers do and as tests of the desk need them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from articles import desk
from articles.models import Article, Mistake
from articles.spotting import paragraphs

#: What a browser says of a form sent from a page of ours.
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def path_of(article: Article) -> str:
    return article.addresses.get(is_current=True).path


def sentence_of(edition: Any, words: str) -> Any:
    """The sentence of an edition that holds these words."""
    every = (sentence for paragraph in paragraphs(edition) for sentence in paragraph.sentences)
    return next(sentence for sentence in every if words in sentence.text)


def mark_of(edition: Any, words: str) -> str:
    return sentence_of(edition, words).mark


def make_mistake(article: Article, words: str = "", **told: str) -> Mistake:
    """A reader's report on the sentence with these words (else the headline) of the newest edition."""
    edition = article.editions.effective().last()
    sentence = sentence_of(edition, words or edition.headline)
    return desk.report_mistake(edition, sentence, **{"wrong": "It was Tuesday.", **told})


def send(
    article: Article,
    *,
    headers: Any = FROM_HERE,
    user: Any = None,
    client: Client | None = None,
    path: str = "",
    **typed: Any,
) -> HttpResponse:
    """Send the form as a browser does, with the story's headline marked unless told otherwise."""
    client = client or Client(enforce_csrf_checks=True)
    if user:
        client.force_login(user)
    if "mark" not in typed:
        edition = article.editions.effective().last()
        typed["mark"] = mark_of(edition, edition.headline)
    told = {"wrong": "It was Tuesday.", "email": "", "nickname": "", **typed}
    told = {name: value for name, value in told.items() if value is not None}
    return client.post(path or f"{path_of(article)}mistake/", told, headers=headers)
