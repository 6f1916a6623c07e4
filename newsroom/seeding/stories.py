"""Made-up stories, written in bulk: each composed as the desk composes it, at an instant that has passed."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from django.db.models import prefetch_related_objects
from django.utils.text import slugify

from articles.desk.addresses import path_for
from articles.desk.striking import compose, follow
from articles.models import Address, Article, ArticleCredit, Edition, EditionCredit
from articles.states import Change
from newsroom.seeding import slips, words
from newsroom.seeding.landings import make_contributors, make_sections, make_topics

MARK = "Made up, to try things on"
APART = timedelta(minutes=30)
UNTIL_MENDED = timedelta(hours=2)


class StorySeeder:
    """Writes published stories, the newest just before `until`, and half an hour or so apart."""

    def __init__(self, random: Random, until: datetime) -> None:
        self.random, self.until = random, until
        self.sections = make_sections()
        self.topics = make_topics()
        self.contributors = make_contributors(random)

    def write(self, ages: range) -> list[Edition]:
        """The stories that are so many places behind the newest; their first editions are returned."""
        articles = Article.objects.bulk_create(self._article() for _ in ages)
        self._relate(articles)
        prefetch_related_objects(articles, "topics", "credits__contributor")
        pairs = [(article, self._instant(age)) for article, age in zip(articles, ages, strict=True)]
        editions = Edition.objects.bulk_create(
            edition for article, at in pairs for edition in self._editions(article, at)
        )
        _copy_relations(editions)
        firsts = [edition for edition in editions if edition.number == 1]
        Address.objects.bulk_create(
            Address(article=first.article, path=path_for(first.published_on, first.article.slug))
            for first in firsts
        )
        return firsts

    def _instant(self, age: int) -> datetime:
        return self.until - APART * (age + 1) + timedelta(seconds=self.random.randrange(1500))

    def _article(self) -> Article:
        random = self.random
        headline = words.headline(random)
        uid = uuid.UUID(int=random.getrandbits(128), version=4)
        return Article(
            uid=uid,
            headline=headline,
            kicker=random.choice(("", "", "", "Interview", "Analysis", "The week")),
            standfirst=random.choice(("", words.sentence(random), words.sentence(random))),
            dateline=random.choice(("", *words.PLACES[:3])),
            body=words.paragraphs(random, random.randrange(3, 16)),
            section=random.choice(self.sections),
            source=MARK,
            slug=f"{slugify(headline)[:80].strip('-')}-{uid.hex[:6]}",
            slugline="made-up",
            ednote=MARK,
        )

    def _relate(self, articles: list[Article]) -> None:
        through = Article.topics.through
        through.objects.bulk_create(
            through(article=article, topic=topic)
            for article in articles
            for topic in self.random.sample(self.topics, self.random.randrange(4))
        )
        ArticleCredit.objects.bulk_create(
            ArticleCredit(article=article, contributor=self.random.choice(self.contributors))
            for article in articles
        )

    def _editions(self, article: Article, at: datetime) -> Iterator[Edition]:
        """The first edition, and for one story in ten another that followed it, with a note."""
        right, mended_at = article.body, at + UNTIL_MENDED
        has_slip = self.random.random() < 0.1 and mended_at < self.until
        slip = slips.make(self.random, right) if has_slip else None
        article.body = slip.body if slip else right
        first = _edition(article, 1, Change.FIRST, at)
        follow(first, None, at)
        article.body = right
        if slip:
            second = _edition(article, 2, slip.change, mended_at, slip.note)
            follow(second, first, mended_at)
            yield second
        yield first


def _edition(article: Article, number: int, change: str, at: datetime, note: str = "") -> Edition:
    edition = compose(article)
    edition.number, edition.change, edition.note, edition.struck_at = number, change, note, at
    return edition


def _copy_relations(editions: list[Edition]) -> None:
    """Topics and credits of editions are those of their stories, which are at hand."""
    through = Edition.topics.through
    through.objects.bulk_create(
        through(edition=edition, topic=topic)
        for edition in editions
        for topic in edition.article.topics.all()
    )
    EditionCredit.objects.bulk_create(
        EditionCredit(edition=edition, contributor_id=credit.contributor_id)
        for edition in editions
        for credit in edition.article.credits.all()
    )
