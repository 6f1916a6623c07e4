"""The address that a story gets when it is first published."""

from datetime import timedelta
from uuid import UUID

import pytest

from articles.models import Article
from tests.articles.records import row
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_stories_of_one_name_on_one_day_get_numbered_addresses():
    paths = [publish(make_article(headline="Rain")).get_absolute_url() for _ in range(3)]

    assert paths == ["/2026/03/02/rain/", "/2026/03/02/rain-2/", "/2026/03/02/rain-3/"]


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Qaddafi Loyalists Flee Libya", "qaddafi-loyalists-flee-libya"),
        ("word " * 30, "-".join(["word"] * 16)),
        ("W" * 100, "w" * 80),
        ("الأمطار في طرابلس", "story-0123abcd"),
    ],
)
def test_the_address_is_made_of_the_headline(headline, slug):
    article = make_article(headline=headline, uid=UUID("0123abcd-0000-4000-8000-000000000000"))

    publish(article)

    assert row(article)["slug"] == slug


def test_the_address_is_the_slug_that_the_desk_chose():
    assert publish(make_article(slug="chosen")).get_absolute_url() == "/2026/03/02/chosen/"


def test_a_later_version_keeps_the_address(clock):
    article = make_published(headline="Rain")
    Article.objects.filter(pk=article.pk).update(headline="Flood", slug="flood")
    clock.shift(timedelta(days=3))

    edition = publish(article, change="update")

    assert edition.get_absolute_url() == "/2026/03/02/rain/"
