"""Undo: the last decision, whoever took it, for the reason that was before. Picks and parts are none."""

import pytest

from comments import moderation
from comments.moderation.checking import check
from tests.comments.factories import browser, make_shown, make_writer, writers_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WORDS = "He lives in Mill Lane."


@pytest.fixture
def comment(article):
    return make_shown(article, text=WORDS)


def take_out(comment, by):
    moderation.blank_part(comment, by=by, passage="Mill Lane", reason="private")


def bring_back(comment, by):
    take_out(comment, by)
    moderation.unblank(comment, by=by, passage="Mill Lane")


def pick(comment, by):
    moderation.PICKS["pick"](comment, by=by)


def unpick(comment, by):
    pick(comment, by)
    moderation.PICKS["unpick"](comment, by=by)


@pytest.mark.parametrize("meanwhile", [take_out, bring_back, pick, unpick])
def test_reason_of_what_moved_nothing_is_not_why_it_was_there(comment, moderator, meanwhile):
    moderation.hold(comment, by=moderator, reason="repeated")
    moderation.show(comment, by=moderator)
    meanwhile(comment, moderator)
    moderation.remove(comment, by=moderator, reason="abuse")

    moderation.undo(comment, by=moderator)

    assert (comment.status, comment.why) == ("shown", "fine")


@pytest.mark.parametrize("meanwhile", [take_out, bring_back, pick, unpick])
def test_decision_can_be_undone_over_what_moved_nothing(article, moderator, meanwhile):
    comment = writers_post(article, make_writer(), text=WORDS)
    moderation.show(comment, by=moderator)
    meanwhile(comment, moderator)
    page = browser(moderator).get(f"/admin/comments/comment/{comment.pk}/change/").content.decode()

    moderation.undo(comment, by=moderator)

    assert (comment.status, comment.why, "Undo “Show”" in page) == ("held", "first", True)
    comment.refresh_from_db()
    assert (comment.is_picked, bool(comment.blanked)) == (meanwhile is pick, meanwhile is take_out)


@pytest.mark.parametrize("meanwhile", [take_out, pick])
def test_hidden_branch_is_shown_again_over_what_moved_nothing(comment, moderator, meanwhile):
    moderation.hide_branch(comment, by=moderator)
    meanwhile(comment, moderator)

    moderation.undo(comment, by=moderator)

    assert not check(comment.article)
    assert type(comment).objects.shown().get() == comment


def test_edit_ends_what_can_be_undone(article, moderator):
    writer = make_writer()
    comment = writers_post(article, writer)
    moderation.show(comment, by=moderator)
    moderation.edit(comment, writer=writer, text="Something else.")
    pick(comment, moderator)

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.undo(comment, by=moderator)

    assert refused.value.code == "nothing-to-undo"


def test_what_was_undone_is_not_undone_again_over_a_pick(comment, moderator):
    moderation.remove(comment, by=moderator)
    moderation.undo(comment, by=moderator)
    pick(comment, moderator)

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.undo(comment, by=moderator)

    assert refused.value.code == "nothing-to-undo"


def test_why_it_waited_is_found_under_what_was_undone(comment, moderator):
    moderation.hold(comment, by=moderator, reason="repeated")
    moderation.remove(comment, by=moderator, reason="abuse")
    moderation.undo(comment, by=moderator)
    moderation.mark_spam(comment, by=moderator)

    moderation.undo(comment, by=moderator)

    assert (comment.status, comment.why) == ("held", "repeated")
