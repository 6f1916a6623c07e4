"""Words without a place to break, long names and kickers, and other scripts fit the narrowest screen."""

import pytest

from tests.comments.factories import make_shown, path_of
from tests.factories import make_published

LONG = "Donaudampfschiff" * 5


@pytest.fixture
def story(transactional_db):
    story = make_published(headline=f"{LONG} sails", kicker=LONG[:60], standfirst=LONG)
    parent = None
    for _ in range(7):
        parent = make_shown(story, parent=parent, name="N" * 80, text="y" * 200)
    make_published(headline="مجلس الأمن يدعو إلى وقف إطلاق النار", kicker="ليبيا", language="ar")
    return story


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_nothing_is_wider_than_the_screen(new_context, story, width):
    page = new_context(width=width).new_page()
    paths = [
        "/",
        "/world/",
        path_of(story),
        f"{path_of(story)}comments/7/",
        f"{path_of(story)}comments/7/reply/",
    ]

    widths = []
    for path in paths:
        page.goto(path)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    assert widths == [width] * len(paths)
