"""Lists, a page at a time, by a key that stays: nothing is skipped or seen twice when a story is published or
corrected between two pages. Of stories it is (first published, article), of corrections (when, edition)."""

from collections.abc import Callable
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

    editions: list[Edition]
    older: str
    is_first: bool


def page_of(editions: EditionQuerySet, token: str, size: int = PAGE_SIZE) -> Page:
    """One page of a list of stories, in one query. A token that nobody handed out is an address that does
    not exist."""
    if token:
        editions = editions.before(*read_token(token))
    found = list(editions.for_lists()[: size + 1])
    return _cut(found, size, token, lambda last: make_token(last.first_published_at, last.article_id))


def page_of_corrections(corrections: EditionQuerySet, token: str) -> Page:
    """The same for `Edition.objects.corrections(at)`."""
    if token:
        corrections = corrections.corrected_before(*read_token(token))
    found = list(corrections[: PAGE_SIZE + 1])
    return _cut(found, PAGE_SIZE, token, lambda last: make_token(last.live_from, last.pk))


def _cut(found: list[Edition], size: int, token: str, make: Callable[[Edition], str]) -> Page:
    """One edition more than fits says that there is an older page."""
    older = make(found[size - 1]) if len(found) > size else ""
    return Page(found[:size], older, is_first=not token)


def make_token(at: datetime, key: int) -> str:
    return f"{(at - EPOCH) // MICROSECOND}-{key}"


def read_token(token: str) -> tuple[datetime, int]:
    try:
        instant, _, key = token.rpartition("-")
        return EPOCH + int(instant) * MICROSECOND, min(int(key), 2**62)
    except (ValueError, OverflowError) as error:
        raise Http404("No such page") from error
