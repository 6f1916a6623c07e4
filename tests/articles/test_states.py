"""The table of moves, whole: states, rights, and what is asked of `may`."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from articles.states import MOVES, Move, may, skipped
from tests.factories import make_article, make_user

OPEN = frozenset({"draft", "filed", "ready"})
EVERY = OPEN | {"spiked"}
ANY, OWN = "articles.change_any_article", "articles.change_article"
DESK, FILE, PUBLISH = "articles.desk_article", "articles.file_article", "articles.publish_article"


def test_the_moves_are_these():
    draft, filed = frozenset({"draft"}), frozenset({"filed"})

    assert list(MOVES.values()) == [
        Move("start", "Begin", frozenset(), "draft", "articles.add_article"),
        Move("save", "Save", OPEN, None, ANY, OWN, draft),
        Move("restore", "Restore", OPEN, None, ANY, OWN, draft),
        Move("preview", "Preview", EVERY, None, "articles.view_article", "", EVERY),
        Move("file", "File to the desk", draft, "filed", ANY, FILE, EVERY),
        Move("take_back", "Take back", filed, "draft", ANY, FILE, EVERY),
        Move("claim", "Claim", frozenset({"filed", "ready"}), None, DESK, "", EVERY),
        Move("send_back", "Send back", frozenset({"filed", "ready"}), "draft", DESK, "", EVERY),
        Move("mark_ready", "Ready to publish", draft | filed, "ready", DESK, "", EVERY),
        Move("publish", "Publish", OPEN, "draft", PUBLISH, "", EVERY),
        Move("unschedule", "Unschedule", EVERY, None, PUBLISH, "", EVERY),
        Move("undo", "Undo", EVERY, None, PUBLISH, "", EVERY),
        Move("embargo", "Embargo", OPEN, None, PUBLISH, "", EVERY),
        Move("withdraw", "Take down", EVERY, None, "articles.withdraw_article", "", EVERY),
        Move("rename", "Change address", OPEN, None, PUBLISH, "", EVERY),
        Move("spike", "Spike", OPEN, "spiked", DESK, FILE, draft),
        Move("revive", "Unspike", frozenset({"spiked"}), "draft", DESK, "", EVERY),
        Move("expunge", "Expunge", EVERY, None, "articles.expunge_article", "", EVERY),
    ]


@pytest.mark.django_db
def test_every_right_that_a_move_needs_exists():
    wanted = {move.permission for move in MOVES.values()} | {move.own_permission for move in MOVES.values()}

    known = {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Permission.objects.select_related("content_type")
    }

    assert wanted - {""} <= known


@pytest.mark.django_db
@pytest.mark.parametrize("verb", MOVES)
def test_a_stranger_may_do_nothing(verb):
    # Nobody's story must not pass for a stranger's own: neither has a number.
    article = make_article(by=None)

    assert may(AnonymousUser(), verb, article) is False


@pytest.mark.django_db
@pytest.mark.parametrize("verb", MOVES)
def test_the_system_may_do_anything(verb):
    assert may(None, verb, make_article()) is True


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "expected"),
    [("administrator", True), ("editor", True), ("reporter", True), ("moderator", False), ("", False)],
)
def test_stories_are_previewed_by_those_who_may_read_them_at_the_desk(role, expected):
    assert may(make_user(role=role), "preview", make_article(state="filed")) is expected


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(EVERY))
def test_reporters_preview_their_own_in_any_state(reporter, state):
    assert may(reporter, "preview", make_article(by=reporter, state=state)) is True


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("draft", "ready", ["filed"]),
        ("filed", "ready", []),
        ("draft", None, ["filed", "ready"]),
        ("filed", None, ["ready"]),
        ("ready", None, []),
    ],
)
def test_what_a_move_jumps_over(source, target, expected):
    assert skipped(source, target) == expected
