"""Lists of stories: the front page, a section, a topic, a contributor."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles.front import FRONT_SIZE, leads
from articles.models import Contributor, Edition, Section, Topic
from articles.views.paging import page_of
from articles.views.places import or_moved
from articles.views.readers import for_readers, page


@for_readers
def front(request: HttpRequest, at: datetime) -> HttpResponse:
    live = Edition.objects.live(at)
    token = request.GET.get("older", "")
    lead = live.in_slot(leads(at)).for_lists().first()
    others = live.exclude(article=lead.article_id) if lead else live
    found = page_of(others, token, FRONT_SIZE - 1 if lead else FRONT_SIZE)
    if token:
        lead = None
    elif lead is None and found.editions:
        lead = found.editions.pop(0)
    return page(request, "articles/front.html", at, lead=lead, page=found)


def section(request: HttpRequest, found: Section, at: datetime) -> HttpResponse:
    """A section's page; `place` finds out that it is one."""
    stories = page_of(Edition.objects.live(at).in_section(found), request.GET.get("older", ""))
    return page(request, "articles/section.html", at, section=found, page=stories)


@for_readers
@or_moved
def topic(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    found = get_object_or_404(Topic, slug=slug)
    stories = page_of(Edition.objects.live(at).about(found), request.GET.get("older", ""))
    return page(request, "articles/topic.html", at, topic=found, page=stories)


@for_readers
@or_moved
def contributor(request: HttpRequest, slug: str, at: datetime) -> HttpResponse:
    found = get_object_or_404(Contributor, slug=slug)
    stories = page_of(Edition.objects.live(at).by(found), request.GET.get("older", ""))
    return page(request, "articles/contributor.html", at, contributor=found, page=stories)
