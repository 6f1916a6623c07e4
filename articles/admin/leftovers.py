"""All that somebody typed and never saved, of one story or of new ones: to look at, and to take."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.admin.numbers import read_number
from articles.admin.offers import MOST, offers
from articles.models import Article, Autosave


class Leftovers:
    """For the admin of stories to inherit."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.leftovers_view)
        return [
            path("leftovers/", view, name="articles_article_leftovers"),
            path("<int:pk>/leftovers/", view, name="articles_article_leftovers"),
            *super().get_urls(),
        ]

    def leftovers_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Their own alone, the newest first, what they turned down included."""
        article = self.get_queryset(request).filter(pk=pk).first() if pk else None
        if pk and article is None:
            raise Http404
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        page = max(read_number(request.GET.get("page", "")), 1)
        found = Autosave.objects.leftovers(article, request.user)
        rows = list(found[(page - 1) * MOST : page * MOST + 1])
        context = {
            **self.admin_site.each_context(request),
            "title": "What you typed and did not save",
            "subtitle": str(article or ""),
            "opts": self.opts,
            "original": article,
            "offers": offers(rows[:MOST], article),
            "older": page + 1 if len(rows) > MOST else "",
            "newer": page - 1 or "",
            "back_url": self.change_url(article) if article else reverse("admin:articles_article_add"),
        }
        return TemplateResponse(request, "admin/articles/article/leftovers.html", context)


def leftovers_url(article: Article | None) -> str:
    return reverse("admin:articles_article_leftovers", args=[article.pk] if article else [])
