"""Pages of the desk with a form, filled in and sent as a moderator's browser does."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client


def fill_in(client: Client, address: str, **typed: Any) -> HttpResponse:
    """Open the page, and send its form with the token that it holds."""
    html = client.get(address).content.decode()
    form = html.partition('class="move-form"')[2]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    return client.post(address, {"csrfmiddlewaretoken": token and token[1], "is_sure": "True", **typed})
