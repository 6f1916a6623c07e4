"""`desk.mark_ready`: the desk is done with a story."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, row
from tests.articles.verbs import ASKERS, THE_DESK, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(("state", "skipped"), [("draft", ["filed"]), ("filed", [])])
def test_says_that_the_story_is_ready_and_what_was_skipped(editor, state, skipped):
    article = make_article(state=state)

    desk.mark_ready(article, by=editor)

    assert (row(article)["state"], article.state) == ("ready", "ready")
    assert log_of(article) == [entry("mark_ready", editor, state, "ready", details={"skipped": skipped})]


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("mark_ready", role, whose) is ((role, whose) in THE_DESK)
