"""The working copy as readers would see it: for staff who may, at an address of its own, never kept."""

from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles import desk
from articles.forms.moments import MomentField
from articles.models import Article
from articles.states import Change, may
from articles.views.readers import page


class Looks(forms.Form):
    """What may be asked of a preview: how the story would look then, with this note, or taken down."""

    at = MomentField(required=False)
    change = forms.ChoiceField(required=False, choices=Change)
    note = forms.CharField(required=False, max_length=1000)
    names_story = forms.BooleanField(required=False)
    #: Within another page of ours: without the banner, and links open beside it.
    framed = forms.BooleanField(required=False)


@require_safe
@never_cache
@xframe_options_sameorigin
@login_required
def preview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Who may not see it is told what a stranger is told of a story that does not exist."""
    article = get_object_or_404(Article.objects.select_related("section__parent"), uid=uid)
    if not may(request.user, "preview", article):
        raise Http404("Nothing has this address")
    looks = Looks(request.GET)
    wanted = looks.cleaned_data if looks.is_valid() else {}
    shown = {"is_preview": True, "is_framed": wanted.pop("framed", False), "article": article}
    now = timezone.now()
    edition = desk.foresee(article, now=now, **wanted)
    if edition.is_withdrawal:
        response = page(request, "articles/gone.html", now, notice=edition, **shown)
    else:
        response = page(request, "articles/article.html", now, edition=edition, **shown)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
