"""`desk.publish`: what readers get, and from when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Edition
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def served(article, at=None):
    """What readers of this article get at an instant: the edition's number, or None."""
    edition = Edition.objects.live(at or timezone.now()).filter(article=article).first()
    return edition and edition.number


def test_publishes_now(editor):
    article = make_article(headline="Rain in Tripoli", state="ready")

    edition = desk.publish(article, by=editor)

    assert served(article) == 1
    assert edition.get_absolute_url() == "/2026/03/02/rain-in-tripoli/"
    assert article.state == "draft"


def test_publishes_at_an_instant_to_come(clock, editor):
    article = make_article()
    at = timezone.now() + timedelta(hours=2)

    desk.publish(article, by=editor, at=at)

    assert [served(article, at - timedelta(microseconds=1)), served(article, at)] == [None, 1]


def test_second_edition_ends_the_first(editor):
    article = make_published()
    at = timezone.now() + timedelta(hours=1)

    publish(article, at=at, change="update")

    assert [served(article, at - timedelta(microseconds=1)), served(article, at)] == [1, 2]
