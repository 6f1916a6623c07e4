"""Sending a reply as a browser does."""

from typing import Any

from django.http import HttpResponse

from articles.models import Article
from tests.comments.factories import FROM_HERE, browser, path_of, typed_by_guest


def new(article: Article) -> str:
    """The address to which a comment on the story is sent."""
    return f"{path_of(article)}comments/new/"


def send(address: str, *, headers: Any = FROM_HERE, user: Any = None, **typed: str) -> HttpResponse:
    return browser(user).post(address, typed_by_guest(**typed), headers=headers)
