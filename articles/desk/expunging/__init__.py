"""The one exception to “nothing is ever lost”: blanking words for good, everywhere a story holds them.

For a court's order, a named minor, an erasure. What the story's readers said of it is not the story's.
"""

from typing import Any

from articles.desk import history
from articles.desk.expunging.checks import LONGEST_REPLACEMENT, MOST, blanking_of, check_found, check_reason
from articles.desk.expunging.survey import Place, Survey, survey
from articles.desk.expunging.writing import write
from articles.desk.moving import hold
from articles.models import Article, Autosave
from articles.wording.blanking import REMOVED

__all__ = ["LONGEST_REPLACEMENT", "MOST", "REMOVED", "Place", "Survey", "expunge", "look"]


def look(article: Article, *, words: str, replacement: str = REMOVED) -> Survey:
    """Where the story holds the words, and what would stand there instead. Changes nothing; see `survey`."""
    return survey(article, blanking_of(article, words, replacement))


def expunge(
    article: Article,
    *,
    by: Any,
    words: str,
    reason: str,
    replacement: str = REMOVED,
    seen: str | None = None,
) -> int:
    """Blank the words in every place, and return in how many they stood.

    `seen` is the `fingerprint` of the survey that the person decided on; where it is another by now, nothing
    is done. The story's copy counts one up, so that forms opened before can't bring the words back. The log
    keeps who, when, why and in how many places, and never which words.

    A long story takes its time to be looked through, so that is done before the lock is taken; under it only
    what was written meanwhile.
    """
    before = look(article, words=words, replacement=replacement)
    with hold(article, "expunge", by, reason) as held:
        row = held.article
        check_reason(row, before.blanking, held.reason)
        # Not to be written over by what is typed at this moment.
        list(Autosave.objects.around(row).select_for_update().values_list("pk"))
        found = survey(row, before.blanking, before)
        check_found(row, found.fingerprint, seen, found.count)
        write(found.places)
        row.refresh_from_db()
        history.remember(row)
        _count_up(row)
        history.new_copy(row, held, by).save()
        held.details |= {"version": row.version, "places": found.count}
    article.refresh_from_db()
    return found.count


def _count_up(row: Article) -> None:
    """Make it the next copy. A version that had all changes of the last copy has all of this one."""
    row.version += 1
    row.save(update_fields=["version"])
    row.editions.filter(struck_version=row.version - 1).update(struck_version=row.version)
