"""What an opened form tells the desk while somebody writes in it, and what it is told in return."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.admin.keys import can_be_key
from articles.admin.leftovers import leftovers_url
from articles.admin.numbers import read_number, read_uuid
from articles.admin.offers import offers, unsaved_of
from articles.admin.presence import presence
from articles.desk import autosaving
from articles.desk.autosaving import NotYours, SavedAlready, Sitting, WordsRemoved
from articles.desk.history import words_were_removed
from articles.forms.typed import fields_typed
from articles.models import Article, Autosave
from articles.models.autosave import PRESENCE
from articles.sight import short_moment


class Sittings:
    """For the admin of stories to inherit: addresses under `sitting/`, which answer in JSON."""

    def get_urls(self) -> list[Any]:
        views = {
            "keep": require_POST(self.keep_view),
            "attend": require_POST(self.attend_view),
            "close": require_POST(self.close_view),
            "leave": require_POST(self.leave_view),
            "token": require_GET(self.token_view),
            "offers": require_GET(self.offers_view),
        }
        own = [
            path(f"sitting/{name}/", self._for_staff(view), name=f"articles_article_sitting_{name}")
            for name, view in views.items()
        ]
        back = path(
            "sitting/back/",
            self.admin_site.admin_view(self.back_view),
            name="articles_article_sitting_back",
        )
        return [*own, back, *super().get_urls()]

    def keep_view(self, request: HttpRequest) -> HttpResponse:
        """Keep what the form holds, which is posted as it is."""
        now = timezone.now()
        sitting, form = self._sitting(request), self.get_form(request)()
        try:
            typed, edits = fields_typed(form, request.POST), read_number(request.POST.get("edits", ""))
            kept = autosaving.keep(sitting, typed, now, edits)
            if kept and (taken := read_uuid(request.POST.get("taken", ""))):
                autosaving.leave(taken, by=request.user, now=now)
            if "closed" in request.POST:
                autosaving.close(sitting, now)
        except NotYours:
            return JsonResponse({"is": "somebody-else"}, status=403)
        except SavedAlready:
            return JsonResponse({"is": "saved", **_news(request, sitting, now)})
        except WordsRemoved:
            return JsonResponse({"is": "expunged", **_news(request, sitting, now)})
        return JsonResponse({"is": "kept" if kept else "settled", **_news(request, sitting, now)})

    def attend_view(self, request: HttpRequest) -> HttpResponse:
        now, sitting = timezone.now(), self._sitting(request)
        try:
            autosaving.attend(sitting, now)
        except NotYours:
            return JsonResponse({"is": "somebody-else"}, status=403)
        return JsonResponse({"is": "open", **_news(request, sitting, now)})

    def close_view(self, request: HttpRequest) -> HttpResponse:
        autosaving.close(self._sitting(request), timezone.now())
        return HttpResponse(status=204)

    def leave_view(self, request: HttpRequest) -> HttpResponse:
        """Turn an offer down; the form's page comes next."""
        sitting = self._sitting(request)
        autosaving.leave(sitting.name, by=request.user, now=timezone.now())
        kept = format_html(
            'Left as it is. <a href="{}">What you typed</a> stays for 30 days.',
            leftovers_url(sitting.article),
        )
        messages.success(request, kept)
        return HttpResponseRedirect(self._form_url(sitting.article))

    def token_view(self, request: HttpRequest) -> HttpResponse:
        """Who is signed in, and a fresh token, for a form whose own has run out."""
        return JsonResponse({"account": request.user.pk, "token": get_token(request)})

    def offers_view(self, request: HttpRequest) -> HttpResponse:
        """The offers of a form's page, as a piece of it."""
        sitting = self._sitting(request, request.GET)
        rows = Autosave.objects.at_hand(sitting.article, request.user, timezone.now())
        own = unsaved_of(rows, request.user, {sitting.name})
        context = {
            "offers": offers(own, sitting.article),
            "article": sitting.article,
            "form_url": self._form_url(sitting.article),
        }
        return render(request, "admin/articles/article/_offers.html", context)

    def back_view(self, request: HttpRequest) -> HttpResponse:
        """Where somebody lands who has signed in again in a second tab."""
        context = {**self.admin_site.each_context(request), "title": "You are signed in again"}
        return TemplateResponse(request, "admin/articles/article/back.html", context)

    def _for_staff(self, view: Any) -> Any:
        """Answer 401, which a script understands, where a page would ask to sign in."""
        inside = self.admin_site.admin_view(view)

        @never_cache
        def asked(request: HttpRequest) -> HttpResponse:
            if not self.admin_site.has_permission(request):
                return JsonResponse({"is": "signed-out"}, status=401)
            if request.POST.get("account", str(request.user.pk)) != str(request.user.pk):
                return JsonResponse({"is": "somebody-else"}, status=403)
            if not self.has_change_permission(request):
                return JsonResponse({"is": "barred"}, status=403)
            return inside(request)

        return asked

    def _sitting(self, request: HttpRequest, said: Any = None) -> Sitting:
        said = said or request.POST
        name = read_uuid(said.get("sitting", ""))
        if name is None:
            raise BadRequest("A form without a name")
        key = said.get("article", "")
        article = Article.objects.filter(pk=key).first() if key and can_be_key(Article, key) else None
        version = read_number(said.get("seen_version", ""))
        # A form for a new story whose words go on from those that have been saved as one by now.
        begun = None if article else autosaving.begun_as(read_uuid(said.get("taken", "")), request.user)
        if begun:
            article, version = begun.article, begun.version
        return Sitting(name, request.user, article, version)

    def _form_url(self, article: Article | None) -> str:
        return self.change_url(article) if article else reverse("admin:articles_article_add")


def _news(request: HttpRequest, sitting: Sitting, now: datetime) -> dict[str, Any]:
    """What has happened to the story meanwhile, and who else is at it."""
    article = sitting.article
    if article is None:
        return {"at": short_moment(now), "presence": [], "saved": ""}
    others = Autosave.objects.filter(article=article).exclude(writer=request.user).select_related("writer")
    return {
        "at": short_moment(now),
        "presence": presence(others.open_since(now - PRESENCE), now),
        "saved": saved_meanwhile(article, sitting.base_version),
    }


def saved_meanwhile(article: Article, seen_version: int) -> str:
    """“Edgar Stone saved copy 7 meanwhile …”, or "" if what the form was opened on still stands."""
    if not seen_version or article.version <= seen_version:
        return ""
    newest = article.revisions.first()
    who = newest.saved_by_name if newest else "Somebody"
    if words_were_removed(article, seen_version):
        return "Words were removed from this story for good since you opened it. Open it anew to go on."
    return f"{who} has saved this story since you opened it. When you save, both are joined."
