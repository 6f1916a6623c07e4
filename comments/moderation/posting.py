"""`post`: a comment comes in. The verdict on it comes before anybody can see it."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles.desk.moving import printed_name
from articles.models import Article
from comments import rendering, typed
from comments.models import Comment, Discussion, Follow
from comments.models.mailed_link import Purpose
from comments.moderation import counting
from comments.moderation.blocking import refuse_blocked
from comments.moderation.judging import judge
from comments.moderation.linking import lock_link, owe_link
from comments.moderation.logging import keep_signals, log
from comments.moderation.moving import lock_writer
from comments.moderation.owing import owe
from comments.moderation.past import sent_twice
from comments.moderation.refusals import IllegalMove
from comments.moderation.slowing import refuse_haste
from comments.moderation.tracing import leave_trace, may_ask_for_proof
from comments.paths import TooManyComments
from comments.senders import STRANGER, Sender
from comments.states import Cadence
from comments.talks import Talk, talk_now


def post(
    article: Article,
    *,
    by: Any,
    name: str,
    email: str,
    website: str,
    text: str,
    parent: Comment | None = None,
    sender: Sender = STRANGER,
    cadence: str = "",
) -> Comment:
    """Add a comment to a story that readers can read, or a reply to one that is shown there.

    `by` is the signed-in member of staff who writes, whose printed name is used and whose comment is
    shown at once; anybody else is a guest, of whom `sender` tells what is known. What was typed is tidied,
    or refused whole: nothing is cut. What is sent twice within a minute is one comment, the first. With a
    `Cadence` a guest wants mail about replies to it, from when the address is proved.
    """
    is_staff = by is not None and by.is_active and by.is_staff
    words = _tidied(article, name, email, website, text, is_staff)
    with transaction.atomic():
        is_known = is_staff or sender.has_proved(words["email"])
        # Before the discussion and in this order, as whoever proves an address or erases themselves does.
        link = None if is_known else lock_link(words["email"], Purpose.PROVE)
        sender = replace(sender, writer=lock_writer(sender.writer))
        discussion = counting.lock(article)
        # Asked under the lock, so that arrival times and places have one order.
        now = timezone.now()
        talk = _check_takes(article, discussion, now)
        refuse_blocked(by if is_staff else None, sender, now)
        comment = Comment(article=article, parent=_find_parent(article, parent), posted_at=now)
        _write(comment, words, by if is_staff else None)
        if not is_staff and sender.has_proved(comment.email):
            comment.writer, comment.email = sender.writer, ""
        cadence = "" if is_staff else cadence
        if twin := sent_twice(comment, sender):
            _wish(twin, cadence)
            return twin
        if not is_staff:
            refuse_haste(talk, sender, now)
        comment.status, comment.why, seen = judge(comment, talk, sender, now)
        _place(comment, discussion)
        if comment.is_shown:
            counting.appear(comment, discussion)
            comment.shown_at = now
            rendering.keep(comment)
        comment.save(force_insert=True)
        _wish(comment, cadence)
        if comment.is_shown:
            owe(comment, now, is_new=True)
        leave_trace(comment, sender, now)
        entry = log(comment, "post", source="", by=comment.account, reason=comment.why, at=now)
        keep_signals(entry, seen)
        if link and comment.is_waiting and may_ask_for_proof(sender, now):
            owe_link(link, comment.email, now)
    return comment


def _check_takes(article: Article, discussion: Discussion, now: datetime) -> Talk:
    talk = talk_now(article, discussion, now)
    if talk is None:
        raise IllegalMove(article, "post", "no-such-story", "There is no such story to comment on.")
    if not talk.takes_comments_at(now):
        raise IllegalMove(article, "post", "closed", "Comments on this story are closed.")
    return talk


def _wish(comment: Comment, cadence: str) -> None:
    """Keep what its writer chose; who chose nothing on sending it again wants what they wanted."""
    if cadence:
        Follow.objects.update_or_create(comment=comment, defaults={"cadence": Cadence(cadence)})


def _find_parent(article: Article, parent: Comment | None) -> Comment | None:
    """The parent as it stands in the database. One on another story is answered like one that isn't there."""
    if parent is None:
        return None
    found = Comment.objects.select_for_update().on(article.pk).shown().filter(pk=parent.pk).first()
    if found is None:
        raise IllegalMove(
            article, "post", "no-such-comment", "The comment that you reply to is not here any more."
        )
    return found


def _tidied(
    article: Article, name: str, email: str, website: str, text: str, is_staff: bool
) -> dict[str, str]:
    """What is stored of what was typed; staff write under the name of their account and give no address."""
    try:
        if is_staff:
            return {"website": typed.website(website), "text": typed.text(text)}
        return {
            "name": typed.name(name),
            "email": typed.email(email),
            "website": typed.website(website),
            "text": typed.text(text),
        }
    except ValidationError as error:
        raise IllegalMove(article, "post", error.code, error.message) from error


def _place(comment: Comment, discussion: Discussion) -> None:
    try:
        counting.place(comment, discussion)
    except TooManyComments as error:
        raise IllegalMove(
            comment.article, "post", "full", "There is no room for another comment here."
        ) from error


def _write(comment: Comment, words: dict[str, str], account: Any) -> None:
    for field, value in words.items():
        setattr(comment, field, value)
    if account is not None:
        comment.account = account
        # An account's full name may be longer than a comment's; nobody typed it here.
        comment.name = printed_name(account)[: typed.MOST_NAME]
