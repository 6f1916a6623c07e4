"""What “undo” says it will do is what it does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.articles.admin.pages import move_url
from tests.factories import make_article, make_published, publish

pytestmark = pytest.mark.django_db


def sentence(client, story):
    return client.get(move_url(story, "undo")).context["form"].sentence


def test_says_that_the_only_version_that_counts_never_was(clock, editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=1))
    clock.shift(5)
    publish(story, pending="void")

    said = sentence(sign_in(editor), story)

    assert said == (
        "Published version 2 is undone, as if the story had never been published. "
        "Version 1 counts again, from Monday 2 March at 13:00 in Cairo (11:00 UTC)."
    )


def test_says_that_what_was_struck_along_goes_too(clock, editor, sign_in):
    story = make_published()
    clock.shift(3600)
    publish(story, at=timezone.now() + timedelta(hours=1), change="update")
    clock.shift(60)
    publish(story, change="minor", pending="strike-again")

    said = sentence(sign_in(editor), story)

    assert said == (
        "Published versions 3 and 4 are undone. Readers get back what they had before. "
        "Version 2 counts again, from Monday 2 March at 14:00 in Cairo (12:00 UTC)."
    )


def test_says_that_readers_keep_what_they_have(clock, editor, sign_in):
    story = make_published()
    clock.shift(3600)
    publish(story, at=timezone.now() + timedelta(hours=1), change="update")

    said = sentence(sign_in(editor), story)

    assert said == (
        "Version 2, scheduled for Monday 2 March at 14:00 in Cairo (12:00 UTC), is dropped. "
        "Readers keep what they have."
    )


def test_says_that_no_reader_has_seen_what_was_only_scheduled(clock, editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=1))

    said = sentence(sign_in(editor), story)

    assert said == (
        "Version 1, scheduled for Monday 2 March at 13:00 in Cairo (11:00 UTC), is dropped; "
        "no reader has seen it."
    )


def test_says_that_the_schedule_before_counts_again(clock, editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=1))
    clock.shift(5)
    publish(story, at=timezone.now() + timedelta(hours=2), pending="void")

    said = sentence(sign_in(editor), story)

    assert said == (
        "Version 2, scheduled for Monday 2 March at 14:00 in Cairo (12:00 UTC), is dropped; "
        "no reader has seen it. "
        "Version 1 counts again, from Monday 2 March at 13:00 in Cairo (11:00 UTC)."
    )


def test_scheduled_version_that_has_begun_is_a_published_one(clock, editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(seconds=20))
    clock.shift(30)

    said = sentence(sign_in(editor), story)

    assert said == "Published version 1 is undone, as if the story had never been published."


@pytest.mark.parametrize(
    ("later", "what_readers_get"),
    [
        (30, "Readers get version 2, which it had dropped."),
        (50, "Readers find nothing: version 2, which it had dropped, has ended."),
    ],
)
def test_says_whether_what_was_dropped_has_begun_and_ended(clock, editor, sign_in, later, what_readers_get):
    story = make_published()
    clock.shift(3600)
    begins = timezone.now() + timedelta(seconds=20)
    publish(story, at=begins, change="update", expires_at=begins + timedelta(seconds=20))
    publish(story, change="update", pending="void")
    clock.shift(later)
    client = sign_in(editor)

    said = sentence(client, story)
    client.post(move_url(story, "undo"), {"number": 3})

    assert said == f"Published version 3 is undone. {what_readers_get}"
    live = story.editions.live(timezone.now())
    assert [edition.number for edition in live] == ([2] if later == 30 else [])
