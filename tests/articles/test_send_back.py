"""`desk.send_back`: the desk returns a story to its writer, and says why."""

import pytest

from articles import desk
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, THE_DESK, may_do
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("state", ["filed", "ready"])
def test_returns_the_story_with_a_reason(editor, state):
    article = make_article(state=state)

    desk.send_back(article, by=editor, reason="  Who saw it?  ")

    assert row(article)["state"] == "draft"
    assert log_of(article) == [entry("send_back", editor, state, "draft", reason="Who saw it?")]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_is_refused_without_a_reason(editor, reason):
    article = make_article(state="filed")

    with refused("reason-needed"):
        desk.send_back(article, by=editor, reason=reason)

    assert article.state == "filed"


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("send_back", role, whose) is ((role, whose) in THE_DESK)
