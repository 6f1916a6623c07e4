"""People, topics and sections that are named with the words, and what ties a story to them."""

from dataclasses import dataclass, field

from django.db.models import CharField, QuerySet, Value

from articles.models import Article, ArticleCredit, Contributor, Edition, EditionCredit, Section, Topic
from articles.wording.blanking import Blanking

LANDINGS = {"credits": Contributor, "topics": Topic, "section": Section}


@dataclass(frozen=True)
class Named:
    """By the field of a story that holds their keys: "credits", "topics", "section". Names by key."""

    of: dict[str, dict[int, str]] = field(default_factory=dict)

    def keys(self, name: str) -> set[int]:
        return set(self.of.get(name, ()))

    @property
    def pages(self) -> list[tuple[str, str]]:
        """What each is and is called: their pages are not the story's, and stay."""
        return [
            (LANDINGS[kind]._meta.verbose_name, name)
            for kind, some in self.of.items()
            for name in some.values()
        ]


def named_with(blanking: Blanking) -> Named:
    """Read from all names there are, since no database knows the same name in two normal forms. One query."""
    first, *rest = (
        model.objects.order_by().values_list(Value(kind, CharField()), "pk", "name", "slug")
        for kind, model in LANDINGS.items()
    )
    of: dict[str, dict[int, str]] = {}
    for kind, pk, name, slug in first.union(*rest, all=True).order_by():
        if blanking.in_text(name).found or blanking.in_address(slug).found:
            of.setdefault(kind, {})[pk] = name
    return Named(of)


def ties(article: Article, named: Named) -> list[tuple[type, int, str]]:
    """Rows that credit somebody named so, or file the story under a topic: model, key, name. One query."""
    parts = [*_credits(article, named.keys("credits")), *_topics(article, named.keys("topics"))]
    if not named.keys("credits") | named.keys("topics"):
        return []
    models = {part.model._meta.label: part.model for part in parts}
    rows = parts[0].union(*parts[1:], all=True).order_by()
    return [(models[label], pk, name) for label, pk, name in rows]


def _credits(article: Article, people: set[int]) -> list[QuerySet]:
    return [
        _rows(ArticleCredit.objects.filter(article=article, contributor__in=people), "contributor__name"),
        _rows(
            EditionCredit.objects.filter(edition__article=article, contributor__in=people),
            "contributor__name",
        ),
    ]


def _topics(article: Article, topics: set[int]) -> list[QuerySet]:
    of_article, of_edition = Article.topics.through.objects, Edition.topics.through.objects
    return [
        _rows(of_article.filter(article=article, topic__in=topics), "topic__name"),
        _rows(of_edition.filter(edition__article=article, topic__in=topics), "topic__name"),
    ]


def _rows(rows: QuerySet, name: str) -> QuerySet:
    label = Value(rows.model._meta.label, CharField())
    return rows.order_by().values_list(label, "pk", name)
