"""`desk.take_back`: what the reporter filed is theirs to change again."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, row
from tests.articles.verbs import ASKERS, THE_DESK, WRITERS, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_makes_it_the_writers_again(reporter):
    article = make_article(by=reporter, state="filed")

    desk.take_back(article, by=reporter)

    assert (row(article)["state"], article.state) == ("draft", "draft")
    assert log_of(article) == [entry("take_back", reporter, "filed", "draft")]


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_its_writer_or_the_desk(role, whose):
    assert may_do("take_back", role, whose) is ((role, whose) in THE_DESK | WRITERS)
