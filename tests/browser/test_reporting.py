"""Reporting a comment in a real browser: without scripts, by keyboard, and by axe-core."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from comments.models import Flag
from tests.browser.desk import sign_in
from tests.browser.going import follow, press
from tests.browser.test_desk_looks import look_at
from tests.factories import make_user

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"


@pytest.fixture(autouse=True)
def libya(transactional_db):
    call_command("loaddata", "libya", verbosity=0)


def test_reader_reports_a_comment_without_scripts(new_context):
    page = new_context(width=390, java_script_enabled=False).new_page()
    page.goto(STORY)

    follow(page, "Report Dio’s comment")
    page.get_by_role("radio", name="Advertising or spam").check()
    page.get_by_role("textbox").fill("Its words are shuffled.")
    press(page, "Report")

    assert page.get_by_role("heading", level=1).inner_text() == "Thank you"
    assert Flag.objects.get().comment.number == 1


def test_by_keyboard_alone_and_what_is_missing_takes_the_focus(page):
    page.goto(f"{STORY}comments/1/report/")
    press(page, "Report")
    expect(page.locator(".form-errors")).to_be_focused()

    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Look.")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert (Flag.objects.get().reason, Flag.objects.get().note) == ("threat", "Look.")


@pytest.mark.parametrize("path", ["", "comments/1/", "comments/1/report/", "comments/reported/"])
def test_axe_finds_nothing_wrong_with_readers_pages(page, axe, path):
    assert look_at(page, axe, STORY + path) == {}


def test_axe_finds_nothing_wrong_with_what_is_said_of_errors(page, axe):
    page.goto(f"{STORY}comments/1/report/")
    press(page, "Report")

    assert axe() == []


def test_axe_finds_nothing_wrong_at_the_desk(page, axe):
    page.goto(f"{STORY}comments/1/report/")
    page.get_by_role("radio").first.check()
    press(page, "Report")
    sign_in(page, make_user(role="moderator"))

    assert look_at(page, axe, "/admin/comments/flag/") == {}
