"""“New since I was here” in a real browser: off until asked for, kept there alone, forgotten when asked."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from comments import moderation
from tests.comments.factories import make_shown, path_of
from tests.factories import NOON, make_published

ASK, FORGET = "Mark what is new when I come back", "Forget on this device"
KEPT = "JSON.parse(localStorage.getItem('new-since'))"
#: A browser that gives a page no storage at all.
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)


@pytest.fixture
def article(transactional_db):
    article = make_published(headline="Rain")
    make_shown(article, name="Ana")
    return article


@pytest.fixture
def story(page, article):
    """The story's address; the browser's clock stands at Monday noon."""
    page.clock.set_fixed_time(NOON)
    page.goto(path_of(article))
    return path_of(article)


def come_back(page, after):
    page.clock.set_fixed_time(NOON + after)
    page.reload()


def test_nothing_is_kept_until_the_reader_asks(page, article, story):
    make_shown(article)
    come_back(page, timedelta(days=1))

    expect(page.get_by_role("button", name=ASK)).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.locator(".badge-new").count() == 0


def test_what_came_since_is_marked_in_words_and_led_to(page, article, story):
    page.get_by_role("button", name=ASK).click()
    expect(page.locator(".new-since")).to_contain_text("From your next visit on, new comments are marked.")
    make_shown(article, name="Dio")
    make_shown(article, name="Emeka")

    come_back(page, timedelta(days=1))
    expect(page.locator(".new-since")).to_contain_text("2 new comments on this page since Monday, ")
    page.get_by_role("link", name="First new comment").click()
    expect(page.get_by_role("heading", name="2. Dio New")).to_be_focused()
    page.get_by_role("link", name="Next new").click()

    expect(page.get_by_role("heading", name="3. Emeka New")).to_be_focused()
    assert page.get_by_role("heading", name="1. Ana", exact=True).count() == 1
    assert page.get_by_role("link", name="Previous new").count() == 1


def test_what_came_on_other_pages_is_told_and_led_to(page, article, story):
    for _ in range(20):
        make_shown(article, name="Ana")
    page.reload()
    page.get_by_role("button", name=ASK).click()
    make_shown(article, name="Dio")

    come_back(page, timedelta(days=1))
    expect(page.locator(".new-since p")).to_have_text(
        re.compile("^Nothing new on this page since Monday, .+ Newer ones came that are not on this page.$")
    )
    page.get_by_role("link", name="Newest comments first").click()

    expect(page.get_by_role("heading", name="22. Dio New")).to_be_visible()
    assert page.url.endswith("?sort=newest#comments")
    expect(page.locator(".new-since p")).to_have_text(
        re.compile("^1 new comment on this page since .+[0-9].$")
    )
    assert page.get_by_role("link", name="Newest comments first").count() == 0


def test_what_is_gone_again_from_this_page_is_on_no_other(page, article, story):
    page.get_by_role("button", name=ASK).click()
    gone = make_shown(article, name="Dio")
    make_shown(article, name="Emeka", parent=gone)
    moderation.remove(gone, by=None)

    come_back(page, timedelta(days=1))

    expect(page.locator(".new-since p")).to_have_text(
        re.compile("^1 new comment on this page since .+[0-9].$")
    )


def test_marks_stay_while_the_visit_lasts_and_go_with_the_next(page, article, story):
    page.get_by_role("button", name=ASK).click()
    make_shown(article, name="Dio")

    counts = []
    for after in (timedelta(days=1), timedelta(days=1, minutes=10), timedelta(days=10)):
        come_back(page, after)
        expect(page.get_by_role("button", name=FORGET)).to_be_visible()
        counts.append(page.locator(".badge-new").count())

    assert counts == [1, 1, 0]
    expect(page.locator(".new-since")).to_contain_text("Nothing new on this page since March 3, ")


def test_forgetting_forgets_every_story_and_turns_it_off(page, article, story):
    page.get_by_role("button", name=ASK).click()
    other = path_of(make_published(headline="Snow"))
    make_shown(make_published(headline="Hail"))
    page.evaluate(f"localStorage.setItem('new-since', JSON.stringify({{...{KEPT}, '{other}': {{last: 1}}}}))")
    kept = page.evaluate(f"Object.keys({KEPT})")

    page.get_by_role("button", name=FORGET).click()

    expect(page.get_by_role("button", name=ASK)).to_be_focused()
    assert (sorted(kept), page.evaluate("localStorage.length")) == (sorted([story, other]), 0)


def test_no_request_carries_it(page, article, story):
    sent = []
    page.on("request", lambda request: sent.append((request.url, request.headers, request.post_data)))
    page.get_by_role("button", name=ASK).click()
    make_shown(article)
    come_back(page, timedelta(days=1))
    expect(page.locator(".badge-new")).to_have_count(1)

    assert "new-since" not in str([(url, headers, data) for url, headers, data in sent if ".js" not in url])
    assert {data for _, _, data in sent} == {None}
    assert [headers["cookie"] for _, headers, _ in sent if "cookie" in headers] == []


def test_a_browser_that_keeps_nothing_is_told_so(new_context, article):
    page = new_context().new_page()
    page.add_init_script(NO_STORAGE)

    page.goto(path_of(article))

    expect(page.locator(".new-since")).to_have_text(
        "This browser keeps nothing for this site, so what is new can’t be marked."
    )


@pytest.mark.parametrize("kept", ["x", "[", '"x"', "5", "{"])
def test_what_somebody_else_put_there_breaks_nothing(page, article, story, kept):
    page.evaluate(f"localStorage.setItem('new-since', {kept!r})")

    page.reload()

    assert page.locator(".new-since").inner_text() != ""
    assert page.locator("article.comment").count() == 1
