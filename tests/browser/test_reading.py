"""Reading the paper: by axe-core, on a phone, at 320 px, with scripts off, by keyboard and by ear."""

import pytest
from django.core.management import call_command

from articles import desk
from articles.models import Article
from tests.browser.going import follow
from tests.comments.factories import path_of
from tests.factories import make_published

STORY = "/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/"
CHANGES = f"{STORY}changes/2/"
PATHS = [
    "/",
    "/world/",
    "/world/africa/",
    "/topic/libya/",
    "/2011/09/06/",
    STORY,
    CHANGES,
    "/corrections/",
    "/nothing/",
]


@pytest.fixture(autouse=True)
def libya(transactional_db):
    """The first story, with a correction to its first words."""
    call_command("loaddata", "libya", verbosity=0)
    article = Article.objects.get()
    article.body = f"<p>An earlier sentence went. {article.body.removeprefix('<p>')}"
    desk.save(article, by=None)
    desk.publish(article, by=None, change="correction", note="It was a convoy.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_wrong(new_context, violations, width, dark):
    page = new_context(width=width, dark=dark).new_page()

    found = {}
    for path in PATHS:
        page.goto(path)
        found[path] = violations(page)

    assert found == {path: [] for path in PATHS}


def test_story_that_begins_with_a_smaller_heading_skips_no_level(page, axe):
    page.goto(path_of(make_published(body="<h3>Rain</h3><p>It rained.</p>")))

    assert axe() == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_screen(new_context, width):
    page = new_context(width=width).new_page()

    widths = []
    for path in PATHS:
        page.goto(path)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [width] * len(PATHS)


def test_is_all_there_with_scripts_off(new_context):
    page = new_context(java_script_enabled=False).new_page()

    page.goto("/")
    follow(page, "Qaddafi Loyalists Flee Libya To Niger")

    assert page.get_by_role("heading", level=1).inner_text() == "Qaddafi Loyalists Flee Libya To Niger"
    assert page.get_by_role("textbox", name="Name").is_visible()


def test_keyboard_reaches_the_story_by_the_skip_link(page):
    page.goto(STORY)

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")

    assert (focused, page.evaluate("document.activeElement.id")) == ("Skip to content", "main")


def test_every_link_and_button_is_large_enough_to_touch(new_context):
    page = new_context(width=390).new_page()

    small = {}
    for path in PATHS:
        page.goto(path)
        small[path] = page.evaluate(SMALL_TARGETS)

    assert small == {path: [] for path in PATHS}


#: Targets under 44 px in either direction, but for links in running text and what is hidden until focused.
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, input, textarea')].filter(target => {
  const box = target.getBoundingClientRect()
  const isText = target.closest('.story-body, .comment-text, .teaser-headline, .skip, .visually-hidden')
  if (!box.width || isText) return false
  return box.height < 43.5 && getComputedStyle(target).display !== 'inline'
}).map(target => target.outerHTML.slice(0, 120))"""


def test_outline_by_ear(page):
    page.goto(STORY)

    outline = [
        (heading.evaluate("h => h.tagName"), heading.inner_text())
        for heading in page.get_by_role("heading").all()
    ]
    landmarks = [page.get_by_role(role).count() for role in ("banner", "main", "contentinfo")]

    assert outline == [
        ("H1", "Qaddafi Loyalists Flee Libya To Niger"),
        ("H2", "2 comments"),
        ("H3", "1. Dio"),
        ("H3", "2. Gheorghe"),
        ("H2", "Leave a Reply"),
    ]
    assert landmarks == [1, 1, 1]


def test_lists_and_names_by_ear(page):
    page.goto(STORY)

    comments = page.get_by_role("region", name="2 comments")

    thread = comments.get_by_role("list").filter(has=page.get_by_role("article"))
    assert thread.first.get_by_role("listitem").count() == 2
    assert comments.get_by_role("link", name="Reply to Dio").count() == 1
    assert comments.get_by_role("link", name="Reply to Gheorghe").count() == 1
