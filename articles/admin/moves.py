"""A page for each move: what will be true afterwards, what it needs to be told, and the button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone

from articles import desk
from articles.admin.buttons import LABELS, NO_BUTTON, label, look
from articles.admin.log import sentence
from articles.desk.open_moves import open_moves
from articles.desk.refusals import wrong_state
from articles.forms.moves import EmbargoForm, MoveForm, RenameForm, SendBackForm, SpikeForm, WithdrawForm
from articles.forms.publish import PublishForm
from articles.models import Article
from articles.states import MOVES, may

FORMS: dict[str, type[MoveForm]] = {
    "publish": PublishForm,
    "withdraw": WithdrawForm,
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
    facts = desk.publication(article, timezone.now())
    is_open = verb in {move.name for move in open_moves(request.user, article, facts)}
    if request.method != "POST" and not is_open:
        messages.warning(request, _not_open(article, verb))
        return HttpResponseRedirect(admin.change_url(article))
    form = _form(request, verb, article, facts)
    if request.method == "POST" and form.is_valid() and form.make(request.user):
        tell(request, article)
        return HttpResponseRedirect(admin.change_url(article))
    return _render(admin, request, article, form)


def make_at_once(request: HttpRequest, article: Article, verb: str) -> None:
    """Make a move that needs to be told nothing, and say what came of it."""
    try:
        getattr(desk, verb)(article, by=request.user)
    except desk.IllegalMove as refusal:
        messages.error(request, refusal.sentence)
    else:
        tell(request, article)


def tell(request: HttpRequest, article: Article) -> None:
    """Say what was done in the words of the log."""
    newest = article.desk_entries.select_related("edition").first()
    messages.success(request, f"{sentence(newest)}.")


def _not_open(article: Article, verb: str) -> str:
    if article.state not in MOVES[verb].sources:
        return wrong_state(article, verb).sentence
    return f"“{LABELS.get(verb, MOVES[verb].label).rstrip('…')}” is not possible for this story now."


def _form(request: HttpRequest, verb: str, article: Article, facts: desk.Publication) -> MoveForm:
    make = FORMS.get(verb, MoveForm)
    if request.method == "POST":
        return make(request.POST, verb=verb, article=article, facts=facts)
    form = make(verb=verb, article=article, facts=facts, initial=_initial(verb, article))
    if verb == "publish" and "replace" in request.GET:
        form.replacing()
    return form


def _initial(verb: str, article: Article) -> dict[str, Any]:
    if verb == "rename":
        return {"slug": article.slug}
    if verb == "embargo":
        return {"until": article.embargo_lifts_at}
    return {}


def _render(admin: Any, request: HttpRequest, article: Article, form: MoveForm) -> HttpResponse:
    move = MOVES[form.verb]
    title = label(move, article).rstrip("…")
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "opts": admin.opts,
        "original": article,
        "form": form,
        "button": title,
        "look": look(form.verb),
        "back_url": admin.change_url(article),
    }
    return TemplateResponse(request, "admin/articles/article/move.html", context)
