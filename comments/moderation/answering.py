"""Mail to those who gave notice of illegal content: that it has arrived, and what was decided."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles import owed
from comments.models import NoticeMail
from comments.states import Decision

#: A receipt holds no word that somebody typed: the address may be that of somebody else.
SUBJECTS = {
    NoticeMail.What.RECEIPT: "{paper}: your notice {reference} has arrived",
    NoticeMail.What.ANSWER: "{paper}: your notice {reference} has been decided",
}
TEXTS = {
    NoticeMail.What.RECEIPT: """Hello,

somebody has told us that a comment at {paper} is illegal, and gave this address as theirs. The notice has the
reference {reference}. A person reads it and decides, without undue delay and by no automatic means, and you
are told what was decided and why. Until then you find where it stands here:

{link}

If it was not you, there is nothing to do.

{paper}
{site}
""",
    NoticeMail.What.ANSWER: """Hello,

your notice {reference} of illegal content at {paper} has been decided by a person, by no automatic means.

{decision}

{answer}

If you do not agree, write to {objections} and name the reference {reference}; somebody else looks at it then.
You may also turn to a certified body for settling disputes out of court (Article 21 of Regulation (EU)
2022/2065), or to a court.

{link}

{paper}
{site}
""",
}
DECISIONS = {
    Decision.UPHELD: "You were right: the comment is not shown any more.",
    Decision.REJECTED: "The comment stays: we do not find it illegal.",
}


def send_owed() -> tuple[int, int]:
    """Send what is owed: how many left, and how many could not and are tried again later."""
    sent = failed = 0
    for pk in list(NoticeMail.objects.owed(timezone.now()).values_list("pk", flat=True)):
        mail = _claim(pk)
        if mail is None:
            continue
        if owed.leaves(lambda mail=mail: compose(mail), f"Mail {mail.pk} on a notice"):
            NoticeMail.objects.filter(pk=mail.pk).update(due_at=None)
            sent += 1
        else:
            failed += 1
    return sent, failed


def compose(mail: NoticeMail) -> EmailMessage:
    notice, site = mail.notice, settings.SITE_URL
    what = NoticeMail.What(mail.what)
    at = notice.decided_at or notice.received_at if what == NoticeMail.What.ANSWER else notice.received_at
    facts = {
        "paper": settings.SITE_NAME,
        "site": site,
        "reference": notice.reference,
        "link": site + reverse("comments:notice-state", args=[notice.token]),
        "decision": DECISIONS.get(Decision(notice.decision), ""),
        "answer": notice.answer,
        "objections": settings.OBJECTIONS_TO,
    }
    return EmailMessage(
        SUBJECTS[what].format(**facts),
        TEXTS[what].format(**facts),
        to=[notice.email],
        headers={
            # The same at each try, so that a mail that left before we knew of it is known for a double.
            "Message-ID": f"<notice-{notice.pk}-{what}-{at:%Y%m%d%H%M%S}@{urlsplit(site).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )


def _claim(pk: int) -> NoticeMail | None:
    """Take a mail upon oneself: nobody else finds it owed for a while. None if somebody else has."""
    with transaction.atomic():
        now = timezone.now()
        rows = NoticeMail.objects.select_for_update(of=("self",)).select_related("notice")
        mail = rows.owed(now).filter(pk=pk).first()
        if mail is None:
            return None
        # Without an address, which is forgotten in the end, it is given up.
        mail.due_at = now + owed.wait(mail.tries) if mail.notice.email else None
        mail.tries += 1
        mail.save(update_fields=["due_at", "tries"])
    return mail if mail.due_at else None
