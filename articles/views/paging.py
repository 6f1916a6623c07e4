"""Lists of stories, a page at a time, by the key (first published, article): nothing is skipped or seen twice
when a story is published or corrected between two pages."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import Http404

from articles.models import Edition
from articles.querysets import EditionQuerySet

PAGE_SIZE = 20
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Page:
    """`older` is the token of the next page, "" on the last; `is_first` says whether any came before."""

    stories: list[Edition]
    older: str
    is_first: bool


def page_of(editions: EditionQuerySet, token: str, size: int = PAGE_SIZE) -> Page:
    """One page of a list, in one query. A token that nobody handed out is an address that does not exist."""
    if token:
        editions = editions.before(*read_token(token))
    stories = list(editions.for_lists()[: size + 1])
    older = make_token(stories[size - 1]) if len(stories) > size else ""
    return Page(stories[:size], older, is_first=not token)


def make_token(edition: Edition) -> str:
    return f"{(edition.first_published_at - EPOCH) // MICROSECOND}-{edition.article_id}"


def read_token(token: str) -> tuple[datetime, int]:
    try:
        instant, _, article_id = token.rpartition("-")
        return EPOCH + int(instant) * MICROSECOND, min(int(article_id), 2**62)
    except (ValueError, OverflowError) as error:
        raise Http404("No such page") from error
