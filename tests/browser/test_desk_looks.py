"""The desk's pages as axe-core reads them, light and dark, and at the width of a phone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import Sitting
from articles.desk.fields import fields_of
from articles.models import ArticleCredit
from tests.browser.desk import LIST, form_of, sign_in
from tests.browser.going import press
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


@pytest.mark.parametrize("role", ["editor", "reporter"])
def test_form_of_a_story_that_begins_with_a_smaller_heading(page, axe, transactional_db, role):
    story = make_article(body="<h3>Rain</h3><p>It rained.</p>")
    sign_in(page, make_user(role=role))

    assert look_at(page, axe, form_of(story)) == {}


@pytest.fixture
def wordy(transactional_db):
    """A story with two copies, unsaved words of the editor's that clash with the second, and the editor."""
    editor = make_user(role="editor")
    article = make_article(headline="Rain", body="<p>One.</p><p>Two.</p><ul><li><p>Three.</p></li></ul>")
    typed = {**fields_of(article), "headline": "Hail", "body": "<p>One, and.</p><h2>Two.</h2>"}
    article.headline, article.body, article.section = "Flood", "<p>One, or.</p>", None
    desk.save(article, by=make_user(role="editor", name="Amina Diallo"))
    sitting = Sitting(uuid4(), editor, article, 1)
    autosaving.hold_fast(sitting, typed, timezone.now())
    autosaving.attend(Sitting(uuid4(), make_user(role="reporter"), article), timezone.now())
    return article, editor, sitting.name


def test_form_with_an_offer_and_somebody_there(page, axe, wordy):
    article, editor, _ = wordy
    sign_in(page, editor)

    assert look_at(page, axe, form_of(article)) == {}


def test_first_page_with_unsaved_words(page, axe, wordy):
    sign_in(page, wordy[1])

    assert look_at(page, axe, "/admin/") == {}


@pytest.mark.parametrize(
    "name", ["history/", "history/compare/?from=1&to=2", "join/{sitting}/", "leftovers/"]
)
def test_histories_and_choices(page, axe, wordy, name):
    article, editor, sitting = wordy
    sign_in(page, editor)

    assert look_at(page, axe, f"{LIST}{article.pk}/{name.format(sitting=sitting)}") == {}


def test_signed_in_again(page, axe, wordy):
    sign_in(page, wordy[1])

    assert look_at(page, axe, f"{LIST}sitting/back/") == {}


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_what_was_sent_after_signing_out(page, axe, story, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, make_user(role="editor"))
    page.goto(f"{LIST}{story.pk}/move/publish/")
    page.get_by_label("Note to readers").fill("It was Benghazi, and not Tripoli.")

    page.context.clear_cookies(name="sessionid")
    with page.expect_navigation():
        page.evaluate("document.getElementById('panel').submit()")

    assert (axe(), page.evaluate("document.documentElement.scrollWidth > innerWidth")) == ([], False)
    expect(page.get_by_label("Note", exact=True)).to_have_value("It was Benghazi, and not Tripoli.")


@pytest.mark.parametrize("verb", ["publish", "withdraw", "rename"])
def test_page_of_a_move(page, axe, story, verb):
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, f"{LIST}{story.pk}/move/{verb}/") == {}


def test_errors_of_a_move(page, axe, story):
    sign_in(page, make_user(role="editor"))
    page.goto(f"{LIST}{story.pk}/move/publish/")

    press(page, "Publish as a correction")

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
