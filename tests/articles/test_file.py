"""`desk.file`: the reporter's hand-over to the desk."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, THE_DESK, WRITERS, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_hands_the_story_to_the_desk(reporter):
    article = make_article(by=reporter, state="draft")

    desk.file(article, by=reporter)

    assert (row(article)["state"], article.state) == ("filed", "filed")
    assert log_of(article) == [entry("file", reporter, "draft", "filed")]


def test_the_reporter_may_not_change_it_from_then_on(reporter):
    article = make_article(by=reporter)
    desk.file(article, by=reporter)

    with refused("not-permitted"):
        desk.save(article, by=reporter)


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_its_writer_or_the_desk(role, whose):
    assert may_do("file", role, whose) is ((role, whose) in THE_DESK | WRITERS)
