"""`post`: a comment comes in. The verdict on it comes before anybody can see it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles.desk.moving import printed_name
from articles.models import Article, Edition
from comments import rendering, typed
from comments.models import Comment, Discussion
from comments.moderation import counting
from comments.moderation.logging import keep_signals, log
from comments.moderation.refusals import IllegalMove
from comments.paths import TooManyComments
from comments.screening import Facts, see, verdict
from comments.states import Mode, Status


def post(
    article: Article,
    *,
    by: Any,
    name: str,
    email: str,
    website: str,
    text: str,
    parent: Comment | None = None,
) -> Comment:
    """Add a comment to a story that readers can read, or a reply to one that is shown there.

    `by` is the signed-in member of staff who writes, whose printed name is used and whose comment is
    shown at once; anybody else is a guest. What was typed is tidied, or refused whole: nothing is cut.
    """
    is_staff = by is not None and by.is_active and by.is_staff
    with transaction.atomic():
        discussion = counting.lock(article)
        # Asked under the lock, so that arrival times and places have one order.
        now = timezone.now()
        _check_takes(article, discussion, now)
        comment = Comment(article=article, parent=_find_parent(article, parent), posted_at=now)
        _write(comment, _tidied(article, name, email, website, text, is_staff), by if is_staff else None)
        facts = Facts(is_staff=is_staff, mode=Mode(discussion.mode), is_proved=is_staff)
        seen = see(facts)
        comment.status, comment.why = verdict(facts, seen)
        _place(comment, discussion)
        if comment.is_shown:
            counting.appear(comment, discussion)
            comment.shown_at = now
            rendering.keep(comment)
        comment.save(force_insert=True)
        entry = log(comment, "post", source="", by=comment.account, reason=comment.why, at=now)
        keep_signals(entry, seen)
    return comment


def _check_takes(article: Article, discussion: Discussion, now: datetime) -> None:
    if not Edition.objects.live(now).filter(article=article).exists():
        raise IllegalMove(article, "post", "no-such-story", "There is no such story to comment on.")
    if not discussion.takes_comments_at(now):
        raise IllegalMove(article, "post", "closed", "Comments on this story are closed.")


def _find_parent(article: Article, parent: Comment | None) -> Comment | None:
    """The parent as it stands in the database. One on another story is answered like one that isn't there."""
    if parent is None:
        return None
    found = (
        Comment.objects.select_for_update().on(article.pk).filter(pk=parent.pk, status=Status.SHOWN).first()
    )
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
