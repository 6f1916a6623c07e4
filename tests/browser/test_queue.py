"""The moderators' queue in a browser: by keys alone, and still while one works."""

import time

import pytest
from playwright.sync_api import Page, expect

from comments.models import Comment
from tests.browser.desk import sign_in
from tests.browser.queueing import QUEUE, focused, take
from tests.comments.factories import guest_post, make_shown
from tests.factories import make_published, make_user

#: Seconds for fifty comments, as promised.
MOST = 180


@pytest.fixture
def story(transactional_db):
    return make_published(headline="Rain", body="<p>It rained on Monday.</p>")


@pytest.fixture
def at_queue(page: Page, story) -> Page:
    mona = make_user(role="moderator", name="Mona Ives")
    sign_in(page, mona)
    return page


def test_fifty_comments_by_keys_alone(at_queue, story):
    parent = make_shown(story, name="Ana")
    for turn in range(50):
        guest_post(story, text=f"Comment {turn} on the rain.", parent=parent if turn % 2 else None)
    began = time.monotonic()
    take(at_queue, 50)
    for turn in range(50):
        if turn % 10 == 9:
            at_queue.keyboard.press("2")
        at_queue.keyboard.press("sssssssxxr"[turn % 10])
    expect(at_queue.locator("#queue-left")).to_have_text("All 50 are decided", timeout=MOST * 1000)

    assert time.monotonic() - began < MOST
    counts = {
        status: Comment.objects.filter(status=status).count() for status in ("shown", "spam", "removed")
    }
    assert counts == {"shown": 36, "spam": 10, "removed": 5}


def test_rows_stay_where_they_are_and_focus_goes_on(at_queue, story):
    for turn in range(3):
        guest_post(story, text=f"Comment {turn}.")
    take(at_queue, 3)
    order = at_queue.evaluate("() => [...document.querySelectorAll('article.queued')].map((a) => a.id)")

    assert focused(at_queue) == order[0]
    at_queue.keyboard.press("n")
    assert focused(at_queue) == order[1]
    at_queue.keyboard.press("r")
    expect(at_queue.locator(f"#{order[1]}.queued-decided")).to_be_visible()
    assert focused(at_queue) == order[2]
    at_queue.keyboard.press("p")
    at_queue.keyboard.press("u")
    expect(at_queue.locator(f"#{order[1]}:not(.queued-decided)")).to_be_visible()

    assert (
        at_queue.evaluate("() => [...document.querySelectorAll('article.queued')].map((a) => a.id)") == order
    )
    assert focused(at_queue) == order[1]
    assert set(Comment.objects.values_list("status", flat=True)) == {"held"}


def test_undo_takes_back_the_last_decision_also_when_nothing_is_left(at_queue, story):
    for turn in range(3):
        guest_post(story, text=f"Comment {turn}.")
    take(at_queue, 3)

    last = Comment.objects.get(text="Comment 0.")
    for key in "rrs":
        at_queue.keyboard.press(key)
    assert focused(at_queue) == "queue-left"
    at_queue.keyboard.press("u")
    expect(at_queue.locator(f"#comment-{last.pk}:not(.queued-decided):focus")).to_have_count(1)

    assert [comment.status for comment in Comment.objects.order_by("text")] == ["held", "removed", "removed"]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("where", ["Tick the comment by Dio", "Reason"])
def test_enter_decides_on_nothing_where_it_presses_no_button(new_context, story, scripts, where):
    page = new_context(java_script_enabled=scripts).new_page()
    sign_in(page, make_user(role="moderator", name="Mona Ives"))
    for turn in range(2):
        guest_post(story, text=f"Comment {turn}.")
    page.goto(QUEUE)
    page.get_by_role("button", name="Take them").click()
    expect(page.locator("article.queued")).to_have_count(2)

    page.get_by_label(where).last.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")

    assert set(Comment.objects.values_list("status", flat=True)) == {"held"}


def test_key_decides_on_nothing_that_has_not_the_focus(at_queue, story):
    for turn in range(2):
        guest_post(story, text=f"Comment {turn}.")
    take(at_queue, 2)
    first = focused(at_queue)
    said = at_queue.locator("#queue-said")

    for key in "3sxr":
        at_queue.locator("#queue-all").focus()
        at_queue.keyboard.press(key)
        assert focused(at_queue) == first
        expect(said).to_have_text("Press it again to decide on this one.")
    at_queue.wait_for_load_state("networkidle")
    assert set(Comment.objects.values_list("status", flat=True)) == {"held"}
    at_queue.keyboard.press("r")

    expect(at_queue.locator(f"#{first}.queued-decided")).to_be_visible()


def test_digit_chooses_the_reason(at_queue, story):
    comment = guest_post(story)
    take(at_queue, 1)

    at_queue.keyboard.press("3")
    at_queue.keyboard.press("r")

    expect(at_queue.locator("article.queued-decided")).to_be_visible()
    comment.refresh_from_db()
    assert (comment.status, comment.why) == ("removed", "private")


def test_keys_do_nothing_where_one_types_and_where_they_are_off(at_queue, story):
    guest_post(story)
    take(at_queue, 1)
    at_queue.locator("article.queued select").focus()
    at_queue.keyboard.press("x")
    at_queue.goto(f"{QUEUE}keys/")
    at_queue.get_by_label("Decide by key").uncheck()
    at_queue.get_by_role("button", name="Keep these keys").click()
    expect(at_queue.get_by_text("Keys are switched off.")).to_be_visible()
    at_queue.locator("article.queued").focus()
    at_queue.keyboard.press("s")
    at_queue.wait_for_load_state("networkidle")

    assert Comment.objects.get().status == "held"


def test_many_at_once_with_the_pointer(at_queue, story):
    for turn in range(3):
        guest_post(story, text=f"Comment {turn}.")
    take(at_queue, 3)

    at_queue.get_by_label("Tick all").check()
    at_queue.get_by_role("button", name="Mark as spam all with a tick").click()

    expect(at_queue.locator("#queue-left")).to_have_text("All 3 are decided")
    assert set(Comment.objects.values_list("status", flat=True)) == {"spam"}


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1280, False)])
def test_axe_finds_nothing_wrong(new_context, violations, story, width, dark):
    page = new_context(width=width, dark=dark).new_page()
    sign_in(page, make_user(role="moderator", name="Mona Ives"))
    guest_post(story, parent=make_shown(story, name="Ana"))
    guest_post(story, website="https://dio.example")
    page.goto(QUEUE)
    found = violations(page)
    take(page, 2)
    found += violations(page)
    page.keyboard.press("r")
    expect(page.locator("article.queued-decided")).to_be_visible()
    found += violations(page)
    page.goto(f"{QUEUE}keys/")
    found += violations(page)

    assert found == []
