"""What else came from the person who sends a comment: by the proved writer, else by the address that it is
sent from, else by the e-mail address, which anybody can type."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Q, When

from comments.models import Comment, Trace
from comments.moderation.tracing import prints_of
from comments.screening import Earlier
from comments.senders import Sender

#: So many of a person's last comments are looked at.
LAST = 100
#: From an address, what came under the keys of this week and the last.
WEEKS = 2
#: Within this time the same words are the same comment sent twice.
TWICE = timedelta(minutes=1)

HAS_LINK = Q(text__icontains="http") | Q(text__icontains="www.") | ~Q(website="")


def last_comments(comment: Comment, sender: Sender) -> list[int]:
    """The keys of the last comments of the same person, without this one, newest first."""
    until = comment.posted_at
    if comment.account_id is not None:
        found = _newest(until, account=comment.account_id)
    elif comment.writer_id is not None:
        found = _newest(until, writer=comment.writer_id)
    elif sender.address:
        found = _sent_from(sender, until)
    else:
        found = _newest(until, email=comment.email)
    return [pk for pk in found if pk != comment.pk]


def _newest(until: datetime, **of_whom: Any) -> list[int]:
    found = Comment.objects.filter(posted_at__lte=until, **of_whom).order_by("-posted_at")
    return list(found.values_list("pk", flat=True)[:LAST])


def _sent_from(sender: Sender, now: datetime) -> list[int]:
    """Key by key: asked about several at once, PostgreSQL would sort all that ever came from there."""
    found: list[int] = []
    for prints in prints_of(sender, now)[:WEEKS]:
        traces = Trace.objects.filter(address=prints.address).order_by("-at")
        found += traces.values_list("pk", flat=True)[: LAST - len(found)]
    return found


def earlier(comment: Comment, pks: list[int]) -> tuple[Earlier, ...]:
    """These comments as screening asks about them, newest first."""
    same_letters = When(~Q(fingerprint="") & Q(fingerprint=comment.fingerprint), then=True)
    rows = (
        Comment.objects.filter(pk__in=pks)
        .order_by("-posted_at", "-pk")
        .values_list(
            "status",
            "posted_at",
            "article_id",
            "number",
            Case(same_letters, default=False),
            Case(When(text=comment.text, then=True), default=False),
            Case(When(HAS_LINK, then=True), default=False),
        )
    )
    return tuple(
        Earlier(
            status,
            (comment.posted_at - posted_at).total_seconds(),
            article_id == comment.article_id,
            number,
            *same,
        )
        for status, posted_at, article_id, number, *same in rows
    )


def sent_twice(comment: Comment, sender: Sender) -> Comment | None:
    """The comment that this one only repeats: the same person, story, parent and words, within a minute."""
    same = Comment.objects.filter(
        pk__in=last_comments(comment, sender),
        article=comment.article_id,
        parent=comment.parent_id,
        name=comment.name,
        email=comment.email,
        website=comment.website,
        text=comment.text,
        posted_at__gt=comment.posted_at - TWICE,
    )
    return same.order_by("posted_at").first()
