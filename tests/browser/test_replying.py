"""Replying in a real browser: in place, without scripts, by keyboard, and by axe-core."""

import pytest
from django.core.management import call_command
from playwright.sync_api import expect

from articles.models import Article
from comments import moderation
from comments.models import Comment
from tests.browser.going import press
from tests.comments.factories import make_shown
from tests.factories import make_user

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"


@pytest.fixture(autouse=True)
def libya(transactional_db):
    call_command("loaddata", "libya", verbosity=0)
    parent = Comment.objects.get(number=2)
    for name in ("Ana", "Bram", "Chiara", "Dunya", "Emeka", "محمد"):
        parent = make_shown(Article.objects.get(), parent=parent, name=name, website="https://a.example")
    moderation.remove(Comment.objects.get(number=4), by=None)


def fill_in(page, text="A word on this."):
    page.get_by_role("textbox", name="Name").fill("Zed")
    page.get_by_role("textbox", name="E-mail").fill("zed@example.org")
    page.get_by_role("textbox", name="Comment").fill(text)


def test_the_form_opens_in_place_and_goes_back(page):
    page.goto(STORY)
    link = page.get_by_role("link", name="Reply to Dio")

    link.click()
    opened = page.evaluate(
        "[document.activeElement.name, document.querySelector('form.reply-form').closest('li') !== null]"
    )
    heading = page.get_by_role("heading", name="Reply to Dio").count()
    page.keyboard.press("Escape")

    assert (opened, heading) == (["name", True], 1)
    assert page.evaluate("document.activeElement.textContent") == "Reply to Dio"
    assert page.get_by_role("heading", name="Leave a Reply").count() == 1


def test_cancel_keeps_what_was_typed(page):
    page.goto(STORY)
    page.get_by_role("link", name="Reply to Dio").click()
    fill_in(page, "Half a thought")

    page.get_by_role("button", name="Cancel").click()

    assert page.get_by_role("textbox", name="Comment").input_value() == "Half a thought"
    assert page.get_by_role("button", name="Cancel").count() == 0


def test_a_reply_sent_in_place_waits_under_its_comment(page):
    page.goto(STORY)
    page.get_by_role("link", name="Reply to Gheorghe").click()
    fill_in(page)

    press(page, "Send")

    assert page.get_by_role("heading", level=1).inner_text() == "Look into your mail"
    assert Comment.objects.waiting().get().parent.number == 2


def test_the_same_without_scripts(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(STORY)

    page.get_by_role("link", name="Reply to Gheorghe").click()
    fill_in(page)
    press(page, "Send")

    assert page.get_by_role("heading", level=1).inner_text() == "Look into your mail"
    assert Comment.objects.waiting().get().parent.number == 2


def test_errors_take_the_focus_and_lead_to_their_fields(page):
    page.goto(f"{STORY}comments/new/")
    page.get_by_role("textbox", name="Comment").fill("Kept")

    press(page, "Send")
    expect(page.locator(".form-errors")).to_be_focused()
    page.get_by_role("link", name="Write your e-mail address").click()

    expect(page.get_by_role("textbox", name="E-mail")).to_be_focused()
    assert page.get_by_role("textbox", name="Comment").input_value() == "Kept"


def test_staff_are_asked_once_more_from_the_page_that_carries_no_token(new_context, client, live_server):
    editor = make_user(role="editor", name="Edgar Stone")
    client.force_login(editor)
    context = new_context()
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(STORY)
    fill_in(page, "Noted.")

    press(page, "Send")
    page.get_by_role("button", name="Send this reply").click()

    page.wait_for_url("**/#comment-*")
    expect(page.get_by_role("heading", name="Edgar Stone Staff")).to_be_focused()
    assert Comment.objects.shown().order_by("-number")[0].account == editor


@pytest.mark.parametrize(("width", "dark"), [(320, False), (390, True), (1280, False)])
def test_axe_finds_nothing_wrong(new_context, violations, width, dark):
    page = new_context(width=width, dark=dark).new_page()
    found, widths = {}, []

    for path in ("", "comments/", "comments/2/", "comments/4/", "comments/2/reply/", "comments/new/"):
        page.goto(STORY + path)
        found[path] = violations(page)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    press(page, "Send")
    found["errors"] = violations(page)
    fill_in(page)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/sent/**")
    found["sent"] = violations(page)

    assert found == {path: [] for path in found}
    assert widths == [width] * 6


def test_comments_are_heard_as_nested_lists_with_a_heading_each(page):
    page.goto(STORY)

    heard = page.locator("#comments").aria_snapshot()

    assert 'heading "1. Dio" [level=3]' in heard
    assert 'heading "4. Removed by the moderators." [level=3]' in heard
    assert 'link "Reply to Dio"' in heard
    assert page.get_by_role("list").filter(has=page.get_by_role("article")).count() == 5
