"""Beside a story: what readers say is wrong in it, by paragraph, and what the desk can do about each."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import desk
from articles.admin.keys import can_be_key
from articles.admin.log import sentence
from articles.desk.moving import printed_name
from articles.models import Article, Mistake
from articles.sight import short_moment
from articles.states import FINDINGS, MISTAKE_MOVES, Finding, State, may

#: The newest of them; a link leads to the rest.
SHOWN = 50
#: Needs to be told nothing, so that one press is enough where the story can be saved.
AT_ONCE = frozenset({"take_mistake", "reopen_mistake"})

WHILE = {
    State.DRAFT: "Correct the words here, then publish them as a correction.",
    State.FILED: "The story is filed to the desk. Correct it as it is; what was filed goes out as well.",
    State.READY: "The story is marked ready. What is ready goes out with the correction.",
    State.SPIKED: "The story is spiked. Unspike it before you correct it.",
}


@dataclass(frozen=True)
class Button:
    verb: str
    label: str
    url: str
    #: What a form posts to make it.
    value: str


@dataclass(frozen=True)
class Report:
    mistake: Mistake
    when: str
    #: Who is correcting it; "" as long as nobody is.
    taken_by: str
    buttons: list[Button]


@dataclass(frozen=True)
class Place:
    """A paragraph of a published version, or its headline or standfirst, with the reports on it."""

    name: str
    reports: list[Report] = field(default_factory=list)


def readers_spotted(article: Article, by: Any, facts: desk.Publication) -> dict[str, Any]:
    """Context for the form's page, in one query; none for a story that readers never had."""
    if facts.ran is None or not by.has_perm("articles.view_mistake"):
        return {}
    found = list(Mistake.objects.unsettled().filter(article=article).for_the_desk()[: SHOWN + 1])
    places: dict[str, Place] = {}
    for mistake in found[:SHOWN]:
        place = places.setdefault(mistake.where, Place(mistake.where))
        place.reports.append(_report(mistake, article, by))
    rest = reverse("admin:articles_mistake_changelist") if len(found) > SHOWN else ""
    return {"places": list(places.values()), "what_to_do": what_to_do(article, facts), "rest_url": rest}


def what_to_do(article: Article, facts: desk.Publication) -> str:
    """How to go on from where the working copy is."""
    is_changed = facts.newest is not None and article.worded_version > facts.newest.struck_version
    if article.state == State.DRAFT and is_changed:
        return (
            "The story has changes that readers have not seen. They go out with the correction, so look "
            "them over first."
        )
    return WHILE[State(article.state)]


def buttons(mistake: Mistake, article: Article, by: Any) -> list[Button]:
    """What this person may do about it now."""
    return [
        Button(move.name, move.label, decide_url(mistake, move.name), f"{move.name} {mistake.pk}")
        for move in MISTAKE_MOVES.values()
        if mistake.state in FINDINGS[move.name][0] and may(by, move.name, article)
    ]


def decide_url(mistake: Mistake, verb: str) -> str:
    return reverse("admin:articles_mistake_decide", args=[mistake.pk, verb])


def press(request: HttpRequest, article: Article, pressed: str, form_url: str) -> HttpResponse:
    """What a button beside the story leads to, once the story is saved. `pressed` is its value."""
    verb, _, key = pressed.partition(" ")
    mistake = Mistake.objects.filter(article=article, pk=key).first() if can_be_key(Mistake, key) else None
    if mistake is None or verb not in FINDINGS:
        return HttpResponseRedirect(form_url)
    if verb not in AT_ONCE:
        return HttpResponseRedirect(decide_url(mistake, verb))
    try:
        getattr(desk, verb)(mistake, by=request.user)
    except desk.IllegalMove as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, told(mistake))
    return HttpResponseRedirect(f"{form_url}#spotted-{mistake.pk}")


def told(mistake: Mistake) -> str:
    """What was decided, in the words of the log."""
    return f"{sentence(mistake.article.desk_entries.select_related('edition').first())}."


def _report(mistake: Mistake, article: Article, by: Any) -> Report:
    is_taken = mistake.state == Finding.TAKEN and mistake.decided_by
    return Report(
        mistake,
        short_moment(mistake.spotted_at),
        printed_name(mistake.decided_by) if is_taken else "",
        buttons(mistake, article, by),
    )
