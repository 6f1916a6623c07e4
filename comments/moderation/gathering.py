"""What screening is told of a comment. What it costs doesn't grow with the discussion: rows are asked for by
indexes, and of one person the last hundred count."""

from datetime import datetime
from html import unescape
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.html import strip_tags

from articles.desk.moving import printed_name
from articles.models import Contributor, Edition
from comments.models import Comment
from comments.moderation import past, word_lists
from comments.screening import Copied, Facts, TakenNames, take
from comments.senders import Sender
from comments.states import Mode, Status
from comments.talks import Talk


def gather(comment: Comment, talk: Talk | None, sender: Sender, now: datetime) -> Facts:
    """Without a talk, since readers can't read the story now, nothing is shown unseen."""
    mode = talk.mode_at(now) if talk else Mode.HOLD_ALL
    if comment.is_staff:
        return Facts(is_staff=True, mode=mode)
    is_proved = comment.writer_id is not None
    last = past.last_comments(comment, sender)
    hold_list, spam_list = word_lists.indexes()
    return Facts(
        is_staff=False,
        mode=mode,
        is_proved=is_proved,
        is_trusted=is_proved and Comment.objects.shown().filter(writer=comment.writer_id).exists(),
        text=comment.text,
        name=comment.name,
        website=comment.website,
        earlier=past.earlier(comment, last),
        copied=_copied(comment, last, now),
        seconds=sender.seconds,
        trap=sender.trap,
        taken_names=_taken_names(),
        hold_list=hold_list,
        spam_list=spam_list,
        **_story(comment.article_id, now),
    )


def _story(article_id: int, at: datetime) -> dict[str, str]:
    """The language and the words of the story as readers have it."""
    columns = ("language", "headline", "standfirst", "byline", "body")
    found = Edition.objects.live(at).filter(article=article_id).values_list(*columns).first()
    if found is None:
        return {}
    language, *words, body = found
    return {
        "language": language,
        "story_text": "\n".join([*words, unescape(strip_tags(body.replace("<", " <")))]),
    }


def _copied(comment: Comment, last: list[int], now: datetime) -> Copied | None:
    """The first comment with the same letters that isn't among the person's own last ones."""
    if not comment.fingerprint:
        return None
    found: Any = (
        Comment.objects.filter(fingerprint=comment.fingerprint, posted_at__lte=comment.posted_at)
        .exclude(pk__in=[*last, comment.pk or 0])
        .with_story(now)
        .order_by("posted_at", "pk")
        .only("number", "article_id", "status")
        .first()
    )
    if found is None:
        return None
    return Copied(
        is_on_this_story=found.article_id == comment.article_id,
        number=found.number,
        headline=found.story_headline or "",
        is_spam=found.status == Status.SPAM,
    )


def _taken_names() -> TakenNames:
    """The names of staff, of those whose names are printed, and of the paper."""
    contributors = Contributor.objects.order_by("pk").values_list("name", flat=True)
    names = {name: f"the byline “{name}”" for name in contributors}
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("pk")
    for user in staff.only("first_name", "last_name", "username"):
        names[printed_name(user)] = f"“{printed_name(user)}”, who is staff"
    return take(tuple(names.items()), settings.SITE_NAME)
