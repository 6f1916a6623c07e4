"""Recommending a comment: the answer to the button under it, and the page of those without scripts."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.models import Edition
from articles.views import origins
from articles.views.limits import may_send
from articles.views.origins import SeeOther, signed_in_staff
from articles.views.stories import find, of_readable_story
from comments import moderation, pages
from comments.models import Comment
from comments.talks import talk_of
from comments.views.senders import sender_of

VERBS = {"recommend": moderation.recommend, "unrecommend": moderation.unrecommend}
#: How many comments may be recommended from one network in an hour.
MOST = 100
GONE = "This comment is not here any more. It was not counted."
TOO_MANY = (
    "Many comments were recommended from where you are, and no more are counted for an hour. Please try "
    "again later."
)


# Exempt, since it decides by itself: see `origins`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def recommend(request: HttpRequest, address: str, number: int) -> HttpResponse:
    """GET: whether this person recommends the comment. POST: they do; with `verb=unrecommend`, no longer."""
    if request.method == "POST":
        return _take(request, address, number)
    return _tell(request, address=address, number=number)


@of_readable_story
def _tell(request: HttpRequest, edition: Edition, now: datetime, number: int) -> HttpResponse:
    comment = _find(edition, number)
    if comment is None:
        raise Http404
    by, sender = signed_in_staff(request), sender_of(request)
    is_done = moderation.is_recommended(comment, by=by, sender=sender)
    return _page(request, edition, comment, verb="unrecommend" if is_done else "recommend")


def _take(request: HttpRequest, address: str, number: int) -> HttpResponse:
    verb = "unrecommend" if request.POST.get("verb") == "unrecommend" else "recommend"
    edition = find(address, timezone.now())
    comment = edition and _find(edition, number)
    if edition is None or comment is None:
        return _refuse(request, HTTPStatus.NOT_FOUND, GONE, edition)
    doubt = origins.doubt(request, ["recommend", comment.pk, verb])
    if doubt is not None:
        return _page(request, edition, comment, verb=verb, is_asking=True, **doubt)
    if not may_send(request, "recommend", most=MOST, words=[comment.pk]):
        return _refuse(request, HTTPStatus.TOO_MANY_REQUESTS, TOO_MANY, edition, comment)
    try:
        VERBS[verb](comment, by=signed_in_staff(request), sender=sender_of(request))
    except moderation.IllegalMove as refusal:
        return _refuse(request, HTTPStatus.FORBIDDEN, refusal.sentence, edition, comment)
    if _is_by_script(request):
        count, _, word = counted(comment).partition(" ")
        return JsonResponse({"count": count, "word": word, "said": said(comment, verb)})
    return SeeOther(f"{edition.path}comments/{number}/recommend/")


def _find(edition: Edition, number: int) -> Comment | None:
    """The comment, if readers can read it."""
    if not talk_of(edition).is_visible:
        return None
    return Comment.objects.on(edition.article_id).shown().filter(number=number).first()


def _page(request: HttpRequest, edition: Edition, comment: Comment, **context: Any) -> HttpResponse:
    """What this person can do about the comment next, by the `verb`; asked once more if `is_asking`."""
    facts = {
        "edition": edition,
        "comment": comment,
        "count": counted(comment),
        "staff": signed_in_staff(request),
        "back": pages.address_of(comment, edition.path),
    }
    return render(request, "comments/recommend.html", facts | context)


def _refuse(
    request: HttpRequest,
    status: HTTPStatus,
    sentence: str,
    edition: Edition | None,
    comment: Comment | None = None,
) -> HttpResponse:
    if _is_by_script(request):
        return JsonResponse({"said": sentence}, status=status)
    context = {"sentence": sentence, "edition": edition, "comment": comment}
    return render(request, "comments/recommend_refused.html", context, status=status)


def _is_by_script(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def counted(comment: Comment) -> str:
    """“1,214 recommendations”."""
    return f"{comment.recommended:,} {'recommendation' if comment.recommended == 1 else 'recommendations'}"


def said(comment: Comment, verb: str) -> str:
    """What became of it, for those who hear the page."""
    done = "You recommend" if verb == "recommend" else "You no longer recommend"
    return f"{done} comment {comment.number} by {comment.name}. It has {counted(comment)}."
