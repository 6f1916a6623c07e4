"""Corrections as readers come upon them: from any page, with scripts off, by ear and on paper."""

import pytest

from articles import desk
from tests.browser.going import follow
from tests.factories import make_published, publish

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def rain(transactional_db):
    article = make_published(headline="Rain", body="<p>It rained in Tripoli. Nobody minded.</p>")
    article.body = article.body.replace("Tripoli", "Benghazi")
    desk.save(article, by=None)
    return publish(article, change="correction", note="It was Benghazi.")


def test_lead_from_the_foot_of_a_page_to_what_changed_and_to_the_story(new_context, rain):
    page = new_context(width=390, java_script_enabled=False).new_page()
    page.goto("/")

    with page.expect_navigation():
        page.get_by_role("contentinfo").get_by_role("link", name="Corrections").click()
    follow(page, "What changed in “Rain”")
    follow(page, "Read the story as it is now")
    with page.expect_navigation():
        page.get_by_role("complementary", name="Corrections and updates").get_by_role("link").click()

    assert page.get_by_role("heading", level=1).inner_text() == "What changed"


def test_what_changed_is_told_to_those_who_listen(page, rain):
    page.goto(f"{rain.get_absolute_url()}changes/2/")

    heard = [page.get_by_role(role).last.text_content() for role in ("deletion", "insertion")]

    assert heard == [" [removed: Tripoli] ", " [added: Benghazi] "]
    assert [heading.inner_text() for heading in page.get_by_role("heading").all()] == ["What changed", "Text"]


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_no_colour_is_needed_to_tell_what_was_removed_from_what_was_added(page, rain, medium):
    page.emulate_media(media=medium)
    page.goto(f"{rain.get_absolute_url()}changes/2/")

    lines = [
        page.locator(tag).last.evaluate("element => getComputedStyle(element).textDecorationLine")
        for tag in ("del", "ins")
    ]

    assert lines == ["line-through", "underline"]
