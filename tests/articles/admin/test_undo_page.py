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

    assert said == "Published version 2 is undone. Readers keep what they have."
