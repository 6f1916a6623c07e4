"""The page of a writer, opened and used as they do."""

import re
from typing import Any

from django.test import Client

from comments.models import Writer
from tests.comments.factories import browser
from tests.comments.mailed import deliver, link_in

MINE = "/comments/mine/"


def ask(email: str = "dio@example.org") -> Any:
    return browser().post(MINE, {"email": email})


def opened(writer: Writer) -> Client:
    """A browser in which the page of this writer is open."""
    guest = browser()
    ask(writer.email)
    guest.post(link_in(deliver()[-1]))
    return guest


def token_in(guest: Client, address: str = MINE) -> str:
    return re.search(r'name="token" value="([^"]+)"', guest.get(address).content.decode())[1]


def act(guest: Client, address: str, **typed: Any) -> Any:
    return guest.post(address, {"token": token_in(guest), **typed})
