"""The mailed link by which somebody proves an address: it shows what came under it, and two buttons."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles.views.origins import SeeOther, is_from_elsewhere
from comments import moderation
from comments.models import Comment, Writer
from comments.models.mailed_link import Purpose
from comments.moderation.blocking import find_block, said_to_blocked
from comments.moderation.linking import find_link
from comments.moderation.proving import LinkEnded
from comments.senders import Sender
from comments.views.mine.keeping import PATH, open_for
from comments.views.private import private
from comments.views.senders import trust

#: So many comments are asked about, the newest ones; the own page has the rest.
MOST_LISTED = 50


# Exempt: who knows the link may use it, but no other site for them.
@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Mail programs open links to look at them, so opening one does nothing."""
    link = find_link(token, Purpose.PROVE, timezone.now())
    if link is None:
        return _ended(request)
    if request.method != "POST" or is_from_elsewhere(request):
        return _ask(request, link.email)
    mine, listed = _uids_in(request, "mine"), _uids_in(request, "listed")
    if listed and not mine and "not-mine" not in request.POST:
        return _ask(request, link.email, has_no_tick=True)
    try:
        return _answer(request, token, mine, listed)
    except LinkEnded:
        return _ended(request)


def _ask(request: HttpRequest, email: str, *, has_no_tick: bool = False) -> HttpResponse:
    comments = Comment.objects.unproved(email)
    listed = comments.with_story(timezone.now()).select_related("follow", "trace").order_by("-pk")
    listed = list(listed[:MOST_LISTED])
    facts = {
        "comments": listed,
        "left": comments.count() - len(listed),
        # Somebody else may have typed in the address: then nothing is taken for granted.
        "is_ticked": not has_no_tick and len({_whence(comment) for comment in listed}) == 1,
        "has_no_tick": has_no_tick,
        "blocked": _said_to_owner(email),
    }
    return render(request, "comments/confirm_address.html", facts, status=422 if has_no_tick else 200)


def _whence(comment: Comment) -> tuple[str, str]:
    return comment.name, comment.trace.address if hasattr(comment, "trace") else ""


def _answer(request: HttpRequest, token: str, mine: set[UUID], listed: set[UUID]) -> HttpResponse:
    if "not-mine" in request.POST:
        moderation.disown(token)
        return render(request, "comments/disowned.html")
    writer = moderation.prove(token, mine=mine, listed=mine | listed)
    response = SeeOther(f"{PATH}?done=confirmed")
    trust(response, writer)
    open_for(response, writer)
    return response


def _said_to_owner(email: str) -> str:
    """That the owner of the address is blocked, if they are: what was sent under it waited to tell them."""
    block = find_block(None, Sender(writer=Writer(email=email)), timezone.now())
    return f"{said_to_blocked(block)} What you send until then is not shown." if block else ""


def _uids_in(request: HttpRequest, field: str) -> set[UUID]:
    """The comments that a field names; what isn't a uid is nobody's."""
    found = set()
    for typed in request.POST.getlist(field):
        try:
            found.add(UUID(typed))
        except ValueError:
            continue
    return found


def _ended(request: HttpRequest) -> HttpResponse:
    return render(request, "comments/link_ended.html", status=410)
