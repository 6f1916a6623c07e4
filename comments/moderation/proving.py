"""`prove`: somebody shows that an address is theirs; and says which of the comments under it are, too."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comments.models import Block, Comment, Writer
from comments.models.mailed_link import Purpose
from comments.moderation.blocking import find_block
from comments.moderation.following import unfollow
from comments.moderation.judging import JUDGED, judge_again
from comments.moderation.linking import use_link
from comments.moderation.logging import keep_signals, log
from comments.moderation.moving import lock, lock_discussions, lock_writer, move
from comments.moderation.owing import owe_missed
from comments.senders import Sender
from comments.states import Reason, Status
from comments.talks import talk_now


class LinkEnded(Exception):
    """The link was used before, or has ended, or there never was one."""


def prove(token: str, *, mine: Collection[UUID], listed: Collection[UUID]) -> Writer:
    """Use up a link: its address is the writer's from now on, and so are the comments that they call theirs.

    `listed` are uids of comments under the address that they were asked about, `mine` those of them that are
    theirs. The others are removed. What they weren't asked about waits on, for `answer`.
    """
    now = timezone.now()
    with transaction.atomic():
        email = _use(token, now)
        found, _ = Writer.objects.get_or_create(email=email, defaults={"proved_at": now})
        writer = lock_writer(found)
        _settle(_under(email).filter(uid__in=listed), writer, mine, now)
    return writer


def answer(writer: Writer, uid: UUID, *, is_mine: bool) -> bool:
    """Say of a comment that came under a writer's address whether it is theirs: False if there is none."""
    now = timezone.now()
    with transaction.atomic():
        locked = lock_writer(writer)
        asked = _under(writer.email).filter(uid=uid)
        if locked is None or not asked.exists():
            return False
        _settle(asked, locked, [uid] if is_mine else [], now)
    return True


def disown(token: str) -> None:
    """Use up a link to say that nothing under the address is its owner's. All of it is removed."""
    now = timezone.now()
    with transaction.atomic():
        _settle(_under(_use(token, now)), None, [], now)


def _use(token: str, now: datetime) -> str:
    link = use_link(token, Purpose.PROVE, now)
    if link is None:
        raise LinkEnded
    return link.email


def _under(email: str) -> QuerySet[Comment]:
    return Comment.objects.unproved(email).select_related("article").order_by("article_id", "pk")


def _settle(
    comments: QuerySet[Comment], writer: Writer | None, mine: Collection[UUID], now: datetime
) -> None:
    """Give the writer those of these comments that are theirs, and remove the others."""
    found = list(comments)
    lock_discussions(found)
    block = find_block(None, Sender(writer=writer), now) if writer else None
    for comment in found:
        if writer and comment.uid in mine:
            _own(comment, writer, block, now)
        else:
            _disown(comment, now)


def _own(comment: Comment, writer: Writer, block: Block | None, now: datetime) -> None:
    """The comment is this writer's. If it waits for nothing but that, it is judged again.

    What they sent while they were blocked is removed: until now it could have been anybody's.
    """
    discussion, row = lock(comment)
    source = row.status
    row.writer, row.email = writer, ""
    status, why, seen = row.status, row.why, []
    if block and row.is_waiting and row.posted_at >= block.begins_at:
        status, why = Status.REMOVED, Reason.BLOCKED
    elif row.why == Reason.UNPROVED:
        status, why, seen = judge_again(row, talk_now(row.article, discussion, now), now)
    fields = move(row, discussion, status, why, now)
    row.save(update_fields=["writer", "email", *JUDGED, *fields])
    owe_missed(row, now)
    keep_signals(log(row, "prove", source=source, by=None, reason=row.why, at=now), seen)


def _disown(comment: Comment, now: datetime) -> None:
    discussion, row = lock(comment)
    source, row.email = row.status, ""
    fields = move(row, discussion, Status.REMOVED, Reason.NOT_THEIRS, now)
    row.save(update_fields=["email", *fields])
    unfollow([row])
    log(row, "disown", source=source, by=None, reason=row.why, at=now)
