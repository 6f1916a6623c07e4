"""What all readers' pages have in common: they only read, ask the clock once, and may be kept by caches."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe


def for_readers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view its instant as `at`; let caches keep the page, if they ask again each time."""

    @require_safe
    @wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, at=timezone.now(), **kwargs)
        patch_cache_control(response, public=True, no_cache=True)
        return response

    return reading


def page(
    request: HttpRequest, template: str, at: datetime, status: int = 200, **context: Any
) -> HttpResponse:
    return render(request, template, {"now": at, **context}, status=status)
