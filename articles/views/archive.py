"""The paper by the calendar: the stories first published in a year, a month, or on a day."""

from calendar import monthrange
from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse

from articles.models import Edition
from articles.views.paging import page_of
from articles.views.readers import for_readers, page


@for_readers
def archive_year(request: HttpRequest, year: int, at: datetime) -> HttpResponse:
    return _archive(request, at, "articles/archive_year.html", _day(year, 1, 1), _day(year, 12, 31))


@for_readers
def archive_month(request: HttpRequest, year: int, month: int, at: datetime) -> HttpResponse:
    first = _day(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    return _archive(request, at, "articles/archive_month.html", first, last)


@for_readers
def archive_day(request: HttpRequest, year: int, month: int, day: int, at: datetime) -> HttpResponse:
    found = _day(year, month, day)
    return _archive(request, at, "articles/archive_day.html", found, found)


def _archive(request: HttpRequest, at: datetime, template: str, first: date, last: date) -> HttpResponse:
    """One page of a span of days. Days without stories have no page, so that addresses come to an end."""
    editions = Edition.objects.live(at).published_between(first, last)
    stories = page_of(editions, request.GET.get("older", ""))
    if not stories.editions:
        raise Http404("Nothing was published then")
    return page(request, template, at, day=first, page=stories)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404("No such day") from error
