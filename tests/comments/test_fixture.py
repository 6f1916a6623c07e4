"""`loaddata libya`: the two comments of the story, word for word."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, Discussion
from tests.comments.factories import edition_at, guest_post, make_shown
from tests.comments.test_page import draw
from tests.factories import make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DIO = "In many posts about the Libyan situation, I find it nsacseery to preface my remarks with Maybe I’ve"
GHEORGHE = "I’m innocent, I did onhting!But then he died.Oops! He doesn’t know how that happened…Now no one"


@pytest.fixture
def article():
    story = Article.objects.create(
        uid="5d1f0b52-6f0f-4c0e-9a52-201109060001", headline="Qaddafi", section=make_section()
    )
    publish(story)
    return story


def load():
    call_command("loaddata", "comments/fixtures/libya.json", verbosity=0, stdout=StringIO())


def everything():
    rows = Comment.objects.order_by("number").values()
    return [dict(row) for row in rows], list(Discussion.objects.values())


def test_loading_gives_the_two_comments(article):
    load()

    first, second = Comment.objects.order_by("number")
    assert [(c.number, c.name, str(c.uid)[-4:]) for c in (first, second)] == [
        (1, "Dio", "0011"),
        (2, "Gheorghe", "0012"),
    ]
    assert (first.text[: len(DIO)], second.text[: len(GHEORGHE)]) == (DIO, GHEORGHE)
    assert [c.email for c in (first, second)] == ["", ""]


def test_loading_twice_changes_nothing(article):
    load()
    before = everything()

    load()

    assert everything() == before


def test_what_is_loaded_is_on_the_page_and_can_be_gone_on_with(article):
    load()
    html = draw(edition_at(article, timezone.now()))

    reply = make_shown(article, parent=Comment.objects.get(number=2))

    assert '<h2 id="comments-heading">2 comments</h2>' in html
    assert '<h3 id="comment-1-by">1. <bdi>Dio</bdi></h3>' in html
    assert (reply.number, reply.path) == (3, "00020001")


def test_rebuilding_keeps_what_was_loaded(article):
    load()
    before = draw(edition_at(article, timezone.now()))

    call_command("check_threads", fix=True, verbosity=0, stdout=StringIO())

    assert draw(edition_at(article, timezone.now())) == before
    assert set(Comment.objects.values_list("rendered_by", flat=True)) == {1}


def test_after_rebuilding_a_shuffled_copy_of_what_was_loaded_is_known(article):
    load()
    call_command("check_threads", fix=True, verbosity=0, stdout=StringIO())
    first = Comment.objects.get(number=1)

    copy = guest_post(make_published(), text=first.text.replace("rebels", "lebers").upper())

    assert "same letters as comment 1 on “Qaddafi” (another story)" in [
        seen["sentence"] for seen in copy.moderation_entries.get().signals.seen
    ]
