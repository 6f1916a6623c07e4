"""Mail about replies: what is due to a writer goes in one, sent once, and tried again where it could not be.

Two sweeps never send the same: each takes a writer's mail upon itself first. What one that was killed may
have sent is sent again later, rather than not at all, and under the same `Message-ID` unless more has come.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles import owed
from comments import cadences
from comments.models import Comment, OwedReply, Writer
from comments.moderation.composing import compose
from comments.moderation.following import unfollow_all
from comments.talks import visible_among

#: As many replies go in one mail; what is left goes in the next.
MOST = 500


def send_owed() -> tuple[int, int]:
    """Send what is due: how many mails left, and how many could not and are tried again later."""
    sent = failed = 0
    due = OwedReply.objects.due(timezone.now())
    due.wanted_by_nobody().delete()
    for pk in set(due.values_list("reply__parent__writer", flat=True)):
        writer, replies = _claim(pk)
        if writer is None:
            continue
        if owed.leaves(lambda to=writer, them=replies: compose(to, them), f"Mail about replies to {writer}"):
            _clear(writer, replies)
            sent += 1
        else:
            _give_up_in_the_end(writer)
            failed += 1
    return sent, failed


def _claim(pk: int) -> tuple[Writer | None, list[Comment]]:
    """Take a writer's mail upon oneself, for a while nobody else finds it due; and the replies to tell of.

    No writer where somebody else has it, where the last mail is too near, or where there is nothing to tell.
    """
    with transaction.atomic():
        # Not against those who merely point at the row, as every new comment of theirs does.
        writer = Writer.objects.select_for_update(no_key=True).filter(pk=pk).first()
        now = timezone.now()
        due = OwedReply.objects.due(now).filter(reply__parent__writer=pk)
        if writer is None:
            return None, []
        if writer.no_mail_until and now < writer.no_mail_until:
            due.update(due_at=writer.no_mail_until)
            return None, []
        replies = list(_readable(pk, due, now)[:MOST])
        if not replies:
            due.filter(owed_at__lte=now - cadences.WAITS).delete()
            due.update(due_at=cadences.next_digest(now))
            return None, []
        writer.no_mail_until = now + owed.wait(writer.mail_tries)
        writer.mail_tries += 1
        writer.save(update_fields=["no_mail_until", "mail_tries"])
        due.update(due_at=writer.no_mail_until)
    return writer, replies


def _readable(writer_id: int, due: QuerySet[OwedReply], now: datetime) -> QuerySet[Comment]:
    """Of what is due to a writer, what readers can read at this moment."""
    visible = visible_among(list(due.values_list("reply__article", flat=True).distinct()), now)
    shown = Comment.objects.shown().filter(owed__due_at__lte=now, parent__writer=writer_id)
    theirs = shown.filter(article__in=visible, parent__follow__isnull=False).exclude(writer=writer_id)
    return theirs.with_story(now).select_related("parent").order_by("pk")


def _clear(writer: Writer, replies: list[Comment]) -> None:
    OwedReply.objects.filter(pk__in=[reply.pk for reply in replies]).delete()
    no_mail_until = timezone.now() + cadences.APART
    Writer.objects.filter(pk=writer.pk).update(mail_tries=0, no_mail_until=no_mail_until)


def _give_up_in_the_end(writer: Writer) -> None:
    """Mail that can't be delivered for weeks on end is not wanted any more."""
    if writer.mail_tries >= cadences.MOST_TRIES:
        unfollow_all(writer)
        Writer.objects.filter(pk=writer.pk).update(mail_tries=0, no_mail_until=None)
