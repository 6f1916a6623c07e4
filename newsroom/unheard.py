"""What was sent to the desk and not heard, since its page was too old or its sender signed out: given back.

Scripts see to it before anything is sent; this is for whoever has none, or has them fail.
"""

from http import HTTPStatus
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from articles.views.origins import is_from_here

#: Never written into a page: the token that was refused, and secrets.
UNTOLD = ("csrfmiddlewaretoken", "password")


def signed_out(request: HttpRequest) -> HttpResponse:
    """The answer to something sent by somebody who is not signed in any more."""
    return _give_back(request, is_signed_out=True, fields=_fields(request))


def token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's `CSRF_FAILURE_VIEW`. What comes from elsewhere is not repeated, and can't be sent again."""
    if not request.accepts("text/html"):
        return HttpResponseForbidden(reason, "text/plain")
    is_desk = request.path_info.startswith(reverse("admin:index"))
    is_ours = is_desk and is_from_here(request) is True
    return _give_back(request, is_signed_out=False, fields=_fields(request) if is_ours else [])


@never_cache
def _give_back(request: HttpRequest, **context: Any) -> HttpResponse:
    title = "This was not sent"
    context |= {**admin.site.each_context(request), "title": title, "action": request.get_full_path()}
    answer = TemplateResponse(request, "admin/unheard.html", context, status=HTTPStatus.FORBIDDEN)
    # Rendered here: a refusal of Django's middleware is handed on as it is.
    return answer.render()


def _fields(request: HttpRequest) -> list[dict[str, str]]:
    """All that was sent, each with `name`, `value` and, of what somebody may have typed, a `label`."""
    return [
        {"name": name, "value": value, "label": _label(name) if _is_typed(value) else ""}
        for name, values in request.POST.lists()
        for value in values
        if not any(secret in name for secret in UNTOLD)
    ]


def _is_typed(value: str) -> bool:
    return len(value.split()) > 1


def _label(name: str) -> str:
    return name.strip("_").replace("_", " ").capitalize()
