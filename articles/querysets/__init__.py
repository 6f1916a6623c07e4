"""Questions about many rows, by noun. The rule of visibility is said once, in `editions.py`."""

from articles.querysets.articles import ArticleQuerySet
from articles.querysets.editions import NOT_IN_LISTS, EditionQuerySet
from articles.querysets.mistakes import MistakeQuerySet
from articles.querysets.places import AddressQuerySet, SectionQuerySet, SlotQuerySet, SlugQuerySet
from articles.querysets.writing import AutosaveQuerySet, RevisionQuerySet

__all__ = [
    "NOT_IN_LISTS",
    "AddressQuerySet",
    "ArticleQuerySet",
    "AutosaveQuerySet",
    "EditionQuerySet",
    "MistakeQuerySet",
    "RevisionQuerySet",
    "SectionQuerySet",
    "SlotQuerySet",
    "SlugQuerySet",
]
