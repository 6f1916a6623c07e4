"""What is sent is UTF-8, as our own pages send it. Anything else is refused before it is read: Python knows
codecs that are no charsets (rot13, zlib), and Django would fail over them."""

from codecs import lookup
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

OURS = "utf-8"


def refuse_other_charsets(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answers a Content-Type with another charset with 400. UTF-8 may be spelt anyhow, which Django does not
    take from a form (“utf8”)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "charset" in request.content_params:
            if not _is_ours(request.content_params["charset"]):
                raise BadRequest("What is sent here must be UTF-8.")
            request.encoding = OURS
        return get_response(request)

    return middleware


def _is_ours(charset: str) -> bool:
    try:
        return lookup(charset).name == OURS
    except (LookupError, ValueError):
        return False
