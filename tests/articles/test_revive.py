"""`desk.revive`: a spiked story comes back."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, row
from tests.articles.verbs import ASKERS, THE_DESK, WRITERS, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_brings_a_spiked_story_back_as_a_draft(reporter):
    article = make_article(by=reporter, state="spiked")

    desk.revive(article, by=reporter)

    assert (row(article)["state"], article.state) == ("draft", "draft")
    assert log_of(article) == [entry("revive", reporter, "spiked", "draft")]


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_its_writer_or_the_desk(role, whose):
    assert may_do("revive", role, whose) is ((role, whose) in THE_DESK | WRITERS)
