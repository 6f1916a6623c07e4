"""Whose page it is, as long as it is open in this browser."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from articles.views import origins
from comments.models import Writer
from comments.views import senders
from comments.views.private import private

COOKIE, SALT, PATH = "mine", "comments.mine", "/comments/mine/"
#: A day, in seconds.
LASTS = 24 * 3600


def open_for(response: HttpResponse, writer: Writer) -> None:
    senders.give(response, writer, COOKIE, SALT, LASTS, PATH)


def close(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")


def whose(request: HttpRequest) -> Writer | None:
    return senders.known_writer(request, COOKIE, SALT, LASTS)


def token_for(writer: Writer) -> str:
    """What each form of the page carries."""
    return origins.token_for(_about(writer))


def of_writer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Hand the view the writer whose page this is. What is sent must carry the token of their page.

    Where the page is closed, or was open for longer than a day, what was typed is given back.
    """

    @csrf_exempt
    @private
    @wraps(view)
    def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        writer = whose(request)
        if writer is None or (request.method == "POST" and not _is_sent_from(request, writer)):
            text = request.POST.get("text", "")
            return render(request, "comments/mine/closed.html", {"text": text}, status=403)
        return view(request, writer, **kwargs)

    return answer


def _is_sent_from(request: HttpRequest, writer: Writer) -> bool:
    try:
        return origins.is_good(request.POST.get("token", ""), _about(writer))
    except signing.SignatureExpired:
        return False


def _about(writer: Writer) -> list[Any]:
    return ["mine", writer.pk, writer.browser_key]
