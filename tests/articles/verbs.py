"""Each verb of the desk, ready to be tried: the story it can be done to, and the call that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from articles import desk
from articles.models import Article
from articles.states import EVERY, MOVES
from tests.articles.records import refused
from tests.factories import NOON, make_article, make_user, publish

HOUR = timedelta(hours=1)

#: Who asks, and whose story it is: their own, one they were assigned, or another's.
ASKERS = [
    (role, whose)
    for role in ("administrator", "editor", "reporter", "moderator", "")
    for whose in ("own", "assigned", "another's")
]
#: Those of `ASKERS` who run the desk.
THE_DESK = {asker for asker in ASKERS if asker[0] in {"administrator", "editor"}}
WRITERS = {("reporter", "own"), ("reporter", "assigned")}


@dataclass(frozen=True)
class Verb:
    """`state` is one from which it is possible; `writes` are the article's columns that it may change."""

    do: Callable[[Article, Any], Any]
    state: str
    writes: frozenset[str] = frozenset()
    published: bool = False
    scheduled: bool = False

    def make_story(self, *, state: str = "", **fields: Any) -> Article:
        article = make_article(**fields)
        if self.published:
            publish(article)
        if self.scheduled:
            publish(article, at=NOON + HOUR, change="minor")
        Article.objects.filter(pk=article.pk).update(state=state or self.state)
        return Article.objects.get(pk=article.pk)


STATE = frozenset({"state", "claimed_by_id"})
WORDS = frozenset(
    "headline kicker standfirst dateline body section_id byline_override kind source language search_title "
    "search_description social_title social_description slugline ednote assignee_id due_at slug version "
    "worded_version saved_at".split()
)

VERBS = {
    "save": Verb(lambda article, by: desk.save(article, by=by), "draft", WORDS),
    "restore": Verb(lambda article, by: desk.restore(article, by=by, version=1), "draft", WORDS),
    "file": Verb(lambda article, by: desk.file(article, by=by), "draft", STATE),
    "take_back": Verb(lambda article, by: desk.take_back(article, by=by), "filed", STATE),
    "claim": Verb(lambda article, by: desk.claim(article, by=by), "filed", frozenset({"claimed_by_id"})),
    "send_back": Verb(lambda article, by: desk.send_back(article, by=by, reason="Who?"), "filed", STATE),
    "mark_ready": Verb(lambda article, by: desk.mark_ready(article, by=by), "filed", STATE),
    "publish": Verb(lambda article, by: desk.publish(article, by=by), "ready", STATE | {"slug"}),
    "unschedule": Verb(lambda article, by: desk.unschedule(article, by=by), "draft", scheduled=True),
    "undo": Verb(lambda article, by: desk.undo(article, by=by), "draft", published=True),
    "embargo": Verb(
        lambda article, by: desk.embargo(article, by=by, until=NOON + HOUR),
        "draft",
        frozenset({"embargo_lifts_at"}),
    ),
    "withdraw": Verb(
        lambda article, by: desk.withdraw(article, by=by, note="It was wrong.", ground="retraction"),
        "draft",
        published=True,
    ),
    "rename": Verb(
        lambda article, by: desk.rename(article, by=by, slug="another-word"), "draft", frozenset({"slug"})
    ),
    "spike": Verb(lambda article, by: desk.spike(article, by=by), "draft", STATE),
    "revive": Verb(lambda article, by: desk.revive(article, by=by), "spiked", STATE),
    "expunge": Verb(
        lambda article, by: desk.expunge(article, by=by, words="to whom", reason="A court's order."),
        "draft",
        frozenset({"body", "version"}),
    ),
}

#: Every verb with every state in which it is not possible.
WRONG_STATES = [(verb, state) for verb in VERBS for state in sorted(EVERY - MOVES[verb].sources)]
#: Every verb with every state in which it is.
RIGHT_STATES = [(verb, state) for verb in VERBS for state in sorted(MOVES[verb].sources)]


def may_do(verb: str, role: str, whose: str, *, state: str = "") -> bool:
    """Let somebody try it. A refusal has to leave no trace."""
    person = make_user(role=role)
    story = VERBS[verb].make_story(
        state=state,
        by=person if whose == "own" else make_user(role="reporter"),
        assignee=person if whose == "assigned" else None,
    )
    with refused("not-permitted", or_done=True) as refusal:
        VERBS[verb].do(story, person)
    return not refusal
