"""What the paper got wrong and said so: a page of corrections and clarifications, and its feed."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from articles.models import Edition
from articles.views.feed import write_feed
from articles.views.paging import PAGE_SIZE, page_of_corrections
from articles.views.readers import for_readers, page


@for_readers
def corrections(request: HttpRequest, at: datetime) -> HttpResponse:
    found = page_of_corrections(Edition.objects.corrections(at), request.GET.get("older", ""))
    return page(request, "articles/corrections.html", at, page=found)


@for_readers
def corrections_feed(request: HttpRequest, at: datetime) -> HttpResponse:
    feed = write_feed(Edition.objects.corrections(at)[:PAGE_SIZE])
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")
