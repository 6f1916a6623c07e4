"""What readers would get, before it is struck: for previews. Nothing is written."""

from datetime import datetime

from articles.desk.publication import publication
from articles.desk.striking import compose, follow
from articles.desk.withdrawing import compose_notice
from articles.models import Article, Edition
from articles.states import CHANGES_TO_WHAT_STANDS, Change


def foresee(
    article: Article,
    *,
    now: datetime,
    at: datetime | None = None,
    change: str = "",
    note: str = "",
    names_story: bool = False,
) -> Edition:
    """The edition of this working copy that would stand from `at` on (None: now), following what ran.

    A change that can't be, such as a correction of what never ran, is shown as what it would be instead.
    """
    ran = publication(article, now, with_words=True).ran
    if ran and change == Change.WITHDRAWAL:
        edition = compose_notice(article, ran, note, names_story=names_story)
    else:
        edition = compose(article)
        edition.change = change if change in CHANGES_TO_WHAT_STANDS else Change.MINOR
        edition.note = note.strip()
    if ran is None:
        edition.change = Change.FIRST
    follow(edition, ran, max(at or now, ran.live_from if ran else now))
    return edition
