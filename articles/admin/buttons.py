"""The buttons of a story's form: the moves its reader may make now, each saying what it will do."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from articles.desk import checks
from articles.desk.publication import Publication
from articles.desk.undoing import UNDO_WINDOW
from articles.forms.moves import number_meant
from articles.forms.outlook import outlook, writer
from articles.states import Move

#: Made at once, without a page of their own, where the form is editable: they need to be told nothing.
AT_ONCE = frozenset({"file", "take_back", "claim", "mark_ready", "revive"})
#: Not buttons: beginning and saving have their own, restoring has the history, from which one comes to
#: expunging too, and the preview is a link.
NO_BUTTON = frozenset({"start", "save", "restore", "preview", "expunge"})
#: Moves that lead to a page with questions say so by their dots.
LABELS = {
    "publish": "Publish…",
    "withdraw": "Take down…",
    "rename": "Change address…",
    "embargo": "Embargo…",
}
#: What takes something away from readers or the desk looks like it.
GRAVE = frozenset({"withdraw", "spike"})
MAIN = frozenset({"publish", "file"})


@dataclass(frozen=True)
class Button:
    verb: str
    label: str
    #: What will be true afterwards, in a sentence.
    says: str
    url: str
    look: str
    #: The version that it is about. Such a button saves nothing: what is typed is kept, and offered.
    number: int | None = None


def label(move: Move, article: Any) -> str:
    if move.name == "send_back":
        return f"Send back to {writer(article)}"
    return LABELS.get(move.name, move.label)


def look(verb: str) -> str:
    return "grave" if verb in GRAVE else "main" if verb in MAIN else "plain"


def move_url(article: Any, verb: str) -> str:
    return reverse("admin:articles_article_move", args=[article.pk, verb])


def buttons(moves: list[Move], article: Any, facts: Publication, by: Any) -> list[Button]:
    """One for each open move; a story that isn't stored yet has no pages to lead to.

    One that the desk's checks would stop says so, and leads to a page that tells what can be done.
    """
    return [
        _button(move, article, facts, by if move.name == "mark_ready" else None)
        for move in moves
        if move.name not in NO_BUTTON
    ]


def _button(move: Move, article: Any, facts: Publication, by: Any) -> Button:
    stops = checks.stops(checks.Candidate(article, by, facts.now), move.name) if by else []
    return Button(
        move.name,
        f"{label(move, article)}…" if stops else label(move, article),
        " ".join(stop.sentence for stop in stops) or outlook(move.name, article, facts),
        move_url(article, move.name) if article.pk else "",
        look(move.name),
        number_meant(move.name, facts),
    )


def undo_offer(offered: list[Button], facts: Publication) -> dict[str, Any] | None:
    """What is offered for a minute after publishing or taking down, with the seconds that are left."""
    undo = next((button for button in offered if button.verb == "undo"), None)
    if undo is None or facts.newest is None:
        return None
    left = UNDO_WINDOW - (facts.now - facts.newest.struck_at)
    facts_of_button = {"says": undo.says, "url": undo.url, "number": undo.number}
    return {**facts_of_button, "seconds": max(1, int(left.total_seconds()))}
