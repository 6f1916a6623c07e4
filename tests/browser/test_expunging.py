"""Expunging a name in a browser: looked at first, pressed twice, and a form that was open is told."""

import pytest
from playwright.sync_api import expect

from articles.models import Article, Autosave
from tests.articles.planting import NAME, tables_with_name
from tests.browser.desk import body_of, form_of, sign_in
from tests.browser.test_desk_looks import LOOKS
from tests.factories import make_published, make_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(transactional_db):
    return make_published(headline=f"{NAME} wins", slug="she-wins", body=f"<p>It was {NAME}.</p>")


@pytest.fixture
def administrator(transactional_db):
    return make_user(role="administrator", name="Ada Root")


def ask(page, story):
    page.goto(form_of(story))
    page.get_by_role("link", name="History").click()
    page.get_by_role("link", name="Expunge words or a name").click()
    page.get_by_label("Words or name to expunge").fill("zoë müller")
    page.get_by_label("Why").fill("An order of the court.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_from_the_history_to_nowhere_by_keyboard(page, administrator, story):
    sign_in(page, administrator)
    ask(page, story)

    heading = page.get_by_role("heading", name="Where they stand")
    expect(heading).to_be_in_viewport()
    assert NAME.split()[1] not in page.url
    page.get_by_role("button", name="Expunge from").press("Enter")

    expect(page.get_by_text("Ada Root removed words for good")).to_have_count(2)
    assert Article.objects.get(pk=story.pk).headline == "[removed] wins"
    assert tables_with_name() == {}


def test_page_is_sound_before_and_after_looking(page, administrator, story, axe):
    sign_in(page, administrator)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"/admin/articles/article/{story.pk}/expunge/")
        before = axe()
        ask(page, story)
        expect(page.get_by_role("button", name="Expunge from")).to_be_visible()
        is_wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")

        assert (before, axe(), is_wider) == ([], [], False)


def test_a_form_that_was_open_keeps_nothing_more_and_says_so(page, administrator, story):
    sign_in(page, administrator)
    page.goto(form_of(story))
    body_of(page).click()
    other = page.context.new_page()
    ask(other, story)
    other.get_by_role("button", name="Expunge from").click()
    expect(other.get_by_text("Ada Root removed words for good")).to_have_count(2)

    page.keyboard.type("More of it. ")

    says = page.locator("#desk-keeping .keeping-says")
    expect(says).to_contain_text("Words were removed from this story for good after you opened it")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errornote, .errorlist").first).to_be_visible()
    expect(body_of(page)).to_contain_text("More of it.")
    assert not Autosave.objects.filter(typed_at__isnull=False).exists()
    assert tables_with_name() == {}
