"""The story that a page of the discussion belongs to, found by the address it stands under."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from articles.models import Edition
from articles.querysets import NOT_IN_LISTS


def find(address: str, at: datetime) -> Edition | None:
    """What readers get of the story at this address, now or formerly its own; None for no story of theirs."""
    return Edition.objects.live(at).at_path(f"/{address}/").defer(*NOT_IN_LISTS).first()


def was_there(address: str, at: datetime) -> bool:
    """Whether readers once found a story at an address at which `find` finds none: taken down, or expired."""
    return Edition.objects.effective().filter(live_from__lte=at).at_path(f"/{address}/").exists()


def page_of_story(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand a view its story in place of the address, and lead from a former address to the present one.

    No story, one that readers can't read, and one that was taken down are one and the same 404.
    """

    @wraps(view)
    def found(request: HttpRequest, address: str, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        edition = find(address, now)
        if edition is None:
            raise Http404
        if not edition.is_current:
            return HttpResponsePermanentRedirect(present_address(request, edition))
        return view(request, edition, now, **kwargs)

    return found


def present_address(request: HttpRequest, edition: Edition) -> str:
    """The same page under the story's current address."""
    path = edition.article.addresses.get(is_current=True).path
    query = request.META.get("QUERY_STRING", "")
    return path + request.path_info.removeprefix(edition.path) + (f"?{query}" if query else "")
