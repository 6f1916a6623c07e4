"""What comes of reports: it depends on where somebody's decision leaves the comment, not on the way there."""

import pytest

from comments import moderation
from comments.models import Flag
from tests.comments.factories import make_shown, make_writer, writers_post
from tests.comments.reporters import reader, report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SAID = {"shown": "wrong", "held": "open", "removed": "right", "spam": "right"}


@pytest.fixture
def comment(article):
    return make_shown(article)


def go(comment, by, clock, way):
    """Take these decisions, each a moment after the other."""
    for verb in way.split():
        clock.shift(1)
        if verb == "undo":
            moderation.undo(comment, by=by)
        else:
            moderation.DECISIONS[verb](comment, by=by)


def outcomes():
    return list(Flag.objects.order_by("pk").values_list("outcome", flat=True))


@pytest.mark.parametrize(
    "way",
    [
        "remove",
        "keep remove",
        "hold remove",
        "remove restore remove",
        "remove restore undo",
        "mark_spam show",
        "mark_spam hold",
        "mark_spam hold show",
        "mark_spam restore mark_spam",
        "remove restore hold",
        "remove restore hold show",
        "keep hold undo",
        "keep remove undo",
        "hold mark_spam show undo",
        "hold show hold undo remove",
    ],
)
def test_outcome_is_that_of_where_the_comment_stands(comment, moderator, clock, way):
    report(comment, reader(1))

    go(comment, moderator, clock, way)

    assert outcomes() == [SAID[comment.status]]


@pytest.mark.parametrize("verb", ["remove", "mark_spam", "keep", "hold"])
def test_undoing_all_that_was_decided_leaves_the_report_open(comment, moderator, clock, verb):
    report(comment, reader(1))

    go(comment, moderator, clock, f"{verb} undo")

    assert (outcomes(), comment.status, comment.reports) == (["open"], "shown", 50)


def test_undo_leaves_each_report_as_the_decision_before_it_left_it(comment, moderator, clock):
    report(comment, reader(1))
    go(comment, moderator, clock, "keep")
    clock.shift(1)
    report(comment, reader(2))

    go(comment, moderator, clock, "remove")
    assert outcomes() == ["right", "right"]

    go(comment, moderator, clock, "undo")
    assert outcomes() == ["wrong", "open"]


def test_what_was_settled_before_an_edit_was_about_other_words(article, moderator, clock):
    writer = make_writer()
    comment = writers_post(article, writer)
    moderation.show(comment, by=moderator)
    report(comment, reader(1))
    go(comment, moderator, clock, "keep")
    moderation.edit(comment, writer=writer, text="Something else, and worse.")
    clock.shift(1)
    report(comment, reader(2))

    go(comment, moderator, clock, "remove")
    assert outcomes() == ["wrong", "right"]

    go(comment, moderator, clock, "restore undo")
    assert outcomes() == ["wrong", "right"]


def test_who_undoes_the_hold_of_a_rule_has_looked(comment, moderator, clock):
    report(comment, reader(1), reader(2), reader(3))
    go(comment, moderator, clock, "undo")
    assert (comment.status, comment.reports) == ("shown", 150)

    report(comment, reader(4), reader(5))
    assert comment.status == "shown"

    assert report(comment, reader(6)).status == "held"


def test_what_was_found_good_by_mistake_was_found_good_by_nobody(comment, moderator, clock):
    go(comment, moderator, clock, "keep undo")

    assert report(comment, reader(1), reader(2), reader(3)).status == "held"
