"""`desk.spike`: a story that never ran is dropped."""

import pytest
from django.utils import timezone

from articles import desk
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, WRITERS, may_do
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("state", ["draft", "filed", "ready"])
def test_drops_a_story_that_never_ran(editor, state):
    article = make_article(state=state)

    desk.spike(article, by=editor, reason="Overtaken by events")

    assert (row(article)["state"], article.state) == ("spiked", "spiked")
    assert log_of(article) == [entry("spike", editor, state, "spiked", reason="Overtaken by events")]


def test_is_refused_once_readers_have_seen_it(editor):
    article = make_published()

    with refused("has-run"):
        desk.spike(article, by=editor)

    assert article.state == "draft"


def test_is_refused_for_what_has_expired_or_was_taken_down(editor, clock):
    expired, withdrawn = make_article(), make_published()
    publish(expired, expires_at=NOON + HOUR)
    desk.withdraw(withdrawn, by=editor, note="It was wrong.", ground="retraction")
    clock.shift(2 * HOUR)

    for article in (expired, withdrawn):
        with refused("has-run"):
            desk.spike(article, by=editor)


def test_is_refused_while_it_is_scheduled(editor):
    article = make_article()
    publish(article, at=timezone.now() + HOUR)

    with refused("pending"):
        desk.spike(article, by=editor)


def test_drops_what_was_published_and_undone_within_the_minute(editor):
    article = make_published()
    desk.undo(article, by=editor)

    desk.spike(article, by=editor)

    assert row(article)["state"] == "spiked"


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_a_draft_is_spiked_by_its_writer_or_the_desk(role, whose):
    assert may_do("spike", role, whose) is ((role, whose) in THE_DESK | WRITERS)


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_what_was_filed_is_spiked_by_the_desk_alone(role, whose):
    assert may_do("spike", role, whose, state="filed") is ((role, whose) in THE_DESK)
