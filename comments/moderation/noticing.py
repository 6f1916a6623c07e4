"""Notices of illegal content: `give_notice` by anybody, `decide_notice` by a moderator."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from comments import mailboxes
from comments.models import Comment, Notice, NoticeMail
from comments.models.decided import MOST_ANSWER
from comments.models.mailed_link import Purpose
from comments.moderation.claiming import refuse_claimed
from comments.moderation.linking import lock_link
from comments.moderation.logging import log
from comments.moderation.moving import lock, move
from comments.moderation.refusals import IllegalMove, refuse_unread, refuse_unseen
from comments.moderation.settling import settle
from comments.states import MOVES, Decision, Reason, Status, moderates

#: So many receipts go to one mailbox in a day: nobody has shown that it is the sender's.
MOST_RECEIPTS, A_DAY = 3, timedelta(days=1)
#: Neither vowels, which make words, nor what looks like something else.
LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789"


def give_notice(
    comment: Comment,
    *,
    address: str,
    explanation: str,
    law: str = "",
    is_of_child_abuse: bool = False,
    name: str = "",
    email: str = "",
) -> Notice:
    """Take a notice about a shown comment. Nobody is kept from giving one, blocked or not.

    The same notice again is the one that waits already.
    """
    said = {"explanation": explanation, "law": law, "name": name, "email": email}
    with transaction.atomic():
        if email:
            # Before the discussion, as whoever proves an address does: its receipts are counted in turn.
            lock_link(email, Purpose.PROVE)
        _, row = lock(comment)
        refuse_unread(row, "notice")
        if not is_of_child_abuse and not (name and email):
            raise IllegalMove(row, "notice", "no-name", "Write your name and your e-mail address.")
        now = timezone.now()
        if before := row.notices.open().filter(**said).first():
            return before
        notice = row.notices.create(
            reference=make_reference(),
            address=address,
            is_of_child_abuse=is_of_child_abuse,
            mailbox=mailboxes.digest(email) if email else "",
            received_at=now,
            **said,
        )
        if email and _may_have_a_receipt(notice, now):
            notice.mails.create(what=NoticeMail.What.RECEIPT, due_at=now)
    return notice


def decide_notice(notice: Notice, *, by: Any, is_upheld: bool, answer: str, seen: int | None = None) -> None:
    """Decide whether what was reported is illegal. If so it is removed, unless it has gone already.

    `answer` says why; it is mailed to whoever gave notice.
    """
    answer = answer.strip()
    if not moderates(by):
        raise IllegalMove(notice, "decide", "not-permitted", "Your account may not decide on notices.")
    if not answer:
        raise IllegalMove(notice, "decide", "no-answer", "Say why: whoever gave notice is told it.")
    if len(answer) > MOST_ANSWER:
        raise IllegalMove(
            notice, "decide", "long-answer", f"The answer has {MOST_ANSWER:,} characters at most."
        )
    with transaction.atomic():
        discussion, row = lock(notice.comment)
        now = timezone.now()
        found = Notice.objects.select_for_update().get(pk=notice.pk)
        if not found.is_open:
            raise IllegalMove(found, "decide", "decided", "This notice has been decided already.")
        refuse_claimed(row, "decide", by, now)
        refuse_unseen(row, "decide", seen)
        if is_upheld and row.status in MOVES["remove"].sources:
            source = row.status
            fields = move(row, discussion, Status.REMOVED, Reason.ILLEGAL, now)
            log(row, "remove", source=source, by=by, reason=row.why, note=str(found), at=now)
            row.save(update_fields=[*fields, *settle(row)])
        elif is_upheld:
            log(row, "uphold_notice", by=by, reason=Reason.ILLEGAL, note=str(found), at=now)
        else:
            log(row, "reject_notice", by=by, reason=Reason.FINE, note=str(found), at=now)
        found.decision = Decision.UPHELD if is_upheld else Decision.REJECTED
        found.decided_at, found.decided_by, found.answer = now, by, answer
        found.save(update_fields=["decision", "decided_at", "decided_by", "answer"])
        if found.email:
            # One that was sent before the decision was undone is followed by another.
            found.mails.update_or_create(what=NoticeMail.What.ANSWER, defaults={"due_at": now, "tries": 0})


def forget_notices(now: datetime) -> int:
    """Delete what people typed in notices that were decided long ago: how many. What was decided stays."""
    return Notice.objects.old(now).update(
        explanation="", law="", name="", email="", mailbox="", answer="", is_forgotten=True
    )


def make_reference() -> str:
    """Such as 7KQ2-M9XH: to be read out over the telephone. It opens nothing."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def _may_have_a_receipt(notice: Notice, now: datetime) -> bool:
    receipts = NoticeMail.objects.filter(what=NoticeMail.What.RECEIPT, notice__mailbox=notice.mailbox)
    return receipts.filter(notice__received_at__gt=now - A_DAY).count() < MOST_RECEIPTS
