"""docs/editors.md, walked as it is written: each word in bold of its steps is looked for on the screen."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Edition
from tests.browser import guides
from tests.browser.desk import body_of, find, form_of, sign_in_by_hand
from tests.browser.guides import says
from tests.factories import make_article, make_published, make_section, make_user

GUIDE = "editors.md"
Walk = partial(guides.Walk, GUIDE)


def minutes_from_now(minutes: int) -> str:
    at = timezone.localtime(timezone.now() + timedelta(minutes=minutes))
    return f"{at:%Y-%m-%dT%H:%M}"


@pytest.fixture
def reporter(transactional_db):
    return make_user(role="reporter", name="Amina Diallo")


@pytest.fixture
def at_the_desk(page, reporter):
    """An editor, signed in."""
    sign_in_by_hand(page, make_user(role="editor", name="Edgar Stone"))
    return page


def open_story(page: Page, story: Article) -> None:
    page.goto(form_of(story))
    body_of(page).wait_for()


def test_write_and_file_a_story(page, reporter):
    make_section(name="Africa")
    walk = Walk(page, "Write and file a story")
    sign_in_by_hand(page, reporter)

    walk.open("Stories")
    walk.open("New story")
    walk.field("Headline").fill("Convoy crosses")
    walk.next("Body")
    body_of(page).click()
    page.keyboard.type("At dawn.")
    find(page, walk.next("Section"), "Afr", "Africa")
    walk.press("Save")
    says(page, "Saved as a draft.")
    walk.open("Preview")
    expect(page.get_by_role("heading", level=1)).to_have_text("Convoy crosses")
    walk.open("Back to the desk")
    walk.press("File to the desk")
    says(page, "Amina Diallo filed the story to the desk.")

    story = Article.objects.get()
    assert (story.state, story.body, str(story.section)) == ("filed", "<p>At dawn.</p>", "Africa")
    assert walk.is_done()


def test_claim_a_story_and_send_it_back(at_the_desk, reporter):
    page, story = at_the_desk, make_article(headline="Convoy crosses", by=reporter, state="filed")
    walk = Walk(page, "Claim a story and send it back")

    walk.open("Filed to the desk", begins=True)
    page.get_by_role("link", name="Convoy crosses", exact=True).click()
    walk.press("Claim")
    says(page, "Edgar Stone claimed the story.")
    says(page, "In the hands of")
    walk.press("Send back to Amina")
    walk.field("What should change").fill("Who counted the cars?")
    walk.press("Send back to Amina")
    says(page, "Who counted the cars?")

    story.refresh_from_db()
    assert (story.state, story.claimed_by) == ("draft", None)
    assert walk.is_done()


def test_schedule_a_story_and_change_the_schedule(at_the_desk):
    page, story = at_the_desk, make_article(headline="Convoy crosses")
    walk = Walk(page, "Schedule a story, and change the schedule")
    open_story(page, story)

    walk.press("Publish…")
    walk.choose("At a set time")
    walk.field("Publish at").fill(minutes_from_now(60))
    expect(page.locator("#panel-said")).to_contain_text("Goes live ")
    walk.press("Schedule")
    says(page, "scheduled version 1 for")

    walk.press("Publish…")
    walk.choose("At a set time")
    walk.field("Publish at").fill(minutes_from_now(120))
    walk.choose("Drop the version scheduled")
    expect(page.locator("#panel-said")).to_contain_text("is dropped.")
    walk.press("Schedule")
    says(page, "scheduled version 2 for")
    (pending,) = Edition.objects.pending(timezone.now())
    assert (pending.number, pending.live_from - timezone.now() > timedelta(minutes=100)) == (2, True)

    walk.press("Unschedule")
    says(page, "unscheduled version 2")
    assert not Edition.objects.pending(timezone.now()).exists()
    assert walk.is_done()


def test_correct_a_story_with_a_note_to_readers(at_the_desk):
    page, story = at_the_desk, make_published(headline="Convoy crosses", body="<p>It was Monday.</p>")
    path = story.addresses.get().path
    walk = Walk(page, "Correct a story, with a note to readers")
    open_story(page, story)

    page.get_by_label("Headline").fill("Convoy crosses on Tuesday")
    walk.press("Publish…")
    walk.field("Note to readers").fill("It was Tuesday, and not Monday.")
    walk.press("Publish as a correction")
    says(page, "published version 2 as a correction")

    page.goto(path)
    says(page, "It was Tuesday, and not Monday.")
    walk.open("Corrections")
    says(page, "It was Tuesday, and not Monday.")
    walk.open("What changed", begins=True)
    expect(page.locator("ins").last).to_contain_text("Tuesday")
    assert walk.is_done()


def take_down(page: Page, walk: guides.Walk) -> None:
    walk.press("Take down…")
    walk.choose("Retraction: it was wrong")
    walk.field("Notice to readers").fill("We were misled.")
    expect(page.frame_locator("iframe").get_by_text("We were misled.")).to_be_visible()
    walk.press("Take down")
    says(page, "took the story down")


def test_take_a_story_down(at_the_desk):
    page, story = at_the_desk, make_published(headline="Convoy crosses")
    walk = Walk(page, "Take a story down")
    open_story(page, story)

    take_down(page, walk)

    answer = page.goto(story.addresses.get().path)
    assert answer.status == 410
    says(page, "We were misled.")
    assert walk.is_done()


def test_undo_what_you_published_or_took_down(at_the_desk):
    page, story = at_the_desk, make_published(headline="Convoy crosses")
    walk = Walk(page, "Undo what you published or took down")
    open_story(page, story)
    take_down(page, Walk(page, "Take a story down"))

    page.get_by_role("button", name=walk.next("Undo"), exact=True).first.click()
    says(page, "undid version 2")

    answer = page.goto(story.addresses.get().path)
    assert (answer.status, walk.is_done()) == (200, True)


def test_bring_back_what_you_wrote_before(at_the_desk):
    page, story = at_the_desk, make_article(headline="Convoy crosses")
    walk = Walk(page, "Bring back what you wrote before")
    open_story(page, story)
    page.get_by_label("Headline").fill("Convoy halts")
    page.get_by_role("button", name="Save", exact=True).click()
    says(page, "Saved.")

    walk.open("History")
    walk.press("Compare these two")
    expect(page.locator("del")).to_contain_text("crosses")
    walk.press("Restore only the headline")
    says(page, "restored headline of copy 1")

    story.refresh_from_db()
    assert (story.headline, story.version, walk.is_done()) == ("Convoy crosses", 3, True)


def test_expunge_a_name_or_words(page, transactional_db):
    story = make_published(headline="Amina Diallo wins")
    sign_in_by_hand(page, make_user(role="administrator", name="Ada Root"))
    walk = Walk(page, "Expunge a name or words")
    page.goto(form_of(story))

    walk.open("History")
    walk.open("Expunge words or a name", begins=True)
    walk.field("Words or name to expunge").fill("Amina Diallo")
    walk.field("What stands in their place").fill("A woman")
    walk.field("Why").fill("An order of the court.")
    walk.press("Show where they stand")
    says(page, "Web addresses")
    page.get_by_role("button", name=walk.next("Expunge from")).click()

    says(page, "Ada Root removed words for good from 4 places.")
    assert (Article.objects.get().headline, walk.is_done()) == ("A woman wins", True)


def test_each_chapter_of_steps_is_walked():
    assert guides.tests_wanted(GUIDE) - set(globals()) == set()
