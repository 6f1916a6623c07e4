"""Many published stories at once, for asking the database how it finds them. Not by the desk's verbs."""

from datetime import datetime, timedelta
from uuid import uuid4

from articles.models import Address, Article, Edition, EditionCredit, Section
from tests.factories import NOON, make_contributor, make_section, make_topic


def make_sections(top: int = 8, below: int = 3) -> list[Section]:
    """Sub-sections; their parents are the top ones."""
    return [
        make_section(name=f"Sub{number}-{child}", parent=make_section(name=f"Top{number}"))
        for number in range(top)
        for child in range(below)
    ]


def make_many(count: int) -> None:
    """So many stories, ten minutes apart up to `NOON`; every third has been corrected once."""
    sections, topics = make_sections(), [make_topic(name=f"Topic {n}") for n in range(30)]
    people = [make_contributor(name=f"Person {n}") for n in range(20)]
    start = NOON - timedelta(minutes=10 * count)
    articles = Article.objects.bulk_create(
        [
            Article(headline=f"Story {n}", section=sections[n % len(sections)], uid=uuid4())
            for n in range(count)
        ],
        batch_size=2000,
    )
    editions = []
    for n, article in enumerate(articles):
        at = start + timedelta(minutes=10 * n)
        corrected_at = at + timedelta(hours=5) if n % 3 == 0 else None
        editions.append(_edition(article, 1, at, at, corrected_at))
        if corrected_at:
            editions.append(_edition(article, 2, at, corrected_at, None))
    editions = Edition.objects.bulk_create(editions, batch_size=2000)
    Address.objects.bulk_create(
        [Address(article=article, path=f"/{n // 100}/story-{n}/") for n, article in enumerate(articles)],
        batch_size=2000,
    )
    through = Edition.topics.through
    through.objects.bulk_create(
        [through(edition=edition, topic=topics[n % 30]) for n, edition in enumerate(editions)],
        batch_size=5000,
    )
    EditionCredit.objects.bulk_create(
        [EditionCredit(edition=edition, contributor=people[n % 20]) for n, edition in enumerate(editions)],
        batch_size=5000,
    )


def _edition(
    article: Article, number: int, first: datetime, live_from: datetime, live_until: datetime | None
) -> Edition:
    return Edition(
        article=article,
        number=number,
        change="first" if number == 1 else "correction",
        note="" if number == 1 else "It was Benghazi.",
        follows=None if number == 1 else number - 1,
        headline=article.headline,
        body="<p>What happened.</p>" * 20,
        body_html="<p>What happened.</p>" * 20,
        section=article.section,
        top_section=article.section.top,
        struck_at=live_from,
        struck_version=1,
        first_published_at=first,
        published_on=first.date(),
        live_from=live_from,
        live_until=live_until,
        updated_at=live_from,
    )
