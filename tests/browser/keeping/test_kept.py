"""What is typed in the form of a story survives whatever happens to the line, the session or the tab."""

import re

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Autosave
from tests.browser.desk import LIST, body_of, form_of, sign_in
from tests.browser.keeping.writing import SENTENCE, kept_words, save, status, take


def test_reaches_the_desk_within_two_seconds_of_a_pause(writing, story):
    writing.keyboard.type(SENTENCE)

    expect(status(writing)).to_contain_text("All you typed is kept", timeout=2000)

    story.refresh_from_db()
    assert SENTENCE in kept_words()
    assert (story.version, story.body, story.desk_entries.count()) == (1, "<p>First.</p>", 0)


def test_a_tab_that_was_closed_offers_what_was_typed_in_it(writing, story):
    writing.keyboard.type(SENTENCE)
    writing.goto(LIST)

    writing.goto(form_of(story))
    expect(writing.get_by_role("heading", name=re.compile("^Typed on .* and not saved$"))).to_be_visible()
    expect(writing.locator("#desk-offers ins")).to_contain_text("The convoy of two hundred vehicles")
    expect(take(writing)).to_contain_text(SENTENCE)
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()

    story.refresh_from_db()
    assert story.body == f"<p>First.{SENTENCE}</p>"
    assert not Autosave.objects.unsaved().exists()
    writing.goto(form_of(story))
    expect(writing.locator("#desk-offers")).to_be_empty()


def test_without_a_network_nothing_is_lost_and_save_waits(writing, story):
    context = writing.context
    context.set_offline(True)
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("No connection.")

    save(writing)
    expect(status(writing)).to_contain_text("No connection.")
    body_of(writing).press("End")
    writing.keyboard.type(" It rained.")
    context.set_offline(False)
    expect(status(writing)).to_contain_text("All you typed is kept")
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()

    story.refresh_from_db()
    assert story.body == f"<p>First.{SENTENCE} It rained.</p>"


def test_an_expired_session_is_renewed_in_another_tab(writing, story, reporter):
    Session.objects.all().delete()
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("You have been signed out.")
    save(writing)
    expect(status(writing)).to_contain_text("You have been signed out.")

    with writing.context.expect_page() as opened:
        writing.get_by_role("link", name="Sign in, in a new tab").click()
    tab = opened.value
    tab.get_by_label("Login").fill(reporter.username)
    tab.get_by_label("Password", exact=True).fill("correct horse")
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("Close this tab and go on writing")).to_be_visible()
    tab.close()

    expect(status(writing)).to_contain_text("All you typed is kept")
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()
    story.refresh_from_db()
    assert SENTENCE in story.body


def test_a_new_story_is_kept_too(page, reporter):
    sign_in(page, reporter)
    page.goto(f"{LIST}add/")
    page.get_by_label("Headline").fill("Rain at last")
    expect(status(page)).to_contain_text("All you typed is kept")

    page.goto(f"{LIST}add/")
    page.get_by_role("button", name="Take it").click()

    expect(page.get_by_label("Headline")).to_have_value("Rain at last")
