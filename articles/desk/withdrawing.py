"""Taking down what ran: a notice in its place, so that readers know and nothing is quietly gone."""

from typing import Any

from django.db.models import TextChoices

from articles.desk.moving import hold
from articles.desk.publishing import Pending
from articles.desk.refusals import IllegalMove
from articles.desk.striking import strike, void
from articles.models import Article, Edition
from articles.states import Change


class Ground(TextChoices):
    RETRACTION = "retraction", "Retraction: it was wrong"
    MISTAKE = "mistake", "Published by mistake"
    LEGAL = "legal", "Legal"
    SAFETY = "safety", "Somebody's safety"


def withdraw(
    article: Any,
    *,
    by: Any,
    note: str,
    ground: str,
    names_story: bool = False,
    pending: str | None = None,
    reason: str = "",
) -> Edition:
    """Take a published story down, with a notice (`note`) that readers get in its place.

    The notice names the story only if `names_story`. `ground` and `reason` are kept in the log. A
    scheduled edition must be dropped along with it (`pending=Pending.VOID`), or it would bring the
    story back.
    """
    with hold(article, "withdraw", by, reason) as held:
        _check(held.article, note, ground)
        scheduled = held.article.editions.pending(held.now).last()
        if scheduled and pending != Pending.VOID:
            raise IllegalMove(
                held.article,
                "withdraw",
                "pending",
                "A version of this story is scheduled, and would bring it back. Drop it along with this.",
            )
        if scheduled:
            void(scheduled, now=held.now)
            held.details["voided"] = [scheduled.number]
        latest = held.article.editions.effective().last()
        if latest is None:
            raise IllegalMove(held.article, "withdraw", "never-ran", "This story was never published.")
        if latest.is_withdrawal:
            raise IllegalMove(
                held.article, "withdraw", "already-down", "This story has already been taken down."
            )
        notice = compose_notice(held.article, latest, note, names_story=names_story)
        held.edition = strike(notice, at=held.now, now=held.now, by=by)
        held.details["ground"] = ground
    return notice


def compose_notice(article: Article, latest: Edition, note: str, *, names_story: bool) -> Edition:
    """An unsaved edition that holds only the notice that readers get in place of `latest`."""
    return Edition(
        article=article,
        change=Change.WITHDRAWAL,
        note=note.strip(),
        headline=latest.headline if names_story else "",
        language=latest.language,
        kind=latest.kind,
        struck_version=article.version,
    )


def _check(article: Any, note: str, ground: str) -> None:
    if not note.strip():
        raise IllegalMove(
            article, "withdraw", "note-needed", "Write the notice that readers will find in its place."
        )
    if ground not in Ground.values:
        raise IllegalMove(article, "withdraw", "ground-needed", "Say on what ground the story is taken down.")
