"""Verbs on the working copy: begin, save, and carry it along the line to the desk and back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.desk.moving import Hold, hold, log
from articles.desk.refusals import IllegalMove, not_permitted, wrong_state
from articles.models import Article
from articles.models.story import STORY_FIELDS
from articles.states import MOVES, State, may, skipped

#: What a deliberate save may write beside the words; state, version and address are the verbs' own.
DESK_FIELDS = ("slugline", "ednote", "assignee", "due_at")


def start(article: Article, *, by: Any) -> Article:
    """Store a new working copy, which belongs to whoever began it."""
    if not may(by, "start", article):
        raise not_permitted(article, "start")
    article.created_by, article.state, article.version = by, State.DRAFT, 1
    with transaction.atomic():
        article.save(force_insert=True)
        log(Hold(article, timezone.now()), "start", "", by)
    return article


def save(article: Article, *, by: Any, seen_version: int | None = None) -> Article:
    """Write the words and notes that `article` holds, as its next version.

    `seen_version` is the version that the person had before them; where another save came between,
    nothing is written and `IllegalMove("stale")` says so. None overwrites whatever stands.
    """
    with hold(article, "save", by) as held:
        refuse_stale(held.article, seen_version)
        fields = [*STORY_FIELDS, *DESK_FIELDS, "version", "saved_at"]
        if not held.article.addresses.exists():
            fields.append("slug")
        article.version = held.article.version + 1
        article.save(update_fields=fields)
        held.details["version"] = article.version
    return article


def check_save(article: Article, *, by: Any, seen_version: int | None) -> None:
    """Raise what `save` would raise of this row, so that a form can say so beside what was typed."""
    if not may(by, "save", article):
        raise not_permitted(article, "save")
    if article.state not in MOVES["save"].sources:
        raise wrong_state(article, "save")
    refuse_stale(article, seen_version)


def refuse_stale(article: Article, seen_version: int | None) -> None:
    if seen_version is not None and article.version != seen_version:
        raise IllegalMove(
            article,
            "save",
            "stale",
            "Somebody saved this story while you were writing. Nothing of yours is lost: it is still in "
            "this form. Open the story in another tab, compare, and save again.",
        )


def file(article: Article, *, by: Any) -> None:
    """Hand the story to the desk; from then on the reporter may take it back but not change it."""
    with hold(article, "file", by):
        pass


def take_back(article: Article, *, by: Any) -> None:
    with hold(article, "take_back", by):
        pass


def send_back(article: Article, *, by: Any, reason: str) -> None:
    """Return a filed story to its writer; `reason` tells them what is missing, and is required."""
    with hold(article, "send_back", by, reason) as held:
        if not held.reason:
            raise IllegalMove(
                held.article, "send_back", "reason-needed", "Say what the writer should change."
            )


def mark_ready(article: Article, *, by: Any) -> None:
    with hold(article, "mark_ready", by) as held:
        held.details["skipped"] = skipped(held.article.state, State.READY)


def spike(article: Article, *, by: Any, reason: str = "") -> None:
    """Drop a story that never ran. One that readers have seen is taken down instead."""
    with hold(article, "spike", by, reason) as held:
        latest = held.article.editions.effective().last()
        if latest is None:
            return
        if latest.live_from > held.now:
            raise IllegalMove(
                held.article,
                "spike",
                "pending",
                "This story is scheduled. Unschedule it first, then spike it.",
            )
        raise IllegalMove(
            held.article,
            "spike",
            "has-run",
            "This story has been published. Take it down instead of spiking it.",
        )


def revive(article: Article, *, by: Any) -> None:
    with hold(article, "revive", by):
        pass
