"""Whether what readers send comes from a page of ours, and the token that a page gives where nothing says so.

Readers' pages carry no token, since they are the same bytes for everybody. For guests the browser's own
word decides; where there is none they are asked once more, on a page made for them. Signed-in staff
always need the token that Django checks.
"""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseRedirectBase
from django.middleware.csrf import CsrfViewMiddleware

SALT, VERSION = "sent-by-hand", 1
LASTS = 24 * 3600


class SeeOther(HttpResponseRedirectBase):
    """What was sent has been taken; the answer is a page to be read."""

    status_code = 303


def signed_in_staff(request: HttpRequest) -> Any:
    """Who is signed in and speaks for the paper, or None. Only asked on pages that nobody caches."""
    user = request.user
    return user if user.is_active and user.is_staff else None


def doubt(request: HttpRequest, about: list[Any], *, is_odd: bool = False) -> dict[str, Any] | None:
    """None where it is certain that the sender wants to send this; else what the page that asks needs.

    That is a `token` for exactly this (`about`), and whether the one that came `has_expired`. What is
    odd about the request (`is_odd`) outweighs what the browser says of where it comes from.
    """
    if signed_in_staff(request):
        return None if has_csrf_token(request) else {}
    is_meant, has_expired = None if is_odd else is_from_here(request), False
    if is_meant is None:
        try:
            is_meant = is_good(request.POST.get("token", ""), about)
        except signing.SignatureExpired:
            has_expired = True
    return None if is_meant else {"token": token_for(about), "has_expired": has_expired}


def is_from_here(request: HttpRequest) -> bool | None:
    """What the browser says of where the request comes from: True, False, or None if it says nothing."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    if origin := request.headers.get("Origin"):
        return origin in {settings.SITE_URL, f"{request.scheme}://{request.get_host()}"}
    return None


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site sends this. For pages that tell no referrer, and so have no
    origin either: their own forms come from "null" where the browser says no more."""
    if request.headers.get("Origin") == "null" and "Sec-Fetch-Site" not in request.headers:
        return False
    return is_from_here(request) is False


def has_csrf_token(request: HttpRequest) -> bool:
    """Whether Django's own check lets this request pass, although the view is exempt from it."""
    return CsrfViewMiddleware(lambda request: None).process_view(request, None, (), {}) is None


def token_for(about: list[Any]) -> str:
    """A dated token that is good for sending exactly this (a list that JSON can hold)."""
    return signing.dumps({"v": VERSION, "about": _digest(about)}, salt=SALT)


def is_good(token: str, about: list[Any]) -> bool:
    """Whether a token is for this. Raises `SignatureExpired` for one that was, a day ago."""
    try:
        payload = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.SignatureExpired:
        raise
    except signing.BadSignature:
        return False
    return payload == {"v": VERSION, "about": _digest(about)}


def _digest(about: list[Any]) -> str:
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()
