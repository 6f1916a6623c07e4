"""The working copy as readers would see it."""

import pytest
from django.test import Client

from tests.factories import make_article, make_published, publish
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
        "Preview. This is how it would look. Readers do not see it. Back to the desk"
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


@pytest.mark.parametrize("query", ["", "?framed=on"])
def test_may_stand_in_a_frame_of_ours_and_of_nobody_else(editor, query):
    response = read(make_article().get_preview_url() + query, signed_in(editor)).response

    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self';" in response.headers["Content-Security-Policy"] + ";"


def test_no_other_page_may_stand_in_a_frame():
    make_published(headline="Rain")

    response = read("/2026/03/02/rain/").response

    assert response.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none';" in response.headers["Content-Security-Policy"] + ";"


def test_in_a_frame_it_has_no_banner_and_opens_links_beside_it(editor):
    page = read(make_article().get_preview_url() + "?framed=on", signed_in(editor))

    assert page.texts("aside", "banner") == []
    assert '<base target="_blank">' in page.response.content.decode()


def test_note_is_shown_as_it_will_stand(editor, clock):
    article = make_published()
    clock.shift(60)
    publish(article, change="correction", note="There were two convoys.")

    page = read(
        article.get_preview_url() + "?at=2026-03-04T04:00Z&change=clarification&note=In+Agadez.",
        signed_in(editor),
    )

    assert page.texts("aside", "notes") == [
        "Correction 2 March 2026, 12:01 EET There were two convoys. "
        "Clarification 4 March 2026, 06:00 EET In Agadez."
    ]


def test_first_version_is_dated_when_it_goes_live(editor):
    page = read(make_article().get_preview_url() + "?at=2026-03-04T04:00Z", signed_in(editor))

    assert page.texts("p", "facts") == ["Published 4 March 2026, 06:00 EET"]


@pytest.mark.parametrize(
    ("named", "heading"), [("", "This story is no longer available"), ("&names_story=on", "Rain")]
)
def test_notice_of_taking_down(editor, named, heading):
    article = make_published(headline="Rain")

    page = read(article.get_preview_url() + f"?change=withdrawal&note=By+order.{named}", signed_in(editor))

    assert (page.status, page.texts("h1"), page.texts("div", "story-body")) == (200, [heading], ["By order."])
    assert article.editions.count() == 1


@pytest.mark.parametrize(
    "query",
    ["?at=soon", "?change=bogus", "?note=" + "x" * 1001, "?at=0001-01-01T00:00Z", "?at=9999-12-31T23:59Z"],
)
def test_nonsense_is_looked_past(editor, query):
    assert read(make_published(headline="Rain").get_preview_url() + query, signed_in(editor)).texts("h1") == [
        "Rain"
    ]


def test_what_never_ran_cannot_look_corrected_or_taken_down(editor):
    article = make_article(headline="Rain")

    for change in ("correction", "withdrawal"):
        page = read(article.get_preview_url() + f"?change={change}&note=Told.", signed_in(editor))
        assert (page.texts("h1"), page.texts("aside", "notes")) == (["Rain"], [])
