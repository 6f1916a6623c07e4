"""What moderators decide: show, hold, remove, mark as spam, restore."""

import pytest

from comments import moderation
from comments.models import Comment, Discussion
from comments.states import MOVES, Reason, Status
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def article():
    return make_published()


def in_status(article, status):
    """A comment in a status, brought there by the verbs."""
    if status == Status.RETRACTED:
        return retracted(article)
    comment = guest_post(article)
    if status != Status.HELD:
        verb = {"shown": moderation.show, "removed": moderation.remove, "spam": moderation.mark_spam}[status]
        verb(comment, by=None)
    return comment


def retracted(article):
    writer = make_writer()
    comment = writers_post(article, writer)
    moderation.retract(comment, writer=writer)
    comment.refresh_from_db()
    return comment


def counters(article):
    discussion = Discussion.objects.get(pk=article.pk)
    replies = Comment.objects.filter(article=article).order_by("pk").values_list("shown_replies", flat=True)
    return discussion.shown_count, list(replies)


def test_showing_gives_a_number_and_the_html(article, moderator):
    comment = guest_post(article, text="One.\n\nTwo.", website="https://dio.example")

    moderation.show(comment, by=moderator)

    comment.refresh_from_db()
    assert (comment.status, comment.why, comment.number) == ("shown", "fine", 1)
    assert comment.text_html == "<p>One.</p><p>Two.</p>"
    assert comment.heading_html == '<a href="https://dio.example" rel="nofollow ugc noopener">Dio</a>'
    assert comment.time_html == ('<time datetime="2026-03-02T12:00:00+02:00">2 March 2026, 12:00 EET</time>')


def test_numbers_are_given_when_shown_and_never_again(article):
    first, second, third = guest_post(article), guest_post(article), guest_post(article)

    moderation.show(second, by=None)
    moderation.remove(second, by=None)
    moderation.show(first, by=None)
    moderation.restore(second, by=None)
    moderation.show(third, by=None)

    assert [second.number, first.number, third.number] == [1, 2, 3]


def test_each_decision_is_logged_with_its_reason(article, moderator):
    comment = make_shown(article)

    moderation.remove(comment, by=moderator, reason="abuse", note="The third time.")

    entry = comment.moderation_entries.first()
    assert (entry.verb, entry.from_status, entry.to_status) == ("remove", "shown", "removed")
    assert (entry.actor, entry.actor_name) == (moderator, "Mona Ives")
    assert (entry.reason, entry.note) == ("abuse", "The third time.")
    assert comment.why == "abuse"


@pytest.mark.parametrize("verb", MOVES)
@pytest.mark.parametrize("status", Status.values)
def test_each_move_is_made_from_its_statuses_and_refused_from_the_others(article, verb, status):
    comment = in_status(article, status)
    entries = comment.moderation_entries.count()

    if status in MOVES[verb].sources:
        moderation.DECISIONS[verb](comment, by=None)
        assert comment.moderation_entries.count() == entries + 1
        return
    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.DECISIONS[verb](comment, by=None)

    assert (refused.value.code, refused.value.status) == ("wrong-status", status)
    comment.refresh_from_db()
    assert (comment.status, comment.moderation_entries.count()) == (status, entries)


@pytest.mark.parametrize("verb", MOVES)
@pytest.mark.parametrize("person", ["reporter", "editor", "nobody"])
def test_only_moderators_decide(article, verb, person, request):
    from tests.factories import make_user

    by = make_user() if person == "nobody" else request.getfixturevalue(person)
    comment = in_status(article, next(iter(MOVES[verb].sources)))

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.DECISIONS[verb](comment, by=by)

    assert refused.value.code == "not-permitted"


def test_a_reason_must_be_one_of_the_list(article, moderator):
    comment = guest_post(article)

    codes = []
    for reason in ("unproved", "because"):
        with pytest.raises(moderation.IllegalMove) as refused:
            moderation.remove(comment, by=moderator, reason=reason)
        codes.append(refused.value.code)

    assert codes == ["unknown-reason", "unknown-reason"]


@pytest.mark.parametrize(
    ("verb", "reason"),
    [(verb, reason) for verb in ("remove", "mark_spam", "hide_branch") for reason in ("fine", "look-again")]
    + [("hold", "fine")],
)
def test_what_speaks_for_a_comment_is_no_reason_against_it(article, moderator, verb, reason):
    comment = make_shown(article)

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.DECISIONS[verb](comment, by=moderator, reason=reason)

    assert refused.value.code == "wrong-reason"
    assert refused.value.sentence.startswith(f"“{Reason(reason).label}” is no reason for this: ")


def test_restoring_brings_back_what_was(article):
    shown, held = make_shown(article), guest_post(article)
    for comment in (shown, held):
        moderation.remove(comment, by=None)
        moderation.restore(comment, by=None)

    assert [shown.status, held.status] == ["shown", "held"]


def test_counters_follow_every_decision(article):
    root = make_shown(article)
    child = make_shown(article, parent=root)
    grandchild = make_shown(article, parent=child)
    seen = [counters(article)]

    for verb in ("remove", "restore", "hold", "show", "mark_spam"):
        moderation.DECISIONS[verb](grandchild, by=None)
        seen.append(counters(article))

    assert seen == [
        (3, [2, 1, 0]),
        (2, [1, 0, 0]),
        (3, [2, 1, 0]),
        (2, [1, 0, 0]),
        (3, [2, 1, 0]),
        (2, [1, 0, 0]),
    ]


def test_hiding_and_unhiding_a_parent_leaves_a_hidden_child_hidden(article):
    parent = make_shown(article)
    child = make_shown(article, parent=parent)
    moderation.remove(child, by=None)

    moderation.hold(parent, by=None)
    moderation.show(parent, by=None)
    moderation.remove(parent, by=None)
    moderation.restore(parent, by=None)

    child.refresh_from_db()
    assert (parent.status, child.status) == ("shown", "removed")


def test_a_comment_with_shown_replies_keeps_its_place(article):
    parent, alone = make_shown(article), make_shown(article)
    make_shown(article, parent=parent)

    moderation.remove(parent, by=None)
    moderation.remove(alone, by=None)

    placed = Comment.objects.placed().order_by("number").values_list("number", flat=True)
    assert list(placed) == [1, 3]


@pytest.mark.parametrize("size", [1, 60])
def test_deciding_costs_the_same_however_many_there_are(article, size, moderator, django_assert_num_queries):
    parent = make_shown(article)
    for _ in range(size):
        comment = make_shown(article, parent=parent)
    by = type(moderator).objects.get(pk=moderator.pk)

    with django_assert_num_queries(15):
        moderation.remove(comment, by=by)


def test_the_last_decision_is_the_one_that_was_logged_last_though_the_clock_went_back(
    article, moderator, clock
):
    comment = guest_post(article)
    clock.shift(60)
    moderation.show(comment, by=moderator)
    clock.shift(-1)
    moderation.remove(comment, by=moderator)

    moderation.undo(comment, by=moderator)

    comment.refresh_from_db()
    assert comment.status == "shown"
