"""The pages of the queue. GET shows what is in hand; POST hands out, decides and hands back."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from comments.admin.queue.deciding import UNDO, Press, act
from comments.admin.queue.forms import NEWEST, HandOutForm, KeysForm, reasons
from comments.admin.queue.rows import OFFERED, in_hand
from comments.models import Appeal, Claim, Comment, ModeratorKeys
from comments.moderation.claiming import hand_back, hand_out
from comments.states import MOVES

PERMISSION = "comments.moderate_comment"


def queue_urls(model_admin: Any) -> list[URLPattern]:
    """The addresses below the list of comments, which stand before those of single comments."""

    def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
        @wraps(view)
        def checked(request: HttpRequest) -> HttpResponse:
            if not request.user.has_perm(PERMISSION):
                raise PermissionDenied
            return view(request, model_admin.admin_site)

        return path(route, model_admin.admin_site.admin_view(checked), name=name)

    return [
        page("queue/", queue, "comments_queue"),
        page("queue/next/", take_next, "comments_queue_next"),
        page("queue/decide/", decide, "comments_queue_decide"),
        page("queue/keys/", choose_keys, "comments_queue_keys"),
    ]


@require_safe
def queue(request: HttpRequest, site: Any) -> HttpResponse:
    now = timezone.now()
    held = Claim.objects.holding(now)
    rows = in_hand(request.user, now)
    keys = _keys_of(request)
    context = {
        **site.each_context(request),
        "title": "Comments to decide on",
        "rows": rows,
        "left": sum(not row.is_decided for row in rows),
        "until": Claim.objects.of(request.user).values_list("until", flat=True).first(),
        "waiting": Comment.objects.queued().exclude(pk__in=held.values("pk")).count(),
        "appeals": Appeal.objects.open().count(),
        "others": held.exclude(moderator=request.user).count(),
        "form": HandOutForm(initial=request.session.get("queue", {})),
        "reasons": reasons(),
        "moves": [MOVES[verb] for verb in OFFERED if verb != "keep"],
        "keys": keys.named,
        "keys_json": json.dumps(keys.chosen),
    }
    return TemplateResponse(request, "admin/comments/queue/queue.html", context)


@require_POST
def take_next(request: HttpRequest, site: Any) -> HttpResponse:
    """Hand back what is in hand, and hand out the next; with `stop`, none."""
    if "stop" in request.POST:
        hand_back(request.user)
        return _to_queue()
    form = HandOutForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose an order and a number from the lists.")
        return _to_queue()
    request.session["queue"] = form.cleaned_data
    count = hand_out(request.user, _chosen(**form.cleaned_data), form.cleaned_data["size"])
    if not count:
        messages.info(request, "Nothing is left to decide on.")
    return _to_queue()


def _chosen(order: str, is_proved: bool, **rest: Any) -> QuerySet[Comment]:
    comments = Comment.objects.queued()
    if is_proved:
        comments = comments.exclude(writer=None, account=None, is_urgent=False)
    return comments.newest_first() if order == NEWEST else comments.riskiest_first()


@require_POST
def decide(request: HttpRequest, site: Any) -> HttpResponse:
    """Do what was pressed. The page is then as it was, but for what was decided."""
    press = Press.read(request)
    if press is None or not press.pks:
        messages.warning(request, "Nothing was done: tick the comments that it is to be done to.")
        return _to_queue()
    outcome = act(request, press, timezone.now())
    for sentence in outcome.told:
        messages.warning(request, sentence)
    if outcome.done:
        label = "Undo" if press.verb == UNDO else MOVES[press.verb].label
        count = "1 comment" if outcome.done == 1 else f"{outcome.done} comments"
        messages.success(request, f"{label}: done for {count}.")
    return _to_queue(_next_after(request, press, timezone.now()))


@require_http_methods(["GET", "HEAD", "POST"])
def choose_keys(request: HttpRequest, site: Any) -> HttpResponse:
    form = KeysForm(request.POST or None, instance=_keys_of(request))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, "Your keys are kept.")
        return _to_queue()
    context = {**site.each_context(request), "title": "Keys of the queue", "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/comments/queue/keys.html", context, status=status)


def _keys_of(request: HttpRequest) -> ModeratorKeys:
    own = ModeratorKeys.objects.filter(pk=request.user.pk).first()
    return own or ModeratorKeys(moderator=request.user)


def _next_after(request: HttpRequest, press: Press, now: datetime) -> str:
    """Where to go on: the next that isn't decided, or after an undo the comment itself."""
    if press.verb == UNDO:
        return f"#comment-{press.pks[0]}"
    rows = in_hand(request.user, now)
    places = [place for place, row in enumerate(rows) if row.comment.pk in press.pks]
    after = max(places, default=0)
    left = [row.comment.pk for row in [*rows[after:], *rows[:after]] if not row.is_decided]
    return f"#comment-{left[0]}" if left else "#queue-end"


def _to_queue(anchor: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:comments_queue") + anchor)
