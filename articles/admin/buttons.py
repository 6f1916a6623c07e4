"""The buttons of a story's form: the moves its reader may make now, each saying what it will do."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from articles.desk.publication import Publication
from articles.forms.outlook import outlook, writer
from articles.states import Move

#: Made at once, without a page of their own, where the form is editable: they need to be told nothing.
AT_ONCE = frozenset({"file", "take_back", "mark_ready", "unschedule", "undo", "revive"})
#: Not buttons: beginning and saving have their own, and the preview is a link beside them.
NO_BUTTON = frozenset({"start", "save", "preview"})
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


def label(move: Move, article: Any) -> str:
    if move.name == "send_back":
        return f"Send back to {writer(article)}"
    return LABELS.get(move.name, move.label)


def look(verb: str) -> str:
    return "grave" if verb in GRAVE else "main" if verb in MAIN else "plain"


def move_url(article: Any, verb: str) -> str:
    return reverse("admin:articles_article_move", args=[article.pk, verb])


def buttons(moves: list[Move], article: Any, facts: Publication) -> list[Button]:
    """One for each open move; a story that isn't stored yet has no pages to lead to."""
    return [
        Button(
            move.name,
            label(move, article),
            outlook(move.name, article, facts),
            move_url(article, move.name) if article.pk else "",
            look(move.name),
        )
        for move in moves
        if move.name not in NO_BUTTON
    ]
