"""The same story in another tab, at another desk, in other hands, or after a press that went astray."""

from uuid import uuid4

from playwright.sync_api import expect

from tests.browser.desk import LIST, body_of, form_of, sign_in
from tests.browser.keeping.writing import SENTENCE, kept_words, save, status, take
from tests.factories import make_user


def test_what_is_taken_in_another_tab_is_written_on_there(writing, story):
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("All you typed is kept")
    tab = writing.context.new_page()
    tab.goto(form_of(story))
    expect(take(tab)).to_contain_text(SENTENCE)
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()

    body_of(tab).click()
    tab.keyboard.press("Control+End")
    tab.keyboard.type(" Serendipity")
    expect(status(tab)).to_contain_text("All you typed is kept")
    tab.wait_for_timeout(1500)

    assert "Serendipity" in kept_words()


def test_the_journal_of_one_desk_overwrites_nothing_typed_at_another(writing, story, reporter, new_context):
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("All you typed is kept")
    writing.close()
    home = new_context().new_page()
    sign_in(home, reporter)
    home.goto(form_of(story))
    expect(take(home)).to_contain_text(SENTENCE)
    body_of(home).click()
    home.keyboard.press("Control+End")
    home.keyboard.type(" Serendipity")
    home.wait_for_timeout(2000)
    home.close()

    office = writing.context.new_page()
    office.goto("/admin/")
    office.wait_for_load_state("networkidle")

    assert "Serendipity" in kept_words()


def test_who_writes_on_after_a_save_without_an_answer_loses_nothing(writing, story):
    """The page stays, as after Esc, although the desk has saved."""
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("All you typed is kept")
    writing.clock.install()

    def swallow(route):
        if route.request.method != "POST":
            return route.continue_()
        route.fetch(max_redirects=0)
        return route.fulfill(status=204)

    writing.route("**/change/", swallow)
    save(writing)
    writing.wait_for_timeout(1000)
    writing.clock.fast_forward(31_000)
    body_of(writing).click()
    writing.keyboard.press("Control+End")
    writing.keyboard.type(" Serendipity")
    writing.clock.fast_forward(5_000)
    writing.wait_for_timeout(1000)

    story.refresh_from_db()
    assert (story.version, "Serendipity" in kept_words()) == (2, True)


def test_two_people_see_each_other(writing, new_context, story):
    editor = make_user(role="editor", name="Edgar Stone")
    other = new_context().new_page()
    sign_in(other, editor)
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("All you typed is kept")

    other.goto(form_of(story))

    expect(other.locator("#desk-presence")).to_have_text("Amina Diallo is editing.")


def test_pressing_save_twice_saves_once(writing, story):
    writing.keyboard.type(SENTENCE)

    writing.get_by_role("button", name="Save", exact=True).evaluate(
        "button => { button.click(); button.click(); setTimeout(() => button.click(), 30) }"
    )
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()

    story.refresh_from_db()
    assert story.version == 2


def test_back_after_a_save_is_a_form_of_its_own(writing, story):
    writing.keyboard.type(SENTENCE)
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()
    writing.goto(LIST)
    writing.go_back()
    writing.go_back()

    body_of(writing).click()
    writing.keyboard.press("Control+End")
    writing.keyboard.type(f" {uuid4().hex}")
    typed = body_of(writing).inner_text().split()[-1]
    expect(status(writing)).to_contain_text("All you typed is kept")

    assert typed in kept_words()
