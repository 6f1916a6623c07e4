"""Reading a discussion in a real browser: by axe-core, by ear, by keyboard, on small screens and on paper."""

import pytest
from playwright.sync_api import expect

from comments import moderation
from comments.models import Comment
from tests.browser.going import follow, press
from tests.browser.test_reading import SMALL_TARGETS
from tests.comments.factories import fill, guest_post, make_shown, path_of
from tests.factories import make_published, make_user

LONG = "Maximiliane Freifrau von Hohenstauffen-Waldeckersberg zu Niederbreitenbach"
PATHS = [
    "",
    "?sort=newest",
    "?sort=recommended",
    "?sort=picks",
    "?sort=newest&after=1",
    "comments/",
    "comments/1/",
    "comments/8/",
    "comments/8/recommend/",
]


@pytest.fixture
def story(transactional_db):
    """A deep thread with picks, staff, long and right-to-left names, and an empty place."""
    article = make_published(headline="Rain")
    last = first = make_shown(article, name="Ana", text="It rained.")
    for name in (LONG, "Dio", "Emeka", "Chiara", "محمد", "Dunya", "Zed"):
        last = make_shown(article, name=name, parent=last, website="https://a.example")
    guest_post(article, by=make_user(role="editor", name="Edgar Stone"), parent=first)
    for number in (1, 2, 8):
        moderation.pick(Comment.objects.get(number=number), by=None)
    moderation.remove(Comment.objects.get(number=4), by=None)
    Comment.objects.filter(number__lt=4).update(recommended=1214)
    return path_of(article)


@pytest.mark.parametrize(("width", "dark"), [(320, False), (390, True), (1280, False), (1280, True)])
def test_axe_finds_nothing_wrong_and_nothing_is_too_wide(new_context, violations, story, width, dark):
    page = new_context(width=width, dark=dark).new_page()
    found, widths = {}, []

    for path in PATHS:
        page.goto(story + path)
        if path == "":
            page.get_by_role("button", name="Mark what is new").click()
        found[path] = violations(page)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert found == {path: [] for path in PATHS}
    assert widths == [width] * (len(PATHS) + 1)


def test_every_target_is_large_enough_to_touch(new_context, story):
    page = new_context(width=390).new_page()

    small = {}
    for path in PATHS:
        page.goto(story + path)
        small[path] = page.evaluate(SMALL_TARGETS)

    assert small == {path: [] for path in PATHS}


def test_it_is_heard_as_it_is_meant(page, story):
    page.goto(story)

    heard = page.locator("#comments").aria_snapshot()

    assert '- heading "1. Ana Editors’ pick" [level=3]' in heard
    assert f'- heading "3. Dio, in reply to {LONG}" [level=3]' in heard
    assert '- heading "5. Chiara, in reply to a comment that is not shown" [level=3]' in heard
    assert '- heading "8. Zed, in reply to Dunya (7) Editors’ pick" [level=3]' in heard
    assert '- button "Recommend comment 3 by Dio"' in heard
    assert "1,214 recommendations" in heard
    assert page.locator(".level").all_inner_texts() == ["Level 6", "Level 7", "Level 8"]


def test_every_page_says_in_which_order_it_is(page, story):
    said = []
    for path in PATHS[:5]:
        page.goto(story + path)
        chosen = page.get_by_role("navigation", name="Order of comments").locator("[aria-current]")
        said.append(chosen.all_inner_texts())

    assert said == [["Oldest"], ["Newest"], ["Most recommended"], ["Editors’ picks"], ["Newest"]]
    assert page.locator('link[rel="canonical"]').get_attribute("href").endswith(story)


@pytest.mark.parametrize("scripts", [True, False])
def test_more_replies_begin_with_the_first_new_one(new_context, transactional_db, scripts):
    article = make_published()
    fill(article, roots=2, replies=70)
    page = new_context(java_script_enabled=scripts).new_page()
    page.goto(path_of(article))

    page.get_by_role("link", name="60 more replies to Reader 1").click()

    if scripts:
        expect(page.locator("#comment-13-by")).to_be_focused()
        assert page.url.endswith(path_of(article))
        page.get_by_role("link", name="60 more replies to Reader 1").click()
        expect(page.locator("#comment-63-by")).to_be_focused()
        assert page.get_by_role("link", name="more replies to Reader 1").count() == 0
        assert page.locator("#comments article.comment").count() == 2 + 70 + 10
    else:
        page.wait_for_url("**/comments/1/?after=12#replies")
        assert page.locator("#replies article").first.get_attribute("id") == "comment-13"


def test_more_replies_that_cannot_be_had_in_place_are_a_page(page, transactional_db):
    article = make_published()
    fill(article, roots=1, replies=12)
    page.goto(path_of(article))
    page.route(
        "**/comments/1/**",
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.fallback(),
    )

    page.get_by_role("link", name="2 more replies to Reader 1").click()

    page.wait_for_url("**/comments/1/?after=11#replies")
    expect(page.locator("#comment-12-by")).to_be_focused()


def test_an_address_of_a_comment_takes_the_focus_there(page, story):
    page.goto(f"{story}comments/8/")

    follow(page, "Its place in the discussion")

    expect(page.get_by_role("heading", name="8. Zed, in reply to Dunya (7)")).to_be_focused()


def test_what_became_of_a_reply_takes_the_focus(page, story):
    page.goto(f"{story}comments/8/reply/")
    page.get_by_role("textbox", name="Name").fill("Zed")
    page.get_by_role("textbox", name="E-mail").fill("zed@example.org")
    page.get_by_role("textbox", name="Comment").fill("A word.")

    press(page, "Send")

    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_on_paper_nothing_stands_that_can_only_be_pressed(page, story):
    page.goto(story)
    page.emulate_media(media="print")

    pressed = page.locator(
        "#comments :is(.sorts, .new-since, .reply-place, .comment-actions a, .comment-actions button)"
    )

    assert [each for each in pressed.all() if each.is_visible()] == []
    assert page.locator("#comments article").count() == 9


def test_marks_are_seen_where_colours_are_forced(new_context, story):
    page = new_context(forced_colors="active").new_page()
    page.goto(f"{story}#comment-2")

    borders = page.locator(".badge, .comment:target").evaluate_all(
        "found => found.map(each => getComputedStyle(each).borderInlineStartWidth)"
    )

    assert sorted(set(borders)) == ["1px", "4px"]
