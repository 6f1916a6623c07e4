"""From a request to who sends it. Only asked of what is sent, never by a page that everybody gets."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from articles.views.limits import network_of
from comments.models import Writer
from comments.senders import Sender

COOKIE, SALT, VERSION = "writer", "comments.writer", 1
#: Half a year, in seconds.
LASTS = 180 * 24 * 3600


def sender_of(request: HttpRequest) -> Sender:
    return Sender(address=network_of(request), writer=known_writer(request, COOKIE, SALT, LASTS))


def trust(response: HttpResponse, writer: Writer) -> None:
    """Let this browser be known for one in which the writer's address was proved."""
    give(response, writer, COOKIE, SALT, LASTS)


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def give(response: HttpResponse, writer: Writer, cookie: str, salt: str, lasts: int, path: str = "/") -> None:
    """A signed cookie that names a writer, for this browser and these addresses alone."""
    value = signing.dumps({"v": VERSION, "writer": writer.pk, "key": writer.browser_key}, salt=salt)
    options: dict[str, Any] = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    response.set_cookie(cookie, value, max_age=lasts, path=path, **options)


def known_writer(request: HttpRequest, cookie: str, salt: str, lasts: int) -> Writer | None:
    """The writer that such a cookie names; None for none, an old one, and one that was taken back."""
    try:
        said = signing.loads(request.COOKIES.get(cookie, ""), salt=salt, max_age=lasts)
    except signing.BadSignature:
        return None
    if said.get("v") != VERSION:
        return None
    return Writer.objects.filter(pk=said["writer"], browser_key=said["key"]).first()
