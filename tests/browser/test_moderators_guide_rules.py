"""docs/moderators.md, the chapters about rules, word lists and the log."""

from datetime import time
from functools import partial

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from comments.models import Comment, Discussion, ModerationEntry, SectionRules, WordList
from tests.browser import guides, test_moderators_guide
from tests.browser.desk import find, sign_in
from tests.browser.guides import says
from tests.comments.appeals import removed
from tests.comments.factories import make_shown
from tests.factories import make_published, make_section, make_user

GUIDE = "moderators.md"
Walk = partial(guides.Walk, GUIDE)


@pytest.fixture
def at_the_desk(page, transactional_db):
    """A moderator, signed in."""
    sign_in(page, make_user(role="moderator", name="Mona Ives"))
    page.goto("/admin/")
    return page


def test_set_how_comments_are_taken(at_the_desk):
    page = at_the_desk
    make_published(headline="Rain over the delta", section=make_section(name="Africa"))
    walk = Walk(page, "Set how comments are taken")

    walk.open("Rules for comments")
    walk.open("Add rules for comments")
    walk.field("Section").select_option(label="Africa")
    mode = walk.field("Mode")
    mode.select_option(label=walk.next("Every comment waits for a moderator"))
    walk.field("Minutes between comments").fill("5")
    walk.field("Closes after days").fill("14")
    walk.field("Unattended from").fill("22:00")
    walk.field("Unattended until").fill("07:00")
    walk.press("Save")
    says(page, "22:00 to 07:00")
    rules = SectionRules.objects.get()
    assert (rules.mode, rules.slow_minutes, rules.closes_after_days) == ("hold-all", 5, 14)
    assert (rules.unattended_from, rules.unattended_until) == (time(22), time(7))

    walk.open("Discussions")
    walk.open("Add discussion")
    find(page, walk.next("Story"), "Rain", "Rain over the delta")
    walk.field("Mode").select_option(label="Closed; what was said stays")
    walk.press("Save")
    says(page, "was added successfully")
    assert (Discussion.objects.get().mode, walk.is_done()) == ("closed", True)


@pytest.mark.parametrize("name", ["Hold", "Hold as spam"])
def test_keep_a_word_list(at_the_desk, name):
    page = at_the_desk
    for kind in WordList.Kind:
        WordList.objects.get_or_create(kind=kind)
    walk = Walk(page, "Keep a word list")

    walk.open("Word lists")
    walk.next("Hold")
    walk.next("Hold as spam")
    page.get_by_role("link", name=name, exact=True).click()
    walk.field("Entries").fill("casino")
    walk.field("Try a text").fill("A C.A.S.I.N.O, too")
    walk.press("Try the text")
    says(page, "Found in this text: “casino”.")
    walk.press("Save")

    says(page, "Saved. The list holds from the next comment on.")
    expect(page.get_by_label("Entries")).to_have_value("casino")
    assert walk.is_done()


def test_read_the_log(at_the_desk):
    page, mona = at_the_desk, User.objects.get()
    removed(make_shown(make_published(), name="Ana"), mona)
    walk = Walk(page, "Read the log")

    walk.open("Log of decisions")
    walk.open("Remove")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    walk.field("Search").fill("Mona")
    walk.press("Search")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    page.goto(f"/admin/comments/comment/{Comment.objects.get().pk}/change/")
    says(page, walk.next("Decisions so far"))
    says(page, "Mona Ives, Remove")

    assert (ModerationEntry.objects.filter(actor=mona).count(), walk.is_done()) == (1, True)


def test_each_chapter_of_steps_is_walked():
    walked = {*globals(), *vars(test_moderators_guide)}

    assert guides.tests_wanted(GUIDE) - walked == set()
