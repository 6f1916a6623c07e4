"""“Report”: where a reader says what is wrong with a comment, and what becomes of what is sent.

Nothing typed is ever lost: whatever stands in the way, the answer holds it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Edition
from articles.views import origins
from articles.views.limits import may_send
from articles.views.origins import SeeOther, signed_in_staff
from articles.views.stories import find, of_readable_story
from comments import moderation
from comments.models import Comment
from comments.report_forms import NoticeForm, ReportForm
from comments.states import Complaint
from comments.talks import talk_of
from comments.views.giving_back import give_back
from comments.views.reading import readers_page
from comments.views.replying import shown
from comments.views.senders import sender_of

#: How many reports one network may send in an hour.
MOST_REPORTS = 20
TOO_MANY = (
    "There were many reports from where you are, and no more are taken for an hour. Yours was not sent. What "
    "you typed is still here: please try again later."
)


@dataclass
class About:
    """Something that is said about a shown comment: by which form, on which pages."""

    request: HttpRequest
    edition: Edition
    comment: Comment
    form: Form
    template: str
    #: The last part of the address, which also names what is sent.
    what: str

    def page(self, status: int = 200, **context: Any) -> HttpResponse:
        template = context.pop("template", self.template)
        path = f"{self.edition.path}comments/{self.comment.number}/"
        facts = {"edition": self.edition, "comment": self.comment, "form": self.form, "permalink": path}
        return render(
            self.request, template, {**facts, "action": f"{path}{self.what}/", **context}, status=status
        )

    def doubt(self) -> HttpResponse | None:
        """The page “Send this?”, unless it is certain that its sender wants to send it."""
        about = [self.what, self.comment.pk, sorted(self.form.cleaned_data.items())]
        doubt = origins.doubt(self.request, about)
        if doubt is None:
            return None
        return self.page(template="comments/confirm_sending.html", said=self._said(), **doubt)

    def _said(self) -> list[tuple[str, str]]:
        """What was filled in, as it is read: labels and words."""
        cleaned, said = self.form.cleaned_data, []
        for field in self.form:
            if value := cleaned[field.name]:
                named = dict(getattr(field.field, "choices", ()))
                said.append((field.label, "Yes" if value is True else named.get(value, value)))
        return said

    def refuse(self, sentence: str, status: int) -> HttpResponse:
        self.form.add_error(None, sentence)
        return self.page(status=status)


# Exempt, since it decides by itself: see `origins`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, address: str, number: int) -> HttpResponse:
    if request.method == "POST":
        return _take(request, address, number)
    return ask(request, address=address, number=number, about=_about)


@require_safe
@readers_page
@of_readable_story
def reported(request: HttpRequest, edition: Edition, now: datetime) -> HttpResponse:
    """Thanks. Under the story's address, so that it says nothing of what became of the comment."""
    return render(request, "comments/reported.html", {"edition": edition})


@readers_page
@of_readable_story
def ask(
    request: HttpRequest, edition: Edition, now: datetime, number: int, about: Callable[..., About]
) -> HttpResponse:
    """The empty form about a comment that readers can read; `about` makes it."""
    comment = readable(edition, number)
    if comment is None:
        raise Http404
    return about(request, edition, comment).page()


# The sender's own browser may keep the answer, so that “Forward” leads to what they typed last.
@cache_control(private=True, no_cache=True)
def _take(request: HttpRequest, address: str, number: int) -> HttpResponse:
    edition = find(address, timezone.now())
    comment = readable(edition, number) if edition else None
    if comment is None:
        return give_back(request, "nothing-to-report", text=request.POST.get("note", ""))
    about = _about(request, edition, comment)
    if not about.form.is_valid():
        return about.page(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if about.form.cleaned_data["reason"] == Complaint.ILLEGAL:
        # Nothing is stored yet: the form of a notice goes on from what was typed.
        explained = NoticeForm(initial={"explanation": about.form.cleaned_data["note"]})
        return about_notice(request, edition, comment, explained).page()
    return about.doubt() or _store(about)


def _store(about: About) -> HttpResponse:
    request, words = about.request, about.form.cleaned_data
    if not may_send(request, "report", most=MOST_REPORTS, words=[about.comment.pk]):
        return about.refuse(TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        moderation.flag(about.comment, by=signed_in_staff(request), sender=sender_of(request), **words)
    except moderation.IllegalMove as refusal:
        if refusal.code == "not-shown":
            return give_back(request, "nothing-to-report", text=words["note"])
        if refusal.code == "blocked":
            return give_back(request, "blocked", about.edition, text=words["note"], sentence=refusal.sentence)
        return about.refuse(refusal.sentence, HTTPStatus.FORBIDDEN)
    return SeeOther(f"{about.edition.path}comments/reported/")


def about_notice(
    request: HttpRequest, edition: Edition, comment: Comment, form: NoticeForm | None = None
) -> About:
    form = form or NoticeForm(_sent(request))
    return About(request, edition, comment, form, "comments/notice.html", "notice")


def _about(request: HttpRequest, edition: Edition, comment: Comment) -> About:
    return About(request, edition, comment, ReportForm(_sent(request)), "comments/report.html", "report")


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def readable(edition: Edition, number: int) -> Comment | None:
    """The comment with this number, if readers can read it now."""
    return shown(edition.article_id, number) if talk_of(edition).is_visible else None
