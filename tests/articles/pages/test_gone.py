"""What stands where a story was taken down, or came to its end."""

from datetime import timedelta

import pytest

from articles import desk
from tests.factories import NOON, make_article, make_published, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PATH = "/2026/03/02/rain/"


@pytest.fixture
def rain():
    return make_published(headline="Rain in Tripoli", slug="rain", body="<p>It never rained.</p>")


def test_taken_down_story_answers_gone_with_its_notice_and_does_not_name_itself(rain):
    desk.withdraw(rain, by=None, note="We could not confirm it.", ground="retraction")

    page = read(PATH)

    assert (page.status, page.texts("h1")) == (410, ["This story is no longer available"])
    assert page.texts("div", "story-body") == ["We could not confirm it."]
    assert ("Rain" in page.html, "never rained" in page.html) == (False, False)


def test_notice_names_the_story_if_the_editor_said_so(rain):
    desk.withdraw(rain, by=None, note="We could not confirm it.", ground="retraction", names_story=True)

    assert read(PATH).texts("h1") == ["Rain in Tripoli"]


def test_expired_story_answers_gone_without_a_notice(clock):
    article = make_article(headline="Offer", slug="rain")
    publish(article, expires_at=NOON + timedelta(hours=1))
    before = read(PATH).status
    clock.shift(3600)

    page = read(PATH)

    assert (before, page.status, page.texts("h1")) == (200, 410, ["This story is no longer available"])
    assert "Offer" not in page.html


def test_former_address_of_a_story_taken_down_leads_to_the_notice(rain):
    desk.rename(rain, by=None, slug="no-rain")
    desk.withdraw(rain, by=None, note="It was wrong.", ground="mistake")

    assert [read(PATH).status, read("/2026/03/02/no-rain/").status] == [301, 410]


def test_undone_first_version_is_not_found(rain):
    desk.undo(rain, by=None)

    assert read(PATH).status == 404


def test_story_published_again_is_read_again(rain):
    desk.withdraw(rain, by=None, note="It was wrong.", ground="mistake")
    publish(rain, change="update")

    assert read(PATH).status == 200
