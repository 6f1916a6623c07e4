"""Which of our own pages readers will find at an instant."""

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat
from django.urls import Resolver404, ResolverMatch, resolve

from articles.models import Address, Article, Contributor, Edition, Redirect, Section, Topic

#: Where nobody but the desk gets to.
NOT_PUBLIC = ("admin:", "articles:preview")
ARCHIVE = "articles:archive-"
#: Pages that are there if the database has something to show at them; all others always are.
ASKED = ("articles:place", "articles:topic", "articles:contributor", ARCHIVE)


def missing(paths: set[str], article: Article, at: datetime) -> set[str]:
    """Those of these paths at which readers find nothing, once `article` is live. One query."""
    matches = {path: _match(path) for path in paths}
    asked = {
        _stands_under(path, match): match
        for path, match in matches.items()
        if match and (match.view_name.startswith(ASKED) or "address" in match.kwargs)
    }
    found = _found(asked, article, at) if asked else set()
    return {path for path, match in matches.items() if not _is_there(path, match, asked, found)}


def _match(path: str) -> ResolverMatch | None:
    """The view of an address, which is reached without its last slash as well."""
    for tried in (path, _whole(path)):
        try:
            return resolve(tried)
        except Resolver404:
            continue
    return None


def _whole(path: str) -> str:
    return path if path.endswith("/") else f"{path}/"


def _stands_under(path: str, match: ResolverMatch) -> str:
    """The path that must be there for this page to be: its own, or of a page below a story that of the story.

    Whether a story has that version, or that reply, is not asked.
    """
    address = match.kwargs.get("address")
    return f"/{address}/" if address else _whole(path)


def _is_there(path: str, match: ResolverMatch | None, asked: dict[str, Any], found: set[str]) -> bool:
    if match is None or match.view_name.startswith(NOT_PUBLIC):
        return False
    span = _span(match)
    path = _stands_under(path, match)
    return path not in asked or path in found or any(span[0] <= day <= span[1] for day in found if span)


def _span(match: ResolverMatch) -> tuple[str, str] | None:
    """The first and last day of a page of the archive; None for other pages, and days that never were."""
    if not match.view_name.startswith(ARCHIVE):
        return None
    year, month, day = (match.kwargs.get(part, 0) for part in ("year", "month", "day"))
    try:
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, IndexError):
        return None
    return date(year, month or 1, day or 1).isoformat(), last.isoformat()


def _found(asked: dict[str, ResolverMatch], article: Article, at: datetime) -> set[str]:
    """The paths that are there and, for the archive, the days that have stories, as “2026-03-02”."""
    live = Edition.objects.live(at)
    slugs = [match.kwargs["slug"] for match in asked.values() if "slug" in match.kwargs]
    questions = [
        _paths(live.filter(article__addresses__path__in=asked), F("article__addresses__path")),
        _paths(Address.objects.filter(article=article, path__in=asked), F("path")),
        _paths(Section.objects.filter(path__in=asked), F("path")),
        _paths(Redirect.objects.filter(old_path__in=asked), F("old_path")),
        _paths(Topic.objects.filter(slug__in=slugs), Concat(Value("/topic/"), "slug", Value("/"))),
        _paths(Contributor.objects.filter(slug__in=slugs), Concat(Value("/by/"), "slug", Value("/"))),
    ]
    if spans := [span for match in asked.values() if (span := _span(match))]:
        first, last = min(spans)[0], max(span[1] for span in spans)
        days = live.published_between(date.fromisoformat(first), date.fromisoformat(last))
        questions.append(_paths(days, F("published_on")))
    return set(questions[0].union(*questions[1:]).order_by())


def _paths(rows: Any, path: Any) -> Any:
    return rows.order_by().values_list(Cast(path, CharField()), flat=True)
