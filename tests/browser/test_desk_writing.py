"""A story's way from the first words to the readers, in the real editor and by keyboard alone."""

from playwright.sync_api import Page, expect

from articles.models import Article, Edition
from tests.browser.desk import LIST, body_of, find, form_of, sign_in
from tests.browser.going import press
from tests.factories import make_article, make_contributor, make_section, make_user


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the button of this name has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"No way to “{name}” by keyboard.")


def test_reporter_writes_and_files_by_keyboard(page):
    reporter = make_user(role="reporter", name="Amina Diallo")
    sign_in(page, reporter)

    page.goto(f"{LIST}add/")
    page.get_by_label("Headline").focus()
    page.keyboard.type("Convoy crosses into Niger")
    body_of(page).focus()
    page.keyboard.type("It came before dawn. ")
    page.keyboard.press("Control+b")
    page.keyboard.type("Nobody")
    page.keyboard.press("Control+b")
    page.keyboard.type(" stopped it.")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved as a draft.")).to_be_visible()
    tab_to(page, "File to the desk")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Amina Diallo filed the story to the desk.").first).to_be_visible()

    story = Article.objects.get()
    assert (story.headline, story.body, story.state) == (
        "Convoy crosses into Niger",
        "<p>It came before dawn. <strong>Nobody</strong> stopped it.</p>",
        "filed",
    )


def test_editor_changes_the_words_and_publishes(page):
    editor = make_user(role="editor", name="Edgar Stone")
    story = make_article(headline="Convoy", section=make_section(name="Africa"), state="filed")
    sign_in(page, editor)

    page.goto(form_of(story))
    page.get_by_label("Headline").fill("Convoy crosses into Niger")
    page.get_by_role("button", name="Publish…").click()
    expect(page.get_by_text("Goes live now, on Africa and the front page")).to_be_visible()
    page.get_by_role("button", name="Publish now").click()
    expect(page.get_by_text("Edgar Stone published version 1").first).to_be_visible()

    assert Edition.objects.get().headline == "Convoy crosses into Niger"


def test_headings_lists_and_quotes_are_buttons(page):
    sign_in(page, make_user(role="reporter"))

    page.goto(f"{LIST}add/")
    body_of(page).wait_for()
    names = page.locator(".prose-menubar button").evaluate_all(
        "buttons => buttons.map((button) => button.getAttribute('aria-label'))"
    )

    assert names == [
        "heading 2",
        "heading 3",
        "paragraph",
        "unordered list",
        "ordered list",
        "List properties",
        "blockquote",
        "bold",
        "italic",
        "insert link",
        "remove link",
        "Insert table",
        "Add column",
        "Delete column",
        "Add row",
        "Delete row",
        "Merge cells",
        "Split cell",
        "Toggle header cell",
        "Delete table",
        "undo",
        "redo",
    ]


def test_enter_in_a_field_saves(page):
    reporter = make_user(role="reporter")
    story = make_article(by=reporter)
    sign_in(page, reporter)

    page.goto(form_of(story))
    page.get_by_label("Kicker").fill("Weather")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    story.refresh_from_db()
    assert (story.kicker, story.state) == ("Weather", "draft")


def test_opening_and_saving_changes_nothing(page):
    reporter = make_user(role="reporter")
    story = make_article(by=reporter, body="<p>One</p><ul><li><p>two</p></li></ul>", standfirst="A\nB")
    sign_in(page, reporter)

    page.goto(form_of(story))
    body_of(page).wait_for()
    press(page, "Save")

    story.refresh_from_db()
    assert story.version == 1


def test_section_is_found_by_typing(page):
    make_section(name="Africa")
    reporter = make_user(role="reporter")
    story = make_article(by=reporter, section=make_section())
    sign_in(page, reporter)

    page.goto(form_of(story))
    find(page, "Section", "afr", "Africa")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    story.refresh_from_db()
    assert story.section.name == "Africa"


def test_credit_is_added_by_keyboard(page):
    make_contributor(name="Amina Diallo")
    reporter = make_user(role="reporter")
    story = make_article(by=reporter)
    sign_in(page, reporter)

    page.goto(form_of(story))
    page.get_by_role("button", name="Add another Credit").press("Enter")
    find(page, "Contributor", "ami", "Amina Diallo")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    assert [str(credit) for credit in story.credits.all()] == ["Amina Diallo (Author)"]
