"""What the writer of a comment that waits is told, on a page that nobody else is led to."""

import uuid
from datetime import datetime

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Edition
from articles.views.stories import of_readable_story
from comments.models import Comment
from comments.views.private import private

SALT, VERSION = "comments.sent", 1
LASTS = 3600


def token_for(comment: Comment) -> str:
    return signing.dumps({"v": VERSION, "uid": comment.uid.hex}, salt=SALT)


def _comment_of(token: str, article_id: int) -> Comment:
    try:
        payload = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature as error:
        raise Http404 from error
    if payload.get("v") != VERSION:
        raise Http404
    comment = Comment.objects.on(article_id).filter(uid=uuid.UUID(payload["uid"])).first()
    if comment is None:
        raise Http404
    return comment


@require_safe
@private
@of_readable_story
def sent(request: HttpRequest, edition: Edition, now: datetime, token: str) -> HttpResponse:
    comment = _comment_of(token, edition.article_id)
    context = {
        "edition": edition,
        "comment": comment,
        "now": now,
        "asks_for_proof": comment.is_waiting and bool(comment.email),
    }
    return render(request, "comments/sent.html", context)
