"""Sending a reply that can't be taken: nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from comments import moderation
from comments.models import Comment, Discussion
from tests.comments.factories import (
    browser,
    guest_post,
    make_discussion,
    make_shown,
    path_of,
)
from tests.comments.sending import new, send
from tests.factories import make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def given_back(response):
    found = re.search(r"<textarea[^>]*readonly[^>]*>\n([^<]*)</textarea>", response.content.decode())
    return response.status_code, found and found[1]


@pytest.mark.parametrize("mode", ["closed", "hidden"])
def test_a_closed_discussion_gives_the_text_back(article, mode):
    make_discussion(article, mode=mode)

    assert given_back(send(new(article), text="Mine")) == (403, "Mine")
    assert browser().get(new(article)).status_code == 403
    assert Comment.objects.count() == 0


def test_a_hidden_discussion_does_not_tell_which_numbers_there_are(article):
    number = make_shown(article).number
    make_discussion(article, mode="hidden")

    answers = {browser().get(f"{path_of(article)}comments/{n}/reply/").status_code for n in (number, 99)}

    assert answers == {403}


def test_a_story_taken_down_gives_the_text_back(article):
    expired = make_article(headline="Wind")
    publish(expired, expires_at=timezone.now() + timedelta(minutes=1), at=timezone.now())
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    address = new(article)

    assert given_back(send(address, text="Mine")) == (410, "Mine")
    assert browser().get(address).status_code == 404


def test_an_expired_story_gives_the_text_back(clock):
    article = make_article()
    publish(article, expires_at=timezone.now() + timedelta(minutes=1))
    clock.shift(60)

    assert given_back(send(new(article), text="Mine")) == (410, "Mine")


def test_stories_that_never_were_are_one_and_the_same_404(editor):
    scheduled, spiked = make_article(headline="Soon"), make_article(headline="Never")
    publish(scheduled, at=timezone.now() + timedelta(hours=1))
    desk.spike(spiked, by=None)
    make_article(headline="Draft", slug="draft")
    voided = make_published(headline="Undone")
    addresses = [new(scheduled), new(voided), "/2026/03/02/draft/comments/new/", "/nothing/comments/new/"]
    addresses += ["/2026/03/02/never/comments/new/", f"{path_of(scheduled)}comments/1/reply/"]
    desk.undo(voided, by=None)

    answers = [send(address, text="Mine") for address in addresses]

    assert {given_back(answer) for answer in answers} == {(404, "Mine")}
    assert len({answer.content for answer in answers}) == 1
    assert (Comment.objects.count(), Discussion.objects.count()) == (0, 0)


def test_a_parent_that_vanished_gives_the_text_back(article):
    make_shown(make_published())
    held, removed = guest_post(article), make_shown(article)
    moderation.remove(removed, by=None)
    before = Comment.objects.count()

    answers = [send(f"{path_of(article)}comments/{n}/reply/", text="Mine") for n in (1, 2, 99)]

    assert {given_back(answer) for answer in answers} == {(404, "Mine")}
    assert len({answer.content for answer in answers}) == 1
    assert (Comment.objects.count(), held.number) == (before, None)
