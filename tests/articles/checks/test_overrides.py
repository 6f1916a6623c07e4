"""A stop may be overridden by those who may, with a reason that the log keeps."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group

from articles import desk
from articles.admin.log import sentence
from articles.models import Article, Section
from tests.articles.records import entry, log_of, refused
from tests.factories import NOON, make_article, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TOMORROW = NOON + timedelta(days=1)
REASON = "The ministry has released it already."


@pytest.fixture
def embargoed():
    return make_article(embargo_lifts_at=TOMORROW)


def test_administrators_alone_may_by_their_role():
    granted = Group.objects.filter(permissions__codename="override_stop")

    assert [group.name for group in granted] == ["administrator"]


def test_publishes_before_an_embargo_lifts_and_says_so(administrator, embargoed):
    edition = desk.publish(embargoed, by=administrator, override=f" {REASON} ")

    assert edition.live_from == NOON
    details = {"overridden": ["embargoed"], "skipped": ["filed", "ready"]}
    assert log_of(embargoed) == [
        entry("publish", administrator, "draft", "draft", reason=REASON, details=details, edition__number=1)
    ]
    said = sentence(embargoed.desk_entries.get())
    assert said.endswith(
        "published version 1, without “Filed to the desk” and “Ready to publish”, in spite of the embargo"
    )


def test_marks_ready_what_only_they_wrote(administrator):
    section = make_section(name="Strict")
    Section.objects.update(four_eyes=True)
    section.refresh_from_db()
    story = desk.start(Article(headline="Rain", section=section), by=administrator)

    desk.mark_ready(story, by=administrator, override=REASON)

    newest = story.desk_entries.first()
    assert (newest.reason, newest.details["overridden"], story.state) == (REASON, ["four-eyes"], "ready")
    assert sentence(newest).endswith("in spite of the rule of four eyes")


@pytest.mark.parametrize("reason", ["", "  "])
def test_reason_is_needed(administrator, embargoed, reason):
    with refused("embargoed"):
        desk.publish(embargoed, by=administrator, override=reason)


def test_who_may_not_is_refused_whatever_they_say(editor, embargoed):
    with refused("embargoed"):
        desk.publish(embargoed, by=editor, override=REASON)


def test_reason_is_not_kept_where_nothing_stopped_it(administrator):
    story = make_article()

    desk.publish(story, by=administrator, override=REASON)

    newest = story.desk_entries.first()
    assert (newest.reason, newest.details) == ("", {"skipped": ["filed", "ready"]})
