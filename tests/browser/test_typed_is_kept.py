"""What a reader typed is still there after “Back” and “Forward”, where they typed it; and is sent once."""

import time

import pytest
from django.core.management import call_command

from comments.models import Comment
from tests.browser.going import press

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"


@pytest.fixture(autouse=True)
def libya(transactional_db):
    call_command("loaddata", "libya", verbosity=0)


def fill_in(page, *, email="zed@example.org"):
    page.get_by_role("textbox", name="Name").fill("Zed")
    page.get_by_role("textbox", name="E-mail").fill(email)
    page.get_by_role("textbox", name="Comment").fill("A long thought")


def send(page):
    press(page, "Send")


def typed(page):
    """The heading over the form, and what stands in it."""
    heading = page.locator("#reply-heading").inner_text()
    return heading, *(page.locator(f"[name={name}]").input_value() for name in ("name", "email", "text"))


@pytest.fixture
def answering_dio(page):
    page.goto(STORY)
    page.get_by_role("link", name="Reply to Dio").click()
    fill_in(page, email="zed")
    return page


def test_going_away_and_back_keeps_the_reply_and_its_place(answering_dio):
    answering_dio.goto("/")
    answering_dio.go_back()

    assert typed(answering_dio) == ("Reply to Dio", "Zed", "zed", "A long thought")
    fill_in(answering_dio)
    send(answering_dio)
    answering_dio.wait_for_url("**/sent/**")
    assert Comment.objects.waiting().get().parent.name == "Dio"


def test_back_from_the_errors_and_forward_again_loses_nothing(answering_dio):
    page = answering_dio
    send(page)
    page.wait_for_selector(".form-errors")
    page.get_by_role("textbox", name="Comment").fill("A longer thought")

    page.go_back()
    behind = typed(page)
    page.go_forward()

    assert behind == ("Reply to Dio", "Zed", "zed", "A long thought")
    assert page.get_by_role("textbox", name="Comment").input_value() == "A longer thought"


def test_after_cancel_it_comes_back_as_a_comment_on_the_story(answering_dio):
    answering_dio.get_by_role("button", name="Cancel").click()

    answering_dio.goto("/")
    answering_dio.go_back()

    assert typed(answering_dio) == ("Leave a Reply", "Zed", "zed", "A long thought")


@pytest.mark.parametrize("path", ["", "comments/new/"])
def test_pressing_twice_sends_once(page, path):
    page.goto(STORY + path)
    fill_in(page)
    sent = []

    def deliver_slowly(route):
        sent.append(route.request.method)
        time.sleep(0.5)
        route.continue_()

    page.route("**/comments/new/", deliver_slowly)
    page.get_by_role("button", name="Send").evaluate(
        "button => { button.click(); setTimeout(() => button.click(), 150) }"
    )
    page.wait_for_url("**/sent/**")

    assert (sent, Comment.objects.waiting().count()) == (["POST"], 1)
