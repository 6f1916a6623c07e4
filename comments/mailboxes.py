"""Mailboxes: which addresses come to the same person, so that one person is not mailed again and again.

A mailbox is only ever known by a keyed digest, which tells nobody whose it is. No queries.
"""

from django.utils.crypto import salted_hmac

SALT = "comments.mailboxes"
WIDTH = 64
#: Where dots before the @ mean nothing.
WITHOUT_DOTS = frozenset({"gmail.com", "googlemail.com"})


def digest(email: str) -> str:
    """The same for `Ann@reader.example` and `ann+news@reader.example`, which one person reads."""
    local, _, domain = email.casefold().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in WITHOUT_DOTS:
        local, domain = local.replace(".", ""), "gmail.com"
    return salted_hmac(SALT, f"{local}@{domain}", algorithm="sha256").hexdigest()
