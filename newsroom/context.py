"""What every template may use: the paper's name and, for the desk, the policy's nonce."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_bidi


def site(request: HttpRequest) -> dict[str, str]:
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "site_strapline": settings.SITE_STRAPLINE,
        "site_language": get_language() or settings.LANGUAGE_CODE,
        "site_direction": "rtl" if get_language_bidi() else "ltr",
    }


def csp_nonce(request: HttpRequest) -> dict[str, object]:
    """`csp_nonce` by the name that Django 6 gives it. Lazy: reading it is what adds it to the policy."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}
