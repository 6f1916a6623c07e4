"""The page itself: all comments of a writer, the newest first. Where it is closed, the way to a link."""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.typed import whole_number
from articles.views.limits import may_send
from comments.forms import LinkForm
from comments.models import Comment, Notice, Writer
from comments.models.mailed_link import Purpose
from comments.moderation.appealing import with_appeals
from comments.moderation.blocking import find_block, said_to_blocked
from comments.moderation.linking import lock_link, owe_link
from comments.moderation.owning import is_editable
from comments.senders import Sender
from comments.views.mine.keeping import token_for, whose
from comments.views.private import private

#: Comments on one page, and links that one network may ask for in an hour.
LENGTH, MOST_LINKS = 50, 20
TOO_MANY = "Many links were asked for from where you are. Please try again in an hour."

#: What was just done, by the word in the address.
DONE = {
    "confirmed": "Your address is confirmed, and this browser is known for yours.",
    "answered": "Thank you. What you wrote is listed below, what you did not is shown to nobody.",
    "edited": "Your comment is changed.",
    "deleted": "Your comment is deleted.",
    "followed": "You are mailed about replies to that comment. Every mail has a link that ends it.",
    "unfollowed": "You get no more mail about replies to that comment.",
    "unfollowed-all": "You get no more mail about replies to any of your comments.",
    "appealed": "Your appeal has arrived. Somebody who did not take the decision looks at it.",
}


@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    writer = whose(request)
    if request.method == "POST":
        return _ask_for_link(request)
    if writer is None:
        return render(request, "comments/mine/ask.html", {"form": LinkForm()})
    return render(request, "comments/mine/page.html", _context(request, writer))


def _context(request: HttpRequest, writer: Writer) -> dict[str, Any]:
    now = timezone.now()
    upheld = Exists(Notice.objects.upheld().filter(comment=OuterRef("pk")))
    before = whole_number(request.GET.get("before", ""))
    comments = writer.comments.with_story(now).with_sight().annotate(was_noticed=upheld)
    comments = comments.select_related("follow").order_by("-pk")
    if before is not None:
        comments = comments.filter(pk__lt=before)
    block = find_block(None, Sender(writer=writer), now)
    found = list(comments[: LENGTH + 1])
    for comment in found:
        comment.is_editable = is_editable(comment, now)
    with_appeals(found)
    asked = Comment.objects.unproved(writer.email).with_story(now).order_by("-pk")
    return {
        "writer": writer,
        "asked": asked[:LENGTH],
        "comments": found[:LENGTH],
        "before": found[LENGTH - 1].pk if len(found) > LENGTH else None,
        "is_later_page": before is not None,
        "blocked": said_to_blocked(block) if block else "",
        "done": DONE.get(request.GET.get("done", "")),
        "token": token_for(writer),
    }


def _ask_for_link(request: HttpRequest) -> HttpResponse:
    """The answer is the same whether anybody is known by the address or not."""
    form = LinkForm(request.POST)
    if not form.is_valid():
        return render(request, "comments/mine/ask.html", {"form": form}, status=422)
    email = form.cleaned_data["email"]
    if not may_send(request, "links", most=MOST_LINKS, words=[email]):
        form.add_error(None, TOO_MANY)
        return render(request, "comments/mine/ask.html", {"form": form}, status=429)
    if Writer.objects.filter(email=email).exists():
        with transaction.atomic():
            owe_link(lock_link(email, Purpose.PAGE), email, timezone.now())
    return render(request, "comments/mine/asked.html")
