"""What the browser has written down and the desk does not take: the writer is told what became of it."""

import re

import pytest
from playwright.sync_api import expect

from articles import desk
from articles.models import Autosave
from tests.browser.desk import LIST, body_of, form_of
from tests.browser.keeping.writing import SENTENCE, entries_of, is_in_the_journal, save, status
from tests.factories import find_role, make_article

SECRET = "Zoë Müller"


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, headline="Convoy", body=f"<p>{SECRET} fled.</p>")


@pytest.fixture
def left_behind(writing, reporter):
    """Typed while the desk could not be reached, in a tab that is gone without a word."""
    writing.route("**/sitting/**", lambda route: route.abort())
    writing.evaluate("navigator.sendBeacon = () => false")
    writing.keyboard.type(f" {SECRET}. {SENTENCE}")
    is_in_the_journal(writing, reporter, "Agadez+before+dawn.")
    writing.goto("about:blank")
    writing.unroute("**/sitting/**")
    return writing


def told(page):
    return page.locator("#desk-left")


def expunge(story):
    story.refresh_from_db()
    desk.expunge(story, by=None, words=SECRET, reason="An order of the court.")


def test_what_is_too_long_to_be_kept_is_not_sent_to_be_saved(writing, story):
    writing.route("**/sitting/keep/", lambda route: route.fulfill(status=413))
    writing.keyboard.type(SENTENCE)
    expect(status(writing)).to_contain_text("The desk can't take this")

    save(writing)
    expect(status(writing)).to_contain_text("The desk can't take this")
    expect(body_of(writing)).to_contain_text(SENTENCE)

    writing.unroute("**/sitting/keep/")
    save(writing)
    expect(writing.get_by_text("Saved.", exact=True)).to_be_visible()


def test_words_removed_meanwhile_are_told_of_and_not_shown(left_behind, reporter, story):
    desk.save(story, by=None)
    expunge(story)

    left_behind.goto(form_of(story))
    expect(told(left_behind)).to_contain_text("Words were removed from this story for good")

    shown = left_behind.content()
    assert [words in shown for words in (SECRET, "Agadez")] == [False, False]
    assert ("".join(entries_of(left_behind, reporter)), Autosave.objects.unsaved().count()) == ("", 0)


def test_it_is_told_until_its_writer_has_read_it(left_behind, reporter, story):
    expunge(story)

    left_behind.goto("/admin/")
    expect(told(left_behind)).to_contain_text("Words were removed")
    left_behind.goto(LIST)
    told(left_behind).get_by_role("button", name="I have read this").click()
    expect(told(left_behind)).to_be_empty()

    assert entries_of(left_behind, reporter) == []


def test_nothing_is_told_of_words_that_the_desk_had_before(writing, reporter, story):
    """They were blanked there, and are offered as ever."""
    writing.keyboard.type(f" {SECRET}. {SENTENCE}")
    expect(writing.locator("#desk-keeping")).to_contain_text("All you typed is kept")
    writing.goto("about:blank")
    expunge(story)

    writing.goto(form_of(story))
    expect(writing.locator("#desk-offers ins").first).to_contain_text("[removed]. The convoy")
    writing.wait_for_load_state("networkidle")

    expect(told(writing)).to_be_empty()
    assert entries_of(writing, reporter) == []


def test_what_is_too_long_is_there_to_be_copied(left_behind, reporter, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 200

    left_behind.goto("/admin/")
    expect(told(left_behind)).to_contain_text("The desk can't take it, perhaps because it is too long.")

    typed = told(left_behind).get_by_role("textbox", name="What you typed")
    expect(typed).to_have_value(re.compile(f"^Convoy\n\n{SECRET} fled\\. {SECRET}\\. {SENTENCE}$"))
    assert len(entries_of(left_behind, reporter)) == 1


def test_who_may_write_no_more_gets_what_they_typed(left_behind, reporter):
    reporter.groups.set([find_role("moderator")])

    left_behind.goto("/admin/")
    expect(told(left_behind)).to_contain_text("Your account may not write stories any more")
    expect(told(left_behind).get_by_role("textbox")).to_have_value(re.compile(SENTENCE))
    told(left_behind).get_by_role("button", name="Remove it from this browser").click()
    expect(told(left_behind)).to_be_empty()

    assert entries_of(left_behind, reporter) == []


def test_a_story_that_was_filed_meanwhile_offers_what_was_typed(left_behind, reporter, story):
    desk.file(story, by=reporter)

    left_behind.goto(form_of(story))

    expect(left_behind.locator("#desk-offers ins").first).to_contain_text(SECRET)
    expect(told(left_behind)).to_be_empty()


def test_what_is_told_is_sound(left_behind, reporter, story, settings, axe):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 200
    left_behind.goto(form_of(story))
    expect(told(left_behind)).to_contain_text("too long")

    assert axe() == []
