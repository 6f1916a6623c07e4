"""`desk.revive`: a spiked story comes back."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, row
from tests.articles.verbs import ASKERS, THE_DESK, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_brings_a_spiked_story_back_as_a_draft(editor):
    article = make_article(by=editor, state="spiked")

    desk.revive(article, by=editor)

    assert (row(article)["state"], article.state) == ("draft", "draft")
    assert log_of(article) == [entry("revive", editor, "spiked", "draft")]


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_the_desks_since_it_may_have_spiked_it(role, whose):
    assert may_do("revive", role, whose) is ((role, whose) in THE_DESK)
