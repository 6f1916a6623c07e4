"""The page of a word list in a browser: axe, light and dark and on a phone, and a text tried on it."""

import pytest
from playwright.sync_api import Page

from comments.models import WordList
from tests.browser.desk import sign_in
from tests.browser.test_desk_looks import look_at
from tests.factories import make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def word_list(transactional_db) -> str:
    hold, _ = WordList.objects.get_or_create(kind="hold")
    return f"/admin/comments/wordlist/{hold.pk}/change/"


def test_lists_and_their_page(page: Page, axe, word_list: str) -> None:
    sign_in(page, make_user(role="moderator"))

    assert look_at(page, axe, "/admin/comments/wordlist/") == {}
    assert look_at(page, axe, word_list) == {}


def test_errors_and_a_text_that_was_tried(page: Page, axe, word_list: str) -> None:
    sign_in(page, make_user(role="moderator"))
    page.goto(word_list)

    page.get_by_label("Entries").fill("casino\n???")
    page.get_by_label("Try a text").fill("A C.A.S.I.N.O, too")
    page.get_by_role("button", name="Try the text").click()
    tried = page.locator("#tried").inner_text()
    page.get_by_role("button", name="Save", exact=True).click()
    error = page.locator(".errorlist").inner_text()
    wrong = axe()
    page.get_by_role("button", name="Save without those lines").click()

    assert tried == "Found in this text: “casino”."
    assert error == "Line 2 (“???”) has no letters or digits, so it would find nothing."
    assert wrong == []
    assert page.locator(".messagelist").inner_text() == (
        "Saved. 1 line was left out. The list holds from the next comment on."
    )
    assert page.get_by_label("Entries").input_value() == "casino"
