"""The reply form on a page of its own, and what becomes of what is sent with it.

Nothing typed is ever lost: whatever stands in the way, the answer holds the text.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.desk.moving import printed_name
from articles.models import Edition
from articles.views import origins
from articles.views.origins import SeeOther, signed_in_staff
from articles.views.stories import find, of_readable_story, was_there
from comments import moderation, pages
from comments.forms import ReplyForm, StaffReplyForm
from comments.models import Comment
from comments.talks import talk_of
from comments.views.giving_back import give_back
from comments.views.senders import sender_of
from comments.views.sent import token_for


@dataclass
class Reply:
    """A reply as it is being written or sent: to which story and comment, by whom, and its form."""

    request: HttpRequest
    edition: Edition
    now: datetime
    number: int | None

    def __post_init__(self) -> None:
        self.staff = signed_in_staff(self.request)
        self.parent = shown(self.edition.article_id, self.number)
        self.is_orphan = self.number is not None and self.parent is None
        self.talk = talk_of(self.edition)
        self.is_closed = not self.talk.takes_comments_at(self.now)
        self.form = (StaffReplyForm if self.staff else ReplyForm)(self.request.POST or None)

    def page(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        facts = {"edition": self.edition, "parent": self.parent, "form": self.form, "now": self.now}
        writer = {"staff": self.staff, "staff_name": self.staff and printed_name(self.staff)}
        facts |= {"action": self.action, "notes": self.talk.notes_at(self.now), **writer, **context}
        return render(self.request, template, facts, status=status)

    @property
    def action(self) -> str:
        return f"{self.edition.path}comments/" + (f"{self.number}/reply/" if self.number else "new/")

    @property
    def about(self) -> list[Any]:
        """What a token is good for: this story, this parent, these words."""
        return [self.edition.article_id, self.number, sorted(self.form.cleaned_data.items())]


# Exempt, since it decides by itself: see `origins`. The writer's own browser may keep the answer, so that
# “Forward” leads to what they typed last; nobody else may, and it asks again for anything but that.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_cache=True)
def reply(request: HttpRequest, address: str, number: int | None = None) -> HttpResponse:
    if request.method == "POST":
        return _take(request, address, number)
    return _ask(request, address=address, number=number)


@of_readable_story
def _ask(request: HttpRequest, edition: Edition, now: datetime, number: int | None) -> HttpResponse:
    asked = Reply(request, edition, now, number)
    # First, so that a hidden discussion doesn't tell which numbers there are.
    if asked.is_closed:
        return give_back(request, "closed", edition)
    if asked.is_orphan:
        raise Http404
    return asked.page("comments/reply.html")


def _take(request: HttpRequest, address: str, number: int | None) -> HttpResponse:
    now = timezone.now()
    edition = find(address, now)
    if edition is None:
        return give_back(request, "taken-down" if was_there(address, now) else "no-such-story")
    reply = Reply(request, edition, now, number)
    if reply.is_closed:
        return give_back(request, "closed", edition)
    if reply.is_orphan:
        return give_back(request, "no-such-comment", edition)
    if not reply.form.is_valid():
        return reply.page("comments/reply.html", status=422)
    return _ask_again(reply) or _post(reply)


def _ask_again(reply: Reply) -> HttpResponse | None:
    """The page “Send this reply?”, unless it is certain that its writer wants to send it."""
    doubt = origins.doubt(reply.request, reply.about)
    return None if doubt is None else reply.page("comments/confirm.html", **doubt)


def _post(reply: Reply) -> HttpResponse:
    cleaned = reply.form.cleaned_data
    noticed = {"seconds": cleaned.get("seconds"), "trap": cleaned.get("subject", "")}
    sender = replace(sender_of(reply.request), **noticed)
    try:
        comment = moderation.post(
            reply.edition.article, by=reply.staff, parent=reply.parent, sender=sender, **reply.form.words
        )
    except moderation.IllegalMove as refusal:
        return give_back(reply.request, refusal.code, reply.edition, sentence=refusal.sentence)
    path = reply.edition.path
    if comment.is_shown:
        return SeeOther(pages.address_of(comment, path))
    return SeeOther(f"{path}comments/sent/{token_for(comment)}/")


def shown(article_id: int, number: int | None) -> Comment | None:
    if number is None:
        return None
    return Comment.objects.on(article_id).shown().filter(number=number).first()
