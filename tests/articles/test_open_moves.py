"""`desk.open_moves`: which moves a person is offered, for every role, state and fact of publication."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article
from articles.states import MOVES, State
from tests.factories import make_article, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WRITERS = {"save", "restore", "preview"}
#: What each role may do with a story that readers have never had, by its state.
NEVER_RAN = {
    "reporter": {
        "draft": {*WRITERS, "file", "spike"},
        "filed": {"preview", "take_back"},
        "ready": {"preview"},
        "spiked": {"preview"},
    },
    "editor": {
        "draft": {*WRITERS, "file", "mark_ready", "publish", "embargo", "spike"},
        "filed": {*WRITERS, "take_back", "claim", "send_back", "mark_ready", "publish", "embargo", "spike"},
        "ready": {*WRITERS, "claim", "send_back", "publish", "embargo", "spike"},
        "spiked": {"preview", "revive"},
    },
    "moderator": {state: set() for state in State.values},
}
NEVER_RAN["administrator"] = {state: {*moves, "expunge"} for state, moves in NEVER_RAN["editor"].items()}

#: What a fact takes away from that, and what it adds for those who publish.
FACTS = {
    "never ran": (set(), set()),
    "scheduled": ({"spike"}, {"unschedule", "rename"}),
    "just scheduled": ({"spike"}, {"unschedule", "undo", "rename"}),
    "live": ({"spike"}, {"withdraw", "rename"}),
    "just published": ({"spike"}, {"undo", "withdraw", "rename"}),
    "live, update scheduled": ({"spike"}, {"unschedule", "withdraw", "rename"}),
    "taken down": ({"spike"}, {"rename"}),
    "expired": ({"spike"}, {"withdraw", "rename"}),
    "undone": (set(), set()),
}


def open_now(by, article):
    return desk.open_moves(by, article, desk.publication(article, timezone.now()))


def bring_about(fact, article, clock):
    """Make the fact true of the article, and let the minute of undoing pass unless it says “just”."""
    soon = timezone.now() + timedelta(hours=2)
    if fact in {"scheduled", "just scheduled"}:
        publish(article, at=soon)
    if fact in {"live", "just published", "live, update scheduled", "taken down", "undone"}:
        publish(article)
    if fact == "live, update scheduled":
        publish(article, at=soon, change="update")
    if fact == "expired":
        publish(article, expires_at=timezone.now() + timedelta(seconds=30))
    if fact == "taken down":
        desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    if fact == "undone":
        desk.undo(article, by=None)
    if not fact.startswith("just"):
        clock.shift(61)


def expected(role, state, fact):
    taken, added = FACTS[fact]
    moves = NEVER_RAN[role][state] - taken
    if role in {"editor", "administrator"}:
        moves = moves | (added - ({"rename"} if state == "spiked" else set()))
    return moves


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("role", NEVER_RAN)
def test_open_moves_of_own_story(clock, role, fact):
    person = make_user(role=role)
    article = make_article(by=person)
    bring_about(fact, article, clock)

    offered = {}
    for state in State.values:
        Article.objects.filter(pk=article.pk).update(state=state)
        article.refresh_from_db()
        offered[state] = {move.name for move in open_now(person, article)}

    assert offered == {state: expected(role, state, fact) for state in State.values}


def test_reporter_may_only_read_a_colleagues_story(reporter):
    article = make_article(by=make_user(role="reporter"))

    names = [move.name for move in open_now(reporter, article)]

    assert names == ["preview"]


def test_reporter_may_write_what_is_assigned_to_them(reporter):
    article = make_article(by=make_user(role="editor"), assignee=reporter)

    names = [move.name for move in open_now(reporter, article)]

    assert names == ["save", "restore", "preview", "file", "spike"]


def test_minute_of_undoing_ends(clock, editor):
    article = make_article()
    publish(article)

    clock.shift(60)
    within = "undo" in {move.name for move in open_now(editor, article)}
    clock.shift(1)
    after = "undo" in {move.name for move in open_now(editor, article)}

    assert (within, after) == (True, False)


def test_new_story_has_the_moves_of_a_draft(editor):
    fresh = Article(created_by=editor)

    names = {move.name for move in open_now(editor, fresh)}

    assert names == NEVER_RAN["editor"]["draft"]


def test_every_move_is_offered_to_somebody():
    offered = {name for moves in NEVER_RAN["administrator"].values() for name in moves}
    added = {name for _, more in FACTS.values() for name in more}

    # `start` is no button on a story: there is none yet.
    assert offered | added == MOVES.keys() - {"start"}


def test_asks_one_query(django_assert_num_queries, editor):
    article = make_article()
    publish(article)
    editor.has_perm("articles.view_article")

    with django_assert_num_queries(1):
        open_now(editor, article)
