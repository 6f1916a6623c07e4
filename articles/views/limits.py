"""How often one visitor may send something: counted in the cache by a keyed digest; no address is stored."""

from datetime import date, timedelta
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

HOUR = 3600


def may_send(request: HttpRequest, what: str, *, most: int, words: list[Any]) -> bool:
    """Count this towards the `most` that one network may send in an hour; False if there is no room.

    The same words again are no more than once. Each has a place of its own, which is free again after an
    hour: adding is one step in every cache, and counting up isn't. Places have other names each day (UTC),
    so that nobody can tell later that a network came back; for an hour those of the day before are taken too.
    """
    now = timezone.now()
    visitor, today, before = (
        f"{what} {network_of(request)}",
        now.date(),
        (now - timedelta(seconds=HOUR)).date(),
    )
    sent = cache.get_many(_places(before, visitor, most)) if before != today else {}
    if _digest(before, words) in sent.values():
        return True
    names = zip(_places(before, visitor, most), _places(today, visitor, most), strict=True)
    free = [name for former, name in names if former not in sent]
    words = _digest(today, words)
    return any(cache.add(name, words, HOUR) or cache.get(name) == words for name in free)


def network_of(request: HttpRequest) -> str:
    """The network that a request comes from, as far as our own proxies vouch for it; "" if nobody knows.

    Of IPv6 it is the /64, which is what one household or telephone is given.
    """
    told = request.headers.get("X-Forwarded-For", "").split(",")
    proxies = settings.TRUSTED_PROXY_COUNT
    address = told[-proxies] if proxies and len(told) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(address.strip())
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))


def _places(day: date, visitor: str, most: int) -> list[str]:
    key = _digest(day, visitor)
    return [f"sent:{key}:{place}" for place in range(most)]


def _digest(day: date, words: Any) -> str:
    return salted_hmac("articles.limits", f"{day} {words!r}", algorithm="sha256").hexdigest()[:32]
