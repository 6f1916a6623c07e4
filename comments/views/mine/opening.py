"""The mailed link to a writer's page: it shows a button, and the button uses it up."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.views.origins import SeeOther, is_from_elsewhere
from comments.models import Writer
from comments.models.mailed_link import Purpose
from comments.moderation.linking import find_link, use_link
from comments.views.mine.keeping import PATH, open_for
from comments.views.private import private
from comments.views.senders import trust


# Exempt: who knows the link may use it, but no other site for them.
@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def open_mine(request: HttpRequest, token: str) -> HttpResponse:
    """Mail programs open links to look at them, so opening one does nothing.

    Whoever uses it up has shown that the address is theirs, as by the first mail: the browser is known then.
    """
    if request.method == "POST" and not is_from_elsewhere(request):
        return _open(request, token)
    if find_link(token, Purpose.PAGE, timezone.now()) is None:
        return render(request, "comments/mine/ended.html", status=410)
    return render(request, "comments/mine/open.html")


def _open(request: HttpRequest, token: str) -> HttpResponse:
    with transaction.atomic():
        link = use_link(token, Purpose.PAGE, timezone.now())
        writer = Writer.objects.filter(email=link.email).first() if link else None
    if writer is None:
        return render(request, "comments/mine/ended.html", status=410)
    response = SeeOther(PATH)
    trust(response, writer)
    open_for(response, writer)
    return response
