"""Verbs on the working copy: begin, save, and carry it along the line to the desk and back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from articles.desk import autosaving, history
from articles.desk.fields import DESK_FIELDS
from articles.desk.moving import Hold, hold, log
from articles.desk.refusals import IllegalMove, not_permitted, wrong_state
from articles.desk.stops import check_seen, heed
from articles.models import Article
from articles.models.story import STORY_FIELDS
from articles.states import MOVES, State, may, skipped

#: Stores what hangs on the working copy: its topics and credits.
Along = Callable[[], None] | None


def start(article: Article, *, by: Any, sitting: UUID | None = None, along: Along = None) -> Article:
    """Store a new working copy, which belongs to whoever began it. For `along` and `sitting` see `save`."""
    if not may(by, "start", article):
        raise not_permitted(article, "start")
    article.created_by, article.state = by, State.DRAFT
    article.version = article.worded_version = 1
    with transaction.atomic():
        if sitting and by:
            autosaving.one_by_one(by)
        article.save(force_insert=True)
        held = Hold(article, timezone.now())
        if along:
            along()
        autosaving.settle(sitting, by)
        history.new_copy(article, held, by, sitting).save()
        log(held, "start", "", by)
    return article


def save(
    article: Article,
    *,
    by: Any,
    seen_version: int | None = None,
    sitting: UUID | None = None,
    along: Along = None,
) -> Article:
    """Write the words and notes that `article` holds, as its next version.

    `seen_version` is the version that the person had before them; where another save came between,
    nothing is written and `IllegalMove("stale")` says so. None overwrites whatever stands. `along` writes
    topics and credits in the same breath; `sitting` names the opened form, whose autosave is done with.
    """
    with hold(article, "save", by) as held:
        _refuse_stale(held.article, seen_version)
        before = history.remember(held.article)
        if along:
            along()
        after = history.next_copy(article, held, by, before, sitting)
        fields = [*STORY_FIELDS, *DESK_FIELDS, *history.COUNTED]
        if not held.article.addresses.exists():
            fields.append("slug")
        article.save(update_fields=fields)
        autosaving.settle(sitting, by)
        after.save()
    return article


def check_save(article: Article, *, by: Any, seen_version: int | None) -> None:
    """Raise what `save` would raise of this row, so that a form can say so beside what was typed."""
    if not may(by, "save", article):
        raise not_permitted(article, "save")
    if article.state not in MOVES["save"].sources:
        raise wrong_state(article, "save")
    _refuse_stale(article, seen_version)


def _refuse_stale(article: Article, seen_version: int | None) -> None:
    if seen_version is None or article.version == seen_version:
        return
    if history.words_were_removed(article, seen_version):
        raise IllegalMove(
            article,
            "save",
            "expunged",
            "Words were removed from this story for good after you opened it, and what is in this form may "
            "hold them. Open the story anew in another tab and bring over what you wrote; from here it can't "
            "be saved.",
        )
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


def claim(article: Article, *, by: Any) -> None:
    """Take a story into one's hands, from whoever has it, for as long as it is at the desk."""
    with hold(article, "claim", by) as held:
        held.article.claimed_by = article.claimed_by = by
        held.article.save(update_fields=["claimed_by"])


def send_back(article: Article, *, by: Any, reason: str) -> None:
    """Return a filed story to its writer; `reason` tells them what is missing, and is required."""
    with hold(article, "send_back", by, reason) as held:
        if not held.reason:
            raise IllegalMove(
                held.article, "send_back", "reason-needed", "Say what the writer should change."
            )


def mark_ready(article: Article, *, by: Any, override: str = "", seen_version: int | None = None) -> None:
    """`override` is the reason for doing it in spite of what stops it (see `stops.heed`).

    `seen_version` is the version that the person decided on; where another was saved since, it is refused.
    """
    with hold(article, "mark_ready", by) as held:
        check_seen(held, "mark_ready", seen_version)
        heed(held, "mark_ready", by=by, live_from=held.now, override=override)
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
