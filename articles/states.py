"""The states of a working copy, the moves between them, and the permission that each move needs.

What readers see (live, scheduled, corrected, taken down) is no state: it is read from editions and dates.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices


class State(TextChoices):
    DRAFT = "draft", "Draft"
    FILED = "filed", "Filed to the desk"
    READY = "ready", "Ready to publish"
    SPIKED = "spiked", "Spiked"


class Change(TextChoices):
    """What an edition is to the one before it."""

    FIRST = "first", "First version"
    MINOR = "minor", "Minor change"
    UPDATE = "update", "Update"
    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    WITHDRAWAL = "withdrawal", "Taken down"


class Kind(TextChoices):
    """The kind of work that a story is."""

    NEWS = "news", "News"
    ANALYSIS = "analysis", "Analysis"
    OPINION = "opinion", "Opinion"
    FEATURE = "feature", "Feature"
    INTERVIEW = "interview", "Interview"
    REVIEW = "review", "Review"
    LIVE = "live", "Live"
    SPONSORED = "sponsored", "Sponsored"


class Finding(TextChoices):
    """What the desk makes of a mistake that a reader spotted."""

    OPEN = "open", "Open"
    TAKEN = "taken", "Being corrected"
    CORRECTED = "corrected", "Corrected"
    DECLINED = "declined", "No mistake"


#: The line from first words to readers; a move that jumps along it logs what it skipped.
LINE = (State.DRAFT, State.FILED, State.READY)
OPEN = frozenset(LINE)
EVERY = frozenset(State)

#: Verbs that write a story's words.
WRITING = frozenset({"start", "save", "restore"})

#: What an editor may say that a new edition of a published story is.
CHANGES_TO_WHAT_STANDS = frozenset({Change.MINOR, Change.UPDATE, Change.CORRECTION, Change.CLARIFICATION})
#: Changes that readers are told about in a dated note, which they can't go without.
CHANGES_WITH_NOTE = frozenset({Change.CORRECTION, Change.CLARIFICATION})
#: Changes that move the time a story says it was updated.
CHANGES_THAT_DATE = CHANGES_TO_WHAT_STANDS - {Change.MINOR}


@dataclass(frozen=True)
class Move:
    """What may be done to an article: from which states, to which (None: it stays), and who may.

    `permission` lets a person do it to any article; `own_permission` only to one that they
    created or were assigned, and only while it is in one of `own_sources`.
    """

    name: str
    label: str
    sources: frozenset[State]
    target: State | None
    permission: str
    own_permission: str = ""
    own_sources: frozenset[State] = EVERY


DRAFT_ONLY = frozenset({State.DRAFT})
#: Handed over by its writer, and in an editor's hands if one has claimed it.
AT_THE_DESK = OPEN - DRAFT_ONLY
FILED_ONLY = frozenset({State.FILED})
SPIKED_ONLY = frozenset({State.SPIKED})

ANY, DESK = "articles.change_any_article", "articles.desk_article"
ADD = "articles.add_article"
OWN, FILE, VIEW = "articles.change_article", "articles.file_article", "articles.view_article"
PUBLISH, WITHDRAW = "articles.publish_article", "articles.withdraw_article"
EXPUNGE = "articles.expunge_article"
DECIDE = "articles.decide_mistake"
OVERRIDE = "articles.override_stop"

MOVES = {
    move.name: move
    for move in (
        Move("start", "Begin", frozenset(), State.DRAFT, ADD),
        Move("save", "Save", OPEN, None, ANY, OWN, DRAFT_ONLY),
        Move("restore", "Restore", OPEN, None, ANY, OWN, DRAFT_ONLY),
        Move("preview", "Preview", EVERY, None, VIEW),
        Move("file", "File to the desk", DRAFT_ONLY, State.FILED, ANY, FILE),
        Move("take_back", "Take back", FILED_ONLY, State.DRAFT, ANY, FILE),
        Move("claim", "Claim", AT_THE_DESK, None, DESK),
        Move("send_back", "Send back", AT_THE_DESK, State.DRAFT, DESK),
        Move("mark_ready", "Ready to publish", DRAFT_ONLY | FILED_ONLY, State.READY, DESK),
        Move("publish", "Publish", OPEN, State.DRAFT, PUBLISH),
        Move("unschedule", "Unschedule", EVERY, None, PUBLISH),
        Move("undo", "Undo", EVERY, None, PUBLISH),
        Move("embargo", "Embargo", OPEN, None, PUBLISH),
        Move("withdraw", "Take down", EVERY, None, WITHDRAW),
        Move("rename", "Change address", OPEN, None, PUBLISH),
        Move("spike", "Spike", OPEN, State.SPIKED, DESK, FILE, DRAFT_ONLY),
        Move("revive", "Unspike", SPIKED_ONLY, State.DRAFT, DESK),
        Move("expunge", "Expunge", EVERY, None, EXPUNGE),
    )
}

#: What the desk does about a mistake that a reader spotted, whatever state the story itself is in.
MISTAKE_MOVES = {
    move.name: move
    for move in (
        Move("take_mistake", "Make it a correction", EVERY, None, DECIDE),
        Move("decline_mistake", "No mistake", EVERY, None, DECIDE),
        Move("reopen_mistake", "Reopen", EVERY, None, DECIDE),
    )
}
ALL_MOVES = MOVES | MISTAKE_MOVES

#: From which findings each of them leads, and to which. Publishing is what leads to “corrected”.
FINDINGS = {
    "take_mistake": (frozenset({Finding.OPEN}), Finding.TAKEN),
    "decline_mistake": (frozenset({Finding.OPEN, Finding.TAKEN}), Finding.DECLINED),
    "reopen_mistake": (frozenset({Finding.TAKEN, Finding.DECLINED}), Finding.OPEN),
}
#: What the desk still has to see to.
UNSETTLED = frozenset({Finding.OPEN, Finding.TAKEN})


def may(by: Any, verb: str, article: Any) -> bool:
    """Whether this person may do this to this article. `by=None` is the system, which may do anything.

    The only place where permission is asked, so that rules per section can come here one day. It says
    nothing of whether the article is in a state for it, except where the right itself hangs on that.
    """
    if by is None:
        return True
    move = ALL_MOVES[verb]
    if by.has_perm(move.permission):
        return True
    if not move.own_permission or article.state not in move.own_sources:
        return False
    return by.has_perm(move.own_permission) and by.pk in (article.created_by_id, article.assignee_id)


def may_override(by: Any, article: Any) -> bool:
    """Whether this person may make a move of this article in spite of what stops it, with a reason."""
    return by is None or by.has_perm(OVERRIDE)


def skipped(source: str, target: str | None = None) -> list[str]:
    """The states along the line that a move from `source` jumps over; `target=None` is publication."""
    start = LINE.index(State(source)) + 1
    end = LINE.index(State(target)) if target else len(LINE)
    return [state.value for state in LINE[start:end]]
