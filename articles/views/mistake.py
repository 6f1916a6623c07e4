"""“Spotted a mistake?”: where a reader marks a sentence of a story, and what becomes of what is sent.

Nothing typed is ever lost: whatever stands in the way, the answer holds it.
"""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import desk
from articles.forms.mistake import MistakeForm
from articles.models import Edition
from articles.spotting import paragraphs
from articles.views import origins
from articles.views.limits import may_send
from articles.views.origins import SeeOther
from articles.views.readers import for_readers, page
from articles.views.stories import find, of_story, was_there

#: How many reports one network may send in an hour, on one story and on all.
MOST_ON_ONE, MOST_ON_ALL = 5, 20
TOO_MANY = (
    "There were many reports from where you are, and no more are taken for an hour. Yours was not sent. What "
    "you typed is still here: please try again later."
)


@dataclass
class Report:
    """A report as it is being written or sent: on which edition of a story, and its form."""

    request: HttpRequest
    edition: Edition
    now: datetime

    def __post_init__(self) -> None:
        self.form = MistakeForm(self.request.POST or None, edition=self.edition, now=self.now)

    def page(
        self, template: str = "articles/mistake.html", status: int = 200, **context: Any
    ) -> HttpResponse:
        facts = {
            "edition": self.edition,
            "form": self.form,
            "action": f"{self.edition.path}mistake/",
            **context,
        }
        if template == "articles/mistake.html":
            facts["paragraphs"] = paragraphs(self.edition)
        return page(self.request, template, self.now, status, **facts)

    def refuse(self, sentence: str) -> HttpResponse:
        self.form.add_error(None, sentence)
        return self.page(status=HTTPStatus.TOO_MANY_REQUESTS)

    @property
    def about(self) -> list[Any]:
        """What a token is good for: this story, this sentence, these words."""
        cleaned = self.form.cleaned_data
        return ["mistake", self.edition.article_id, cleaned["mark"], cleaned["wrong"], cleaned["email"]]


# Exempt, since it decides by itself: see `origins`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def mistake(request: HttpRequest, address: str) -> HttpResponse:
    return _take(request, address) if request.method == "POST" else _ask(request, address=address)


@for_readers
@of_story
def _ask(request: HttpRequest, edition: Edition, at: datetime) -> HttpResponse:
    return Report(request, edition, at).page()


# The sender's own browser may keep the answer, so that “Forward” leads to what they typed last.
@cache_control(private=True, no_cache=True)
def _take(request: HttpRequest, address: str) -> HttpResponse:
    now = timezone.now()
    edition = find(address, now, but=())
    if edition is None:
        return _give_back(request, is_gone=was_there(address, now))
    report = Report(request, edition, now)
    if not report.form.is_valid():
        return report.page(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    is_odd = bool(report.form.cleaned_data["nickname"])
    doubt = origins.doubt(request, report.about, is_odd=is_odd)
    return _store(report) if doubt is None else report.page("articles/mistake_confirm.html", **doubt)


def _store(report: Report) -> HttpResponse:
    form = report.form
    limits = {f"mistake {report.edition.article_id}": MOST_ON_ONE, "mistake": MOST_ON_ALL}
    if not all(
        may_send(report.request, what, most=most, words=report.about) for what, most in limits.items()
    ):
        return report.refuse(TOO_MANY)
    told = {name: form.cleaned_data[name] for name in ("wrong", "email")}
    try:
        desk.report_mistake(form.marked_in, form.sentence, **told)
    except desk.IllegalMove as refusal:
        gone = refusal.code == "sentence-gone"
        return _ask_again(report, refusal.sentence) if gone else report.refuse(refusal.sentence)
    return SeeOther(f"{report.edition.path}mistake/thanks/")


def _ask_again(report: Report, sentence: str) -> HttpResponse:
    """The form with the sentences as they are now, and nothing of what was taken out of them meanwhile."""
    report.edition.refresh_from_db()
    again = Report(report.request, report.edition, report.now)
    again.form.full_clean()
    again.form.add_error(None, sentence)
    return again.page(status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _give_back(request: HttpRequest, *, is_gone: bool) -> HttpResponse:
    """The page for a story that nobody can read any more, or never could: with what was typed."""
    context = {"is_gone": is_gone, "wrong": request.POST.get("wrong", "")}
    status = HTTPStatus.GONE if is_gone else HTTPStatus.NOT_FOUND
    return render(request, "articles/mistake_given_back.html", context, status=status)


@for_readers
@of_story
def thanks(request: HttpRequest, edition: Edition, at: datetime) -> HttpResponse:
    return page(request, "articles/mistake_thanks.html", at, edition=edition)
