"""Recommending in a real browser: in place, without scripts, by staff, and where it does not work."""

import re

import pytest
from django.http import HttpResponse
from playwright.sync_api import expect

from comments.models import Comment
from comments.senders import Sender
from comments.views.senders import COOKIE, trust
from tests.browser.going import press
from tests.comments.factories import make_shown, make_writer, path_of
from tests.factories import make_published, make_user

RECOMMEND = "Recommend comment 1 by Dio"


@pytest.fixture
def article(transactional_db):
    return make_published(headline="Rain")


def count():
    return Comment.objects.get().recommended


def test_it_is_counted_in_place_and_can_be_taken_back(page, article):
    make_shown(article)
    page.goto(path_of(article))

    page.get_by_role("button", name=RECOMMEND).click()
    pressed = page.get_by_role("button", name="Recommended comment 1 by Dio", pressed=True)
    expect(pressed).to_be_focused()
    expect(page.locator(".comment-actions")).to_contain_text("1 recommendation")
    expect(page.get_by_role("status").first).to_have_text(
        "You recommend comment 1 by Dio. It has 1 recommendation."
    )
    counted = count()
    pressed.click()

    expect(page.get_by_role("button", name=RECOMMEND, pressed=False)).to_be_focused()
    expect(page.locator(".recommendations")).to_be_hidden()
    assert (counted, count(), page.url.endswith(path_of(article))) == (1, 0, True)


def test_without_scripts_a_page_says_what_became_of_it(new_context, article):
    make_shown(article)
    page = new_context(java_script_enabled=False).new_page()
    page.goto(path_of(article))

    press(page, RECOMMEND)
    expect(page.get_by_role("heading", level=1)).to_have_text("You recommend comment 1 by Dio")
    counted = count()
    press(page, "Take it back")

    expect(page.get_by_role("heading", level=1)).to_have_text("You do not recommend comment 1 by Dio")
    assert (counted, count()) == (1, 0)


def test_ones_own_is_refused_beside_the_button(page, article):
    dio, known = make_writer(), HttpResponse()
    make_shown(article, email=dio.email, sender=Sender(writer=dio))
    trust(known, dio)
    cookie = {"name": COOKIE, "value": known.cookies[COOKIE].value, "domain": "localhost", "path": "/"}
    page.context.add_cookies([cookie])
    page.goto(path_of(article))

    page.get_by_role("button", name=RECOMMEND).click()

    expect(page.locator(".recommend-wrong")).to_have_text("This comment is your own. It was not counted.")
    assert (page.get_by_role("button", name=RECOMMEND).count(), count()) == (1, 0)


def test_no_answer_is_said_and_nothing_is_lost(page, article):
    make_shown(article)
    page.goto(path_of(article))
    page.context.set_offline(True)

    page.get_by_role("button", name=RECOMMEND).click()
    expect(page.locator(".recommend-wrong")).to_contain_text("Please try again.")
    page.context.set_offline(False)
    page.get_by_role("button", name=RECOMMEND).click()

    expect(page.get_by_role("button", name=re.compile("Recommended"))).to_be_visible()
    assert (page.locator(".recommend-wrong").count(), count()) == (0, 1)


def test_staff_are_asked_once_more_and_counted_by_their_account(new_context, article, client, live_server):
    make_shown(article)
    editor = make_user(role="editor", name="Edgar Stone")
    client.force_login(editor)
    context = new_context()
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(path_of(article))

    with page.expect_navigation():
        page.get_by_role("button", name=RECOMMEND).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommend comment 1 by Dio?")
    press(page, "Recommend")

    expect(page.get_by_role("heading", level=1)).to_have_text("You recommend comment 1 by Dio")
    assert Comment.objects.get().recommendations.get().person == f"account:{editor.pk}"
