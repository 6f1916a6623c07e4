"""The page on which words are expunged: what is to go, in which places it stands, and a second press."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.views.decorators.debug import sensitive_post_parameters

from articles.admin.moves import tell
from articles.desk.expunging import Place, Survey
from articles.desk.expunging.elsewhere import NEWEST, elsewhere
from articles.forms.expunge import ExpungeForm
from articles.models import Article
from articles.states import may

#: How a place is called, where its rows have another name for the desk.
NAMES = {
    "Article": "The story",
    "Edition": "Published versions",
    "Revision": "History",
    "Autosave": "Typed and not saved",
    "DeskEntry": "The desk's log",
    "Address": "Web addresses",
    "Redirect": "Redirects to the story",
    "Mistake": "What readers spotted",
    "LogEntry": "The admin's own log",
    "ArticleCredit": "Credits of the story",
    "EditionCredit": "Credits of published versions",
    "Article_topics": "Topics of the story",
    "Edition_topics": "Topics of published versions",
}
#: Of each kind of place, so many occurrences are shown.
SHOWN = 3
#: Where words are counted and not shown: what was typed and never saved is its writer's alone.
UNSHOWN = "Autosave"


@dataclass
class Line:
    """A kind of place: how often the words stand there, and some of it with what is around them."""

    name: str
    count: int = 0
    shown: list[str] = field(default_factory=list)
    is_private: bool = False


class Expunging:
    """For the admin of stories to inherit."""

    def get_urls(self) -> list[Any]:
        view = sensitive_post_parameters()(self.expunge_view)
        own = path("<int:pk>/expunge/", self.admin_site.admin_view(view), name="articles_article_expunge")
        return [own, *super().get_urls()]

    def expunge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The words come and go by POST alone, so that no address and no log of addresses holds them."""
        article = self.get_queryset(request).filter(pk=pk).first()
        if article is None:
            raise Http404
        if not may(request.user, "expunge", article):
            raise PermissionDenied
        form = ExpungeForm(request.POST if request.method == "POST" else None, article=article)
        found = None
        if form.is_valid():
            if "_expunge" in request.POST and form.make(request.user):
                tell(request, article)
                return HttpResponseRedirect(self.change_url(article))
            found = form.look()
        context = {
            **self.admin_site.each_context(request),
            "title": "Expunge",
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "form": form,
            "found": found,
            "lines": lines(found.places) if found else [],
            "others": self._others(article, found) if found else [],
            "newest": NEWEST,
            "back_url": self.change_url(article),
        }
        return TemplateResponse(request, "admin/articles/article/expunge.html", context)

    def _others(self, article: Article, found: Survey) -> list[dict[str, str]]:
        stories = elsewhere(article, found.blanking)
        address = "admin:articles_article_expunge"
        return [{"story": str(each), "url": reverse(address, args=[each.pk])} for each in stories]


def lines(places: Iterable[Place]) -> list[Line]:
    """By kind of place, in the order of `NAMES`."""
    found: dict[str, Line] = {}
    for place in places:
        model = place.model._meta
        line = found.setdefault(
            model.object_name, Line(NAMES.get(model.object_name, model.verbose_name_plural))
        )
        line.count += len(place.found)
        if model.object_name == UNSHOWN:
            line.is_private = True
            continue
        fresh = [each for each in dict.fromkeys(place.found) if each not in line.shown]
        line.shown = [*line.shown, *fresh][:SHOWN]
    order = list(NAMES)
    return [
        found[name] for name in sorted(found, key=lambda name: order.index(name) if name in order else 99)
    ]
