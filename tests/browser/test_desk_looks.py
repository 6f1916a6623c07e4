"""The desk's pages as axe-core reads them, light and dark, and at the width of a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from articles.models import ArticleCredit
from tests.browser.desk import LIST, form_of, sign_in
from tests.factories import make_article, make_contributor, make_published, make_topic, make_user, publish

LOOKS = (("light", 1280), ("dark", 390))


def look_at(page: Page, axe, path: str) -> dict[str, list[str]]:
    """What is wrong with a page: light at the width of a desk, and dark at that of a phone."""
    found = {}
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path)
        page.wait_for_load_state("networkidle")
        wrong = axe()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wrong.append("wider than the window")
        if wrong:
            found[f"{scheme} {width}"] = wrong
    return found


@pytest.fixture
def story(transactional_db):
    article = make_published(headline="Rain", kicker="Weather", topics=(make_topic(),))
    ArticleCredit.objects.create(article=article, contributor=make_contributor())
    publish(article, at=timezone.now() + timedelta(hours=9), change="update")
    type(article).objects.filter(pk=article.pk).update(version=9)
    return article


def test_sign_in(page, axe):
    assert look_at(page, axe, "/accounts/login/") == {}


@pytest.mark.parametrize("path", ["/admin/", LIST, f"{LIST}add/", "/admin/articles/slot/add/"])
def test_desk(page, axe, story, path):
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, path) == {}


def test_form_of_a_story(page, axe, story):
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, form_of(story)) == {}


def test_form_that_can_only_be_read(page, axe, story):
    sign_in(page, make_user(role="reporter"))

    assert look_at(page, axe, form_of(story)) == {}


@pytest.mark.parametrize("verb", ["publish", "withdraw", "rename"])
def test_page_of_a_move(page, axe, story, verb):
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, f"{LIST}{story.pk}/move/{verb}/") == {}


def test_errors_of_a_move(page, axe, story):
    sign_in(page, make_user(role="editor"))
    page.goto(f"{LIST}{story.pk}/move/publish/")

    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_load_state()

    assert axe() == []


def test_sending_back(page, axe):
    article = make_article(state="filed")
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, f"{LIST}{article.pk}/move/send_back/") == {}


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/password/change/",
        "/accounts/email/",
        "/accounts/2fa/",
        "/admin/auth/user/",
        "/admin/auth/user/add/",
        "/admin/articles/deskentry/",
    ],
)
def test_account_pages(page, axe, path):
    sign_in(page, make_user(role="administrator"))

    assert look_at(page, axe, path) == {}
