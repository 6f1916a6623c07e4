"""Whatever stands at an address: a story, its notice, where it has moved to, or a section."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.models import Address, Edition, Section
from articles.views.lists import section
from articles.views.places import moved
from articles.views.readers import for_readers, page
from articles.views.story import gone, story


@for_readers
def place(request: HttpRequest, path: str, at: datetime) -> HttpResponse:
    path = f"/{path}/"
    edition = Edition.objects.standing(at).at_path(path).for_its_page().first()
    if edition:
        return _standing(request, edition, at)
    if found := Section.objects.filter(path=path).select_related("parent").first():
        return section(request, found, at)
    if Edition.objects.ran(at).at_path(path).exists():
        return page(request, "articles/gone.html", at, status=410)
    if redirect := moved(path):
        return redirect
    raise Http404("Nothing has this address")


def _standing(request: HttpRequest, edition: Edition, at: datetime) -> HttpResponse:
    if not edition.is_current:
        current = Address.objects.get(article=edition.article_id, is_current=True)
        return HttpResponsePermanentRedirect(current.path)
    return gone(request, edition, at) if edition.is_withdrawal else story(request, edition, at)
