"""Mail that the discussion owes: links, each sent once, and tried again where it could not be."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles import owed
from comments.models import MailedLink
from comments.models.mailed_link import Purpose

#: Neither names a story or holds a word that somebody typed: the address may be that of somebody else.
SUBJECTS = {
    Purpose.PROVE: "{paper}: please confirm your address",
    Purpose.PAGE: "{paper}: the link to your page",
}
TEXTS = {
    Purpose.PROVE: """Hello,

somebody has written a comment at {paper} and gave this address as theirs. If it was you, open this page
within three days and press the button there:

{link}

If it was not you, there is nothing to do, and you get no more of these. The page also lets you say that the
comment is not yours.

{paper}
{site}
""",
    Purpose.PAGE: """Hello,

here is the link that was asked for, to the page with all the comments that you have written at {paper}. It
works once, within 24 hours:

{link}

If you did not ask for it, there is nothing to do: nobody else has it.

{paper}
{site}
""",
}
PAGES = {Purpose.PROVE: "comments:confirm", Purpose.PAGE: "comments:open-mine"}


def send_owed() -> tuple[int, int]:
    """Send what is owed: how many left, and how many could not and are tried again later."""
    sent = failed = 0
    for pk in list(MailedLink.objects.owed(timezone.now()).values_list("pk", flat=True)):
        link = _claim(pk)
        if link is None:
            continue
        if owed.leaves(lambda link=link: compose(link), f"Link {link.pk}"):
            # Only this link's: another may have been asked for meanwhile.
            MailedLink.objects.filter(pk=link.pk, uid=link.uid).update(mail_due_at=None)
            sent += 1
        else:
            failed += 1
    return sent, failed


def compose(link: MailedLink) -> EmailMessage:
    paper, site = settings.SITE_NAME, settings.SITE_URL
    address = site + reverse(PAGES[Purpose(link.purpose)], args=[link.token])
    return EmailMessage(
        SUBJECTS[Purpose(link.purpose)].format(paper=paper),
        TEXTS[Purpose(link.purpose)].format(paper=paper, site=site, link=address),
        to=[link.email],
        headers={
            # The same at each try, so that a mail that left before we knew of it is known for a double.
            "Message-ID": f"<link-{link.pk}-{link.made_at:%Y%m%d%H%M%S}@{urlsplit(site).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _claim(pk: int) -> MailedLink | None:
    """Take a mail upon oneself: nobody else finds it owed for a while. None if somebody else has."""
    with transaction.atomic():
        now = timezone.now()
        link = MailedLink.objects.select_for_update().owed(now).filter(pk=pk).first()
        if link is None:
            return None
        # One that has ended before its mail could leave is given up.
        is_open = link.is_open(now)
        link.mail_due_at = now + owed.wait(link.mail_tries) if is_open else None
        link.mail_tries += 1
        link.save(update_fields=["mail_due_at", "mail_tries"])
    return link if is_open else None
