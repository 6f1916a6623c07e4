"""Pages that have moved: a former address leads to the present one for good."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.models import Redirect


def moved(path: str) -> HttpResponsePermanentRedirect | None:
    """Where a section, topic or contributor that used to be at `path` is found today, if it was."""
    found = Redirect.objects.filter(old_path=path).first()
    return HttpResponsePermanentRedirect(found.new_path) if found else None


def or_moved(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Look among the redirects before saying that there is no such page."""

    @wraps(view)
    def looking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if found := moved(request.path):
                return found
            raise

    return looking
