"""Checks of what the newsroom promised: an embargo to others, four eyes to its readers."""

from articles.desk.checks.candidate import Candidate
from articles.models import Article
from articles.sight import moment
from articles.states import WRITING, Change


def embargoed(candidate: Candidate) -> str:
    lifts_at = candidate.article.embargo_lifts_at
    return moment(lifts_at) if lifts_at and candidate.live_from < lifts_at else ""


def alone(candidate: Candidate) -> str:
    """The section that wants four eyes, where they would be two."""
    section, by = candidate.article.section, candidate.by
    if by is None or section is None or not section.wants_four_eyes:
        return ""
    return str(section) if writers(candidate.article) == {by.pk} else ""


def writers(article: Article) -> set[int]:
    """The keys of those who wrote what was not published yet. One query.

    What ran was seen by others or let pass; a notice of what was taken down says nothing of the words
    that wait behind it.
    """
    published = article.editions.effective().exclude(change=Change.WITHDRAWAL).order_by("-number")
    entries = article.desk_entries.filter(verb__in=WRITING).exclude(actor=None)
    written = entries.annotate(seen=published.values("struck_version")[:1]).values_list(
        "actor", "details", "seen"
    )
    return {
        actor
        for actor, details, seen in written
        if details.get("version", 1) > (seen or 0) and not details.get("notes_alone")
    }
