"""Appeals: against which decisions, how often, by whom they are decided, and what becomes of the comment."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from comments import moderation
from comments.models import Appeal, Comment, Flag
from tests.comments.appeals import appeal, decide, removed
from tests.comments.factories import make_writer, writers_post
from tests.comments.noticed import give
from tests.comments.reporters import reader, report
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def dio(db):
    return make_writer()


@pytest.fixture
def comment(article, dio):
    comment = writers_post(article, dio)
    moderation.show(comment, by=None)
    return comment


@pytest.fixture
def other(db):
    return make_user(role="moderator", name="Otto Weiss")


@pytest.mark.parametrize("verb", ["remove", "mark_spam"])
def test_upheld_appeal_shows_the_comment_again(comment, moderator, other, verb):
    report(comment, reader(1))
    made = appeal(removed(comment, moderator, verb))

    decide(made, other)

    comment.refresh_from_db()
    entry = comment.moderation_entries.first()
    assert (comment.status, comment.why, comment.number) == ("shown", "mistake", 1)
    assert (entry.verb, entry.actor, Flag.objects.get().outcome) == ("restore", other, "wrong")
    assert Appeal.objects.get().is_upheld


def test_upheld_appeal_shows_what_was_never_shown(article, dio, moderator, other):
    made = appeal(removed(writers_post(article, dio), moderator))

    decide(made, other)

    assert Comment.objects.get().number == 1


def test_appeal_that_is_not_upheld_leaves_it_as_it_was(comment, moderator, other):
    decide(appeal(removed(comment, moderator)), other, is_upheld=False)

    comment.refresh_from_db()
    assert (comment.status, comment.why, Appeal.objects.get().decision) == ("removed", "abuse", "rejected")


def test_nobody_decides_on_their_own_decision(comment, moderator):
    made = appeal(removed(comment, moderator))

    with pytest.raises(moderation.IllegalMove) as refusal:
        decide(made, moderator)

    assert refusal.value.sentence == "You took this decision yourself. Somebody else looks at it now."
    assert Appeal.objects.get().is_open


def test_nobody_decides_on_the_notice_that_they_upheld(comment, moderator, other):
    moderation.decide_notice(give(comment), by=moderator, is_upheld=True, answer="Yes.")
    made = appeal(comment)

    with pytest.raises(moderation.IllegalMove):
        decide(made, moderator)
    decide(made, other)

    assert Appeal.objects.get().is_upheld


def test_what_a_rule_decided_anybody_may_judge(comment, moderator):
    decide(appeal(removed(comment, None)), moderator)

    assert Appeal.objects.get().decided_by == moderator


@pytest.mark.parametrize("status", ["shown", "held", "retracted"])
def test_without_a_removal_there_is_nothing_to_appeal_against(comment, dio, status):
    if status == "held":
        moderation.hold(comment, by=None)
    elif status == "retracted":
        moderation.remove(comment, by=None)
        moderation.retract(comment, writer=dio)

    with pytest.raises(moderation.IllegalMove) as refusal:
        appeal(comment)

    assert refusal.value.code == "no-decision"


def test_once_against_each_decision(comment, moderator, other):
    decide(appeal(removed(comment, moderator)), other)
    comment.refresh_from_db()
    appeal(removed(comment, other))

    with pytest.raises(moderation.IllegalMove) as refusal:
        appeal(comment, "Once more.")

    assert (refusal.value.code, Appeal.objects.count()) == ("once", 2)


@pytest.mark.parametrize("is_upheld", [True, False])
def test_of_what_was_taken_back_and_decided_anew_nothing_is_left_to_decide(
    comment, moderator, other, is_upheld
):
    made = appeal(removed(comment, moderator))
    moderation.restore(comment, by=other)
    assert not Appeal.objects.open().exists()
    moderation.remove(comment, by=other, reason="private")

    with pytest.raises(moderation.IllegalMove) as refusal:
        decide(made, make_user(role="moderator"), is_upheld=is_upheld)

    comment.refresh_from_db()
    assert (refusal.value.code, Appeal.objects.open().exists()) == ("taken-back", False)
    assert (comment.status, comment.why) == ("removed", "private")


def test_appeal_of_another_is_refused(comment, moderator):
    removed(comment, moderator)

    with pytest.raises(moderation.IllegalMove) as refusal:
        moderation.appeal(comment, writer=make_writer("ana@example.org"), text="Mine!")

    assert refusal.value.code == "not-yours"


@pytest.mark.parametrize(
    ("way", "code"),
    [("twice", "decided"), ("editor", "not-permitted"), ("silent", "bad-answer"), ("long", "bad-answer")],
)
def test_decision_that_is_refused_changes_nothing(comment, moderator, other, way, code):
    made = appeal(removed(comment, moderator))
    if way == "twice":
        decide(made, other, is_upheld=False)
    before = Appeal.objects.values().get()

    with pytest.raises(moderation.IllegalMove) as refusal:
        answer = {"silent": " \n", "long": "x" * 2001}.get(way, "Because.")
        decide(made, make_user(role="editor") if way == "editor" else other, answer=answer)

    assert (refusal.value.code, Appeal.objects.values().get()) == (code, before)


@pytest.mark.parametrize("is_upheld", [True, False])
def test_appeal_of_a_comment_that_its_writer_deleted_is_not_decided(
    comment, dio, moderator, other, is_upheld
):
    made = appeal(removed(comment, moderator))
    moderation.retract(comment, writer=dio)

    with pytest.raises(moderation.IllegalMove) as refusal:
        decide(made, other, is_upheld=is_upheld)

    assert (refusal.value.code, Appeal.objects.get().text, Appeal.objects.open().exists()) == (
        "text-gone",
        "",
        False,
    )


def test_words_that_were_forgotten_come_back_by_no_appeal(comment, moderator, other, clock):
    made = appeal(removed(comment, moderator))
    clock.shift(timedelta(days=91))
    call_command("forget", verbosity=0)

    with pytest.raises(moderation.IllegalMove) as refusal:
        decide(made, other)
    decide(made, other, is_upheld=False)

    assert (refusal.value.code, Appeal.objects.get().decision) == ("text-gone", "rejected")
