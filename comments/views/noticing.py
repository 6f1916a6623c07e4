"""The notice of illegal content: its form, and the page on which whoever gave it finds where it stands."""

from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.views.limits import may_send
from articles.views.origins import SeeOther
from articles.views.stories import find
from comments import moderation
from comments.models import Notice
from comments.views.giving_back import give_back
from comments.views.private import private
from comments.views.reporting import TOO_MANY, About, about_notice, ask, readable

#: How many notices one network may give in an hour.
MOST_NOTICES = 10


# Exempt, since it decides by itself: see `origins`.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, address: str, number: int) -> HttpResponse:
    if request.method == "POST":
        return _take(request, address, number)
    return ask(request, address=address, number=number, about=about_notice)


# The sender's own browser may keep the answer, so that “Forward” leads to what they typed last.
@cache_control(private=True, no_cache=True)
def _take(request: HttpRequest, address: str, number: int) -> HttpResponse:
    edition = find(address, timezone.now())
    comment = readable(edition, number) if edition else None
    if comment is None:
        return give_back(request, "nothing-to-report", text=request.POST.get("explanation", ""))
    about = about_notice(request, edition, comment)
    if not about.form.is_valid():
        return about.page(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return about.doubt() or _store(about)


def _store(about: About) -> HttpResponse:
    request, comment = about.request, about.comment
    said = {**about.form.cleaned_data}
    del said["is_in_good_faith"]
    words = [comment.pk, said["explanation"]]
    if not may_send(request, "notice", most=MOST_NOTICES, words=words):
        return about.refuse(TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
    address = f"{settings.SITE_URL}{about.edition.path}comments/{comment.number}/"
    try:
        given = moderation.give_notice(comment, address=address, **said)
    except moderation.IllegalMove:
        # It went while this was being typed.
        return give_back(request, "nothing-to-report", text=said["explanation"])
    return SeeOther(reverse("comments:notice-state", args=[given.token]))


@require_safe
@private
def notice_state(request: HttpRequest, token: str) -> HttpResponse:
    """Where a notice stands. Nothing that was typed in it is shown, since the link may be passed on."""
    found = Notice.objects.with_token(token).first()
    if found is None:
        raise Http404
    facts = {"notice": found, "link": request.build_absolute_uri(), "objections": settings.OBJECTIONS_TO}
    return render(request, "comments/notice_state.html", facts)
