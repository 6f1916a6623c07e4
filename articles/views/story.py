"""The page of one story, and the notice in place of one that was taken down."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from articles.models import Edition
from articles.views.readers import page

#: How many other stories of the section stand below a story.
MORE = 4


def story(request: HttpRequest, edition: Edition, at: datetime) -> HttpResponse:
    more = Edition.objects.live(at).in_section(edition.section).exclude(article=edition.article_id)
    return page(request, "articles/article.html", at, edition=edition, more=more.headlines()[:MORE])


def gone(request: HttpRequest, notice: Edition, at: datetime) -> HttpResponse:
    return page(request, "articles/gone.html", at, status=410, notice=notice)
