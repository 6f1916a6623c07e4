"""Links that are mailed: asked for, opened, used up. Nobody is mailed more than `mailed_link` allows."""

import uuid
from datetime import datetime

from comments import mailboxes
from comments.models import MailedLink


def lock_link(email: str, purpose: str) -> MailedLink:
    """The link of this purpose to the mailbox of an address, locked; made when first needed."""
    mine = {"mailbox": mailboxes.digest(email), "purpose": purpose}
    return MailedLink.objects.select_for_update().get_or_create(**mine)[0]


def owe_link(link: MailedLink, email: str, now: datetime) -> bool:
    """Let a new link be mailed, unless the mailbox has had its mail: whether there will be one."""
    if link.is_quiet(now):
        return False
    link.uid, link.email, link.made_at, link.used_at = uuid.uuid4(), email, now, None
    link.mail_due_at, link.mail_tries = now, 0
    link.save()
    return True


def find_link(token: str, purpose: str, now: datetime) -> MailedLink | None:
    """The link with this token, as long as it does what it is for."""
    link = MailedLink.objects.with_token(token, purpose).first()
    return link if link and link.is_open(now) else None


def use_link(token: str, purpose: str, now: datetime) -> MailedLink | None:
    """Use a link up, in the caller's transaction. None if it was used before, has ended, or never was.

    It comes back with the address that it proves, which the row no longer has.
    """
    link = MailedLink.objects.select_for_update().with_token(token, purpose).first()
    if link is None or not link.is_open(now):
        return None
    email = link.email
    link.used_at, link.mail_due_at, link.email = now, None, ""
    link.save(update_fields=["used_at", "mail_due_at", "email"])
    link.email = email
    return link


def close_links(email: str, now: datetime) -> None:
    """No link to this mailbox does anything any more, and none that is owed is mailed."""
    open_ones = MailedLink.objects.filter(mailbox=mailboxes.digest(email), used_at=None)
    open_ones.update(used_at=now, mail_due_at=None, email="")
