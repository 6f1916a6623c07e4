"""Tables: written in the editor under the content policy, and read on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import body_of, form_of, sign_in
from tests.browser.test_desk_looks import look_at
from tests.factories import make_article, make_published, make_user

CELLS = "".join(f"<td><p>A cell with a few words, {number}</p></td>" for number in range(9))
WIDE = (
    "<p>It rained.</p><table><tbody>"
    f"<tr>{CELLS.replace('td>', 'th>')}</tr><tr>{CELLS}</tr></tbody></table><p>And stopped.</p>"
)


def test_is_written_in_the_editor(page, axe, transactional_db):
    story = make_article(body="<p>It rained.</p>")
    sign_in(page, make_user(role="editor"))
    page.goto(form_of(story))

    body_of(page).click()
    page.keyboard.press("Control+End")
    page.get_by_title("Insert table").click()
    page.get_by_label("Include header row").select_option(label="Yes")
    page.get_by_role("button", name="Insert Table", exact=True).click()
    for word in ("Country", "Rain", "Hail"):
        page.keyboard.type(word)
        page.keyboard.press("Tab")
    wrong = axe()
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".messagelist")).to_contain_text("Saved.")

    story.refresh_from_db()
    assert wrong == []
    assert "<tr><th><p>Country</p></th><th><p>Rain</p></th><th><p>Hail</p></th></tr><tr><td>" in story.body


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_scrolls_within_itself_on_a_phone(new_context, violations, transactional_db, direction):
    story = make_published(body=WIDE, language="ar" if direction == "rtl" else "en")
    page = new_context(width=390).new_page()
    page.goto(story.addresses.get().path)

    box = page.get_by_role("group", name="Table")
    box.focus()
    page.keyboard.press("ArrowLeft" if direction == "rtl" else "ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft !== 0")

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_wide_one_does_not_widen_the_form(page, axe, transactional_db):
    story = make_article(body=WIDE)
    sign_in(page, make_user(role="editor"))

    assert look_at(page, axe, form_of(story)) == {}


def test_wide_one_follows_the_cursor_in_the_form(new_context, transactional_db):
    story = make_article(body=WIDE)
    page = new_context(width=390).new_page()
    sign_in(page, make_user(role="editor"))
    page.goto(form_of(story))

    body_of(page).get_by_text("A cell with a few words, 0").last.click()
    # By this the editor learns where the cursor is, before it is asked to move it.
    page.keyboard.type("!")
    for _ in range(8):
        page.keyboard.press("Tab")

    expect(body_of(page).get_by_text("A cell with a few words, 8").last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_wide_one_does_not_widen_a_form_that_can_only_be_read(page, axe, transactional_db):
    story = make_published(body=WIDE)
    sign_in(page, make_user(role="reporter"))

    assert look_at(page, axe, form_of(story)) == {}
