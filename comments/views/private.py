"""Pages for one person alone: never kept, never found by a search engine, and no address of them is told."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for header, value in HEADERS.items():
            response[header] = value
        return response

    return answer
