"""`desk.claim`: an editor takes a story into their hands, for as long as it is at the desk."""

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article
from tests.articles.records import entry, log_of, row
from tests.articles.verbs import ASKERS, THE_DESK, may_do
from tests.factories import make_article, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, state="filed")


def hands(story):
    return row(story)["claimed_by_id"]


def test_is_in_the_hands_of_whoever_claimed_it(story, editor):
    desk.claim(story, by=editor)

    assert (hands(story), story.claimed_by, story.state) == (editor.pk, editor, "filed")
    assert log_of(story) == [entry("claim", editor, "filed", "filed")]


def test_another_may_take_it_over(story, editor):
    desk.claim(story, by=editor)
    other = make_user(role="editor")

    desk.claim(story, by=other)

    assert hands(story) == other.pk


def test_stays_there_when_it_is_ready(story, editor):
    desk.claim(story, by=editor)

    desk.mark_ready(story, by=editor)

    assert hands(story) == editor.pk


@pytest.mark.parametrize(
    "leave",
    [
        lambda story: desk.send_back(story, by=None, reason="Who?"),
        lambda story: desk.take_back(story, by=None),
        lambda story: desk.publish(story, by=None),
        lambda story: desk.spike(story, by=None),
    ],
)
def test_is_nobodys_once_it_has_left_the_desk(story, editor, leave):
    desk.claim(story, by=editor)

    leave(story)

    assert (hands(story), story.claimed_by) == (None, None)


def test_is_not_offered_to_who_has_it(story, editor):
    def offered(by):
        fresh = Article.objects.get(pk=story.pk)
        moves = desk.open_moves(by, fresh, desk.publication(fresh, timezone.now()))
        return "claim" in {move.name for move in moves}

    desk.claim(story, by=editor)

    assert [offered(editor), offered(make_user(role="editor"))] == [False, True]


def test_is_among_ones_own(story, editor):
    desk.claim(story, by=editor)

    assert list(Article.objects.of(editor)) == [story]


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_only_the_desk_claims(role, whose):
    assert may_do("claim", role, whose) is ((role, whose) in THE_DESK)
