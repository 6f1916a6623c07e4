"""Telling readers what came of the mistakes they spotted: each once, and only who left an address for it."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from articles import owed
from articles.models import Article, Edition, Mistake
from articles.models.mistake import ADDRESS_KEPT
from articles.states import Change, Finding

#: A try that has not come to an end by then never will: mail servers that say nothing are given up sooner.
LONGEST_TRY = timedelta(minutes=5)

SUBJECT = "{paper}: what came of the mistake you reported"
TEXT = """Hello,

you told us of a mistake in {story}. Thank you for reading so closely.

{outcome}{link}

This is the only mail you get about it. Your address is deleted now that it is sent.

{paper}
{site}
"""
OUTCOMES = {
    Change.FIRST: "The story has been corrected.",
    Change.MINOR: "The story has been corrected.",
    Change.CORRECTION: "The story has been corrected:",
    Change.CLARIFICATION: "The story has been clarified:",
    Change.UPDATE: "The story has been updated.",
    Change.WITHDRAWAL: "The story has been taken down.",
}


def send_owed() -> tuple[int, int]:
    """Send each answer that is owed: how many left, and how many could not and are tried again later."""
    sent = failed = 0
    for pk in list(
        Mistake.objects.owed(timezone.now()).order_by("answer_due_at").values_list("pk", flat=True)
    ):
        mistake = _claim(pk)
        if mistake is None:
            continue
        if _send(mistake):
            sent += 1
        else:
            failed += 1
    return sent, failed


def forget_addresses() -> int:
    """Delete the addresses of those who could not be answered in time: how many."""
    old = Mistake.objects.exclude(email="").filter(spotted_at__lte=timezone.now() - ADDRESS_KEPT)
    return old.update(email="", answer_due_at=None)


def is_being_tried(mistake: Mistake, now: datetime) -> bool:
    """Whether an answer may be leaving at this moment: the reader is told, whatever is decided now."""
    if not mistake.answer_tries or mistake.answer_due_at is None:
        return False
    return now < mistake.answer_due_at - owed.wait(mistake.answer_tries - 1) + LONGEST_TRY


def _claim(pk: int) -> Mistake | None:
    """Take an answer upon oneself: nobody else finds it owed for a while. None if somebody else has.

    Under the article's lock, so that an undo comes wholly before or is too late.
    """
    with transaction.atomic():
        # The report as well, which the query joins: its address may be deleted at this moment.
        Article.objects.select_for_update().get(mistakes=pk)
        now = timezone.now()
        mistake = Mistake.objects.owed(now).select_related("settled_by").filter(pk=pk).first()
        if mistake:
            mistake.answer_due_at = now + owed.wait(mistake.answer_tries)
            mistake.answer_tries += 1
            mistake.save(update_fields=["answer_due_at", "answer_tries"])
    return mistake


def _send(mistake: Mistake) -> bool:
    if not owed.leaves(lambda: compose(mistake, timezone.now()), f"The answer to report {mistake.pk}"):
        return False
    Mistake.objects.filter(pk=mistake.pk).update(answered_at=timezone.now(), answer_due_at=None, email="")
    return True


def compose(mistake: Mistake, now: datetime) -> EmailMessage:
    """The mail. It holds no word of the reader's: nobody is to have us mail theirs to a third person."""
    live = Edition.objects.live(now).with_paths().filter(article=mistake.article_id).first()
    text = TEXT.format(
        story=f"“{live.headline}”" if live else "one of our stories",
        outcome=_outcome(mistake),
        link=f"\n\nThe story: {settings.SITE_URL}{live.path}" if live else "",
        paper=settings.SITE_NAME,
        site=settings.SITE_URL,
    )
    headers = {
        # The same at each try, so that a mail that left before we knew of it is known for a double.
        "Message-ID": f"<mistake-{mistake.uid}-{_about(mistake)}@{urlsplit(settings.SITE_URL).hostname}>",
        "Auto-Submitted": "auto-generated",
    }
    subject = SUBJECT.format(paper=settings.SITE_NAME)
    return EmailMessage(subject, text, to=[mistake.email], headers=headers)


def _about(mistake: Mistake) -> str:
    """Another for another answer: the version that corrected it, or else when the desk found no mistake."""
    if mistake.settled_by:
        return f"{mistake.state}-{mistake.settled_by.number}"
    return f"{mistake.state}-{mistake.decided_at:%Y%m%d%H%M%S}"


def _outcome(mistake: Mistake) -> str:
    if mistake.state == Finding.DECLINED:
        found = "The desk looked at it, and found no mistake."
        return f"{found} It says:\n\n{mistake.answer}" if mistake.answer else found
    said, note = OUTCOMES[Change(mistake.settled_by.change)], mistake.settled_by.note
    return f"{said}\n\n{note}" if note else said
