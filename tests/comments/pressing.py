"""Pages of the desk with a form, filled in and sent as a moderator's browser does."""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.test import Client


def fill_in(client: Client, address: str, **typed: Any) -> HttpResponse:
    """Open the page, and send its form."""
    return opened(client, address)(**typed)


def opened(client: Client, address: str) -> Callable[..., HttpResponse]:
    """Open the page; what comes back sends its form, with the token and what else it holds."""
    form = client.get(address).content.decode().partition('class="move-form"')[2]
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|seen)" value="([^"]+)"', form))
    return lambda **typed: client.post(address, {**hidden, "is_sure": "True", **typed})
