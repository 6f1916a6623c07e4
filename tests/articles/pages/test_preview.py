"""The working copy as readers would see it."""

import pytest
from django.test import Client

from tests.factories import make_article, make_published
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_shows_the_working_copy_and_says_that_it_is_one(editor):
    article = make_published(headline="Rain")
    article.headline = "Heavy rain"
    article.save()

    page = read(article.get_preview_url(), signed_in(editor))

    assert page.texts("h1") == ["Heavy rain"]
    assert page.texts("aside", "banner") == [
        "Preview. This is the working copy as it would look. Readers do not see it. Back to the desk"
    ]


def test_is_never_kept(editor):
    response = read(make_article().get_preview_url(), signed_in(editor)).response

    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_story_without_section_can_be_previewed(editor):
    article = make_article(headline="Rain")
    article.section = None
    article.save()

    assert read(article.get_preview_url(), signed_in(editor)).texts("h1") == ["Rain"]


def test_reporter_previews_what_the_desk_lets_them_read(reporter):
    own, other = make_article(by=reporter), make_article()

    seen = [read(article.get_preview_url(), signed_in(reporter)).status for article in (own, other)]

    assert seen == [200, 200]


def test_moderator_is_told_what_a_stranger_is_told(moderator):
    assert read(make_article().get_preview_url(), signed_in(moderator)).status == 404


def test_stranger_is_asked_to_sign_in_whether_the_story_exists_or_not():
    real = read(make_article().get_preview_url())
    invented = read("/preview/00000000-0000-4000-8000-000000000000/")

    assert [real.status, invented.status] == [302, 302]
    assert real.response.headers["Location"].startswith("/accounts/login/?next=/preview/")
