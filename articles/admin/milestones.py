"""Which copies of a story were filed, which were published as which version, and which had words removed."""

from collections import defaultdict
from datetime import datetime

from articles.models import Article, DeskEntry, Revision
from articles.states import Change


def milestones(
    article: Article, revisions: list[Revision], now: datetime, until: datetime | None = None
) -> dict[int, list[str]]:
    """“As filed”, “As published (version 3)”, “Words removed” by the copy's version. Two queries.

    `revisions` are a page of copies, the newest first; `until` is when the one before them on the page of
    newer ones was saved.
    """
    found: dict[int, list[str]] = defaultdict(list)
    entries = DeskEntry.objects.filter(article=article, verb__in=("file", "expunge")).order_by("at", "pk")
    for verb, at, details in entries.values_list("verb", "at", "details"):
        if verb == "expunge":
            _add(found[details["version"]], "Words removed")
        elif (until is None or at < until) and (copy := _copy_at(revisions, at)):
            _add(found[copy.version], "As filed")
    editions = article.editions.effective().exclude(change=Change.WITHDRAWAL)
    for edition in editions.only("number", "struck_version", "live_from", "article"):
        word = "scheduled" if edition.live_from > now else "published"
        _add(found[edition.struck_version], f"As {word} (version {edition.number})")
    return found


def _copy_at(revisions: list[Revision], at: datetime) -> Revision | None:
    """What the copy was at an instant; None if it is older than these (newest first)."""
    return next((revision for revision in revisions if revision.saved_at <= at), None)


def _add(words: list[str], word: str) -> None:
    if word not in words:
        words.append(word)
