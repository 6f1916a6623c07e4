"""Other stories in which the words occur: a name is often in several, and each is expunged by itself."""

from functools import reduce
from operator import and_, or_
from typing import Any
from unicodedata import normalize

from django.db.models import Model, Q

from articles.models import Article, Edition
from articles.wording.blanking import Blanking

#: Only what was saved or published last is looked through: no index knows these words yet.
NEWEST = 2_000
#: The most that are read closely, and the most that are named.
CANDIDATES, MOST = 60, 20
#: Where a name stands as a rule.
IN_STORIES = ("headline", "standfirst", "body", "byline_override")
IN_VERSIONS = (*IN_STORIES, "byline", "note")


def elsewhere(article: Article, blanking: Blanking) -> list[Article]:
    """The newest other stories that hold the words, in the working copy or in a version. Two queries."""
    newest = Article.objects.exclude(pk=article.pk).order_by("-saved_at")
    copies = newest.filter(pk__in=_last(newest)).filter(_may_hold(blanking, IN_STORIES))
    found = {
        row.pk: row for row in copies.only("slugline", *IN_STORIES)[:CANDIDATES] if _holds(row, blanking)
    }
    published = Edition.objects.exclude(article=article).order_by("-pk")
    versions = published.filter(pk__in=_last(published)).filter(_may_hold(blanking, IN_VERSIONS))
    rows = versions.select_related("article").only("article__headline", "article__slugline", *IN_VERSIONS)
    for row in rows[:CANDIDATES]:
        if row.article_id not in found and _holds(row, blanking):
            found[row.article_id] = row.article
    return list(found.values())[:MOST]


def _last(rows: Any) -> Any:
    return rows.values("pk")[:NEWEST]


def _may_hold(blanking: Blanking, columns: tuple[str, ...]) -> Q:
    """Each of the words somewhere in one column; whether they stand together is for a closer look."""
    words = [_any_spelling(word) for word in blanking.words.split()]
    return reduce(
        or_,
        (
            reduce(
                and_, (reduce(or_, (Q(**{f"{column}__icontains": each}) for each in word)) for word in words)
            )
            for column in columns
        ),
    )


def _any_spelling(word: str) -> set[str]:
    """For SQLite, which knows capitals of English alone, and no normal forms."""
    return {
        normalize(form, each)
        for form in ("NFC", "NFD")
        for each in (word, word.lower(), word.upper(), word.title())
    }


def _holds(row: Model, blanking: Blanking) -> bool:
    columns = IN_VERSIONS if isinstance(row, Edition) else IN_STORIES
    return any(
        (blanking.in_html if column == "body" else blanking.in_text)(getattr(row, column)).found
        for column in columns
    )
