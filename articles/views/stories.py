"""Pages that stand below the address of a story, whatever its shape: which story each belongs to.

Those of the paper (what changed, the report of a mistake) go where the story goes. Those of the discussion
are silent: they tell nobody whether a story that can't be read was ever there.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from articles.models import Edition
from articles.querysets import NOT_IN_LISTS
from articles.views.place import place
from articles.views.readers import page
from articles.views.story import gone


def find(address: str, at: datetime, *, but: tuple[str, ...] = NOT_IN_LISTS) -> Edition | None:
    """What readers get of the story at this address, now or formerly its own; None for no story of theirs.

    `but` names what stays in the database.
    """
    return Edition.objects.live(at).at_path(f"/{address}/").defer(*but).first()


def was_there(address: str, at: datetime) -> bool:
    """Whether readers once found a story at an address at which `find` finds none: taken down, or expired."""
    return Edition.objects.ran(at).at_path(f"/{address}/").exists()


def of_story(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view its story, as readers have it at `at`, in place of the `address` that it stands under.

    A former address leads to the same page under the present one; a story that is gone answers 410.
    """

    @wraps(view)
    def found(request: HttpRequest, address: str, at: datetime, **kwargs: Any) -> HttpResponse:
        path = f"/{address}/"
        edition = Edition.objects.standing(at).at_path(path).first()
        if edition is None and was_there(address, at):
            return page(request, "articles/gone.html", at, status=410)
        if edition is None:
            # Perhaps the whole of it is the address of a story, which was brought here from elsewhere.
            return place(request, path=request.path_info.strip("/"))
        if not edition.is_current:
            return HttpResponsePermanentRedirect(present_address(request, edition))
        if edition.is_withdrawal:
            return gone(request, edition, at)
        return view(request, edition, at=at, **kwargs)

    return found


def of_readable_story(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
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
