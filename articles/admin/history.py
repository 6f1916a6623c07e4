"""A story's history: its copies, any two of them compared, and the way back to one, whole or by field."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles import desk
from articles.admin.keys import can_be_key
from articles.admin.leftovers import leftovers_url
from articles.admin.milestones import milestones
from articles.admin.moves import tell
from articles.admin.numbers import read_number
from articles.comparing import compare, differing, label_of
from articles.desk.history import as_it_stands
from articles.models import Article, Autosave, Revision
from articles.states import may

#: Copies on a page.
PAGE_SIZE = 25


@dataclass
class Line:
    """A copy in the list, with which of its fields differ from the copy before, in words."""

    revision: Revision
    what: str = ""
    milestones: list[str] = field(default_factory=list)


class History:
    """For the admin of stories to inherit."""

    def get_urls(self) -> list[Any]:
        views = {
            "compare": self.compare_view,
            "restore": require_POST(self.restore_view),
        }
        own = [
            path(
                f"<int:pk>/history/{name}/",
                self.admin_site.admin_view(view),
                name=f"articles_article_history_{name}",
            )
            for name, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        article = self._readable(request, object_id)
        before = read_number(request.GET.get("before", ""))
        revisions = _copies(article, before)
        shown = revisions[:PAGE_SIZE]
        may_expunge = may(request.user, "expunge", article)
        context = {
            "title": "History",
            "lines": _lines(article, shown, revisions, _end_of(article, before)),
            "older": shown[-1].version if len(revisions) > PAGE_SIZE else "",
            "is_first": not before,
            "expunge_url": reverse("admin:articles_article_expunge", args=[article.pk])
            if may_expunge
            else "",
            "compare_url": reverse("admin:articles_article_history_compare", args=[article.pk]),
            "leftovers": Autosave.objects.leftovers(article, request.user).count(),
            "leftovers_url": leftovers_url(article),
        }
        return self._page(request, article, "history", context)

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._readable(request, pk)
        old, new = sorted(
            (_copy(article, read_number(request.GET.get(name, ""))) for name in ("from", "to")),
            key=lambda revision: revision.version,
        )
        moves = {move.name for move in desk.open_moves(request.user, article, self._facts(article))}
        comparison = compare(old.fields, new.fields)
        context = {
            "title": f"Copy {old.version} and copy {new.version}",
            "old": old,
            "new": new,
            "comparison": comparison,
            # The address of a story that has one is not changed in passing.
            "by_itself": [each for each in comparison if each.name != "slug" or not article.public_path],
            "may_restore": "restore" in moves and old.version < article.version,
            "restore_url": reverse("admin:articles_article_history_restore", args=[article.pk]),
            "history_url": reverse("admin:articles_article_history", args=[article.pk]),
        }
        return self._page(request, article, "compare", context)

    def restore_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._readable(request, pk)
        name = request.POST.get("field", "")
        try:
            desk.restore(
                article,
                by=request.user,
                version=read_number(request.POST.get("version", "")),
                fields=[name] if name else None,
                seen_version=read_number(request.POST.get("seen_version", "")),
            )
        except desk.IllegalMove as refusal:
            messages.error(request, refusal.sentence)
            return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))
        tell(request, article)
        return HttpResponseRedirect(self.change_url(article))

    def _readable(self, request: HttpRequest, key: Any) -> Article:
        # Not as a form gets it, which is locked on the way to being saved: here a verb will do that.
        rows = self.get_queryset(request)
        article = rows.filter(pk=key).first() if can_be_key(Article, key) else None
        if article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        return article

    def _facts(self, article: Article) -> desk.Publication:
        return desk.publication(article, timezone.now())

    def _page(self, request: HttpRequest, article: Article, name: str, context: Any) -> HttpResponse:
        context |= {
            **self.admin_site.each_context(request),
            "subtitle": str(article),
            "opts": self.opts,
            "original": article,
            "back_url": self.change_url(article),
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)


def _copies(article: Article, before: int) -> list[Revision]:
    """A page of copies and one more, the newest first; with the copy as it stands, if nobody kept it."""
    kept = article.revisions.filter(version__lt=before) if before else article.revisions.all()
    revisions = list(kept[: PAGE_SIZE + 1])
    if not before and (not revisions or revisions[0].version < article.version):
        revisions.insert(0, as_it_stands(article))
    return revisions


def _copy(article: Article, version: int) -> Revision:
    kept = article.revisions.filter(version=version).first()
    if kept is None and version == article.version:
        return as_it_stands(article)
    if kept is None:
        raise Http404
    return kept


def _end_of(article: Article, before: int) -> datetime | None:
    """When the newest copy on a page was followed by the next; None where it is the newest of all."""
    if not before:
        return None
    newer = article.revisions.filter(version__gte=before).order_by("version")
    return newer.values_list("saved_at", flat=True).first()


def _lines(
    article: Article, shown: list[Revision], revisions: list[Revision], end: datetime | None
) -> list[Line]:
    marks = milestones(article, revisions, timezone.now(), end)
    lines = [Line(revision, milestones=marks.get(revision.version, [])) for revision in shown]
    for line, (revision, before) in zip(lines, pairwise(revisions), strict=False):
        changed = differing(before.fields, revision.fields)
        line.what = ", ".join(label_of(name) for name in changed) or "nothing changed"
    return lines
