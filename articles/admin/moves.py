"""A page for each move: what will be true afterwards, what it needs to be told, and the button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import desk
from articles.admin import panel
from articles.admin.buttons import LABELS, NO_BUTTON, label, look
from articles.admin.log import sentence
from articles.desk import checks
from articles.desk.open_moves import open_moves
from articles.desk.refusals import wrong_state
from articles.forms.moves import (
    CheckedForm,
    EmbargoForm,
    MoveForm,
    RenameForm,
    SendBackForm,
    SpikeForm,
    VersionForm,
)
from articles.forms.panel import PanelForm
from articles.forms.publish import PublishForm
from articles.forms.withdraw import WithdrawForm
from articles.models import Article
from articles.states import MOVES, may

FORMS: dict[str, type[MoveForm]] = {
    "publish": PublishForm,
    "withdraw": WithdrawForm,
    "mark_ready": CheckedForm,
    "undo": VersionForm,
    "unschedule": VersionForm,
    "send_back": SendBackForm,
    "spike": SpikeForm,
    "rename": RenameForm,
    "embargo": EmbargoForm,
}


def move_page(admin: Any, request: HttpRequest, article: Article, verb: str) -> HttpResponse:
    """GET says what the move will do; POST makes it, or shows the refusal with what was typed."""
    if verb not in MOVES or verb in NO_BUTTON:
        raise Http404
    if not may(request.user, verb, article):
        raise PermissionDenied
    if request.method == "POST" and not _only_looks(request, verb):
        return _post(admin, request, article, verb)
    facts = _facts(article, verb)
    if request.method != "POST" and verb not in {
        move.name for move in open_moves(request.user, article, facts)
    }:
        messages.warning(request, _not_open(article, verb))
        return HttpResponseRedirect(admin.change_url(article))
    form = _form(request, verb, article, facts)
    if request.method == "POST":
        form.look()
    return _render(admin, request, article, form)


def _post(admin: Any, request: HttpRequest, article: Article, verb: str) -> HttpResponse:
    """Locked from the first look on, so that what the page says holds when the move is made."""
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",))
        article.refresh_from_db(from_queryset=locked.select_related("section__parent"))
        form = _form(request, verb, article, _facts(article, verb))
        is_made = form.is_pressed and form.is_valid() and form.make()
    if not is_made:
        form.point_out()
        return _render(admin, request, article, form)
    tell(request, article)
    return HttpResponseRedirect(admin.change_url(article))


def _only_looks(request: HttpRequest, verb: str) -> bool:
    """Whether no button of a panel was pressed: choices were made, and are asked what would come of them."""
    return issubclass(_kind(verb), PanelForm) and not request.POST.get("press")


def _facts(article: Article, verb: str) -> desk.Publication:
    return desk.publication(article, timezone.now(), with_words=issubclass(_kind(verb), PanelForm))


def _kind(verb: str) -> type[MoveForm]:
    return FORMS.get(verb, MoveForm)


def make_at_once(request: HttpRequest, article: Article, verb: str) -> bool:
    """Make a move that needs to be told nothing, and say what came of it.

    False if the desk's checks stop it, which the move's own page tells better.
    """
    try:
        getattr(desk, verb)(article, by=request.user)
    except desk.IllegalMove as refusal:
        if refusal.code in {check.code for check in checks.CHECKS}:
            return False
        messages.error(request, refusal.sentence)
    else:
        tell(request, article)
    return True


def tell(request: HttpRequest, article: Article) -> None:
    """Say what was done in the words of the log."""
    newest = article.desk_entries.select_related("edition").first()
    messages.success(request, f"{sentence(newest)}.")


def _not_open(article: Article, verb: str) -> str:
    if article.state not in MOVES[verb].sources:
        return wrong_state(article, verb).sentence
    return f"“{LABELS.get(verb, MOVES[verb].label).rstrip('…')}” is not possible for this story now."


def _form(request: HttpRequest, verb: str, article: Article, facts: desk.Publication) -> MoveForm:
    told = {"verb": verb, "article": article, "facts": facts, "by": request.user}
    if request.method == "POST":
        return _kind(verb)(request.POST, **told)
    form = _kind(verb)(initial=_initial(verb, article), **told)
    if isinstance(form, PublishForm):
        _propose(form, request)
    return form


def _propose(form: PublishForm, request: HttpRequest) -> None:
    """Begin with what is scheduled, if that is to be replaced, or with the mistakes that are being mended."""
    if "replace" in request.GET:
        form.replacing()
    elif proposed := desk.proposed_change(form.article):
        form.propose(*proposed)


def _initial(verb: str, article: Article) -> dict[str, Any]:
    if verb == "rename":
        return {"slug": article.slug}
    if verb == "embargo":
        return {"until": article.embargo_lifts_at}
    return {}


def _render(admin: Any, request: HttpRequest, article: Article, form: MoveForm) -> HttpResponse:
    move = MOVES[form.verb]
    title = label(move, article).rstrip("…")
    back_url = admin.change_url(article)
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "opts": admin.opts,
        "original": article,
        "form": form,
        "button": title,
        "look": look(form.verb),
        "back_url": back_url,
        "panel": panel.about(form, back_url),
    }
    return TemplateResponse(request, form.template, context)
