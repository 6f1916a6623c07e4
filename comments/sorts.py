"""The orders in which a discussion is read, and the cursors that lead from page to page. No queries."""

from typing import NamedTuple

from django.db.models import TextChoices

from articles.typed import whole_number


class Sort(TextChoices):
    """Each orders the comments on the story; replies stand under theirs, the oldest first."""

    OLDEST = "oldest", "Oldest"
    NEWEST = "newest", "Newest"
    RECOMMENDED = "recommended", "Most recommended"
    #: Only what editors picked, each for itself.
    PICKS = "picks", "Editors’ picks"


class After(NamedTuple):
    """The last comment of a page: its public number and, where that orders them, how many recommended it
    when the page was made. So the next page begins where this one ended, whatever was counted meanwhile."""

    number: int
    recommended: int | None = None


def sort_of(typed: str | None) -> Sort:
    """The sort in `?sort=`; the oldest first for anything that isn't one."""
    return Sort(typed) if typed in Sort.values else Sort.OLDEST


def after_of(sort: Sort, typed: str | None) -> After | None:
    """The cursor in `?after=` (“17”, or “17.12” by recommendations); None for anything that isn't one."""
    if sort != Sort.RECOMMENDED:
        number = whole_number(typed or "")
        return None if number is None else After(number)
    number, _, count = (typed or "").partition(".")
    found = whole_number(number), whole_number(count)
    return None if None in found else After(*found)


def query_of(sort: Sort, after: After | None = None) -> str:
    """What stands after the “?” of a page: “sort=recommended&after=17.12”; "" for the first of the oldest."""
    parts = [] if sort == Sort.OLDEST else [f"sort={sort.value}"]
    if after is not None:
        count = "" if after.recommended is None else f".{after.recommended}"
        parts.append(f"after={after.number}{count}")
    return "&".join(parts)
