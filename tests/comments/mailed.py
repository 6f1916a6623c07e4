"""Mail as its reader has it: sent, opened, its link followed."""

import re
from typing import Any

from django.core import mail
from django.core.management import call_command
from django.test import Client


def deliver() -> list[Any]:
    """Send what is owed; the mails that have left in this test so far."""
    call_command("send_owed_mail", verbosity=0)
    return mail.outbox


def link_in(message: Any) -> str:
    """The path of the one link to a page of ours in a mail, besides the paper's own address at its end."""
    (link,) = re.findall(r"http://testserver(/\S+)", message.body)
    return link


def confirm(browser: Client, link: str, **typed: Any) -> Any:
    """Open a link, and press the button on its page: everything on it is theirs."""
    page = browser.get(link).content.decode()
    fields = {name: re.findall(rf'name="{name}" value="([^"]+)"', page) for name in ("listed", "mine")}
    return browser.post(link, fields | typed)
