"""The working copy as readers would see it: for staff who may, at an address of its own, never kept."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import desk
from articles.models import Article, Edition
from articles.states import may
from articles.views.readers import page


@require_safe
@never_cache
@login_required
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who may not see it is told what a stranger is told of a story that does not exist."""
    article = get_object_or_404(Article.objects.select_related("section__parent"), uid=uid)
    if not may(request.user, "preview", article):
        raise Http404("Nothing has this address")
    at = timezone.now()
    edition = desk.compose(article)
    published = article.editions.effective().standing(at).first() or Edition(
        first_published_at=at, updated_at=at
    )
    edition.first_published_at, edition.updated_at = published.first_published_at, published.updated_at
    response = page(request, "articles/article.html", at, edition=edition, article=article, is_preview=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
