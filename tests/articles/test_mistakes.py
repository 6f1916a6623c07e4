"""The verbs on mistakes that readers spotted, and what publication makes of them."""

from datetime import timedelta

import pytest

from articles import desk
from articles.desk.answering import compose
from articles.desk.moving import UNDO_WINDOW
from articles.models import Edition, Mistake
from articles.states import Change
from tests.articles.mistakes import make_mistake
from tests.articles.records import entry, log_of, refused
from tests.articles.verbs import ASKERS, THE_DESK
from tests.factories import NOON, make_published, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)
VERBS = {
    "take_mistake": ("open", "taken"),
    "decline_mistake": ("open", "declined"),
    "reopen_mistake": ("taken", "open"),
}


@pytest.fixture
def rain(clock):
    story = make_published(headline="Rain", body="<p>It rained on Monday. Nobody came.</p>")
    clock.shift(HOUR)
    return story


def taken(story, **told):
    mistake = make_mistake(story, **{"email": "ann@reader.example", **told})
    desk.take_mistake(mistake, by=None)
    return mistake


def found(mistake):
    """Its finding, the version that settled it, and when its reader is to be answered."""
    row = Mistake.objects.select_related("settled_by").get(pk=mistake.pk)
    return row.state, row.settled_by and row.settled_by.number, row.answer_due_at


@pytest.mark.parametrize("verb", VERBS)
def test_a_decision_is_logged(rain, editor, verb):
    source, target = VERBS[verb]
    mistake = make_mistake(rain) if source == "open" else taken(rain)

    getattr(desk, verb)(mistake, by=editor)

    assert (mistake.state, found(mistake)[0]) == (target, target)
    assert log_of(rain)[-1] == entry(
        verb, editor, "draft", "draft", details={"mistake": mistake.pk}, at=NOON + HOUR
    )


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_the_desk_decides(rain, verb, role, whose):
    person = make_user(role=role)
    source, target = VERBS[verb]
    mistake = make_mistake(rain) if source == "open" else taken(rain)
    rain.created_by = person if whose == "own" else None
    rain.assignee = person if whose == "assigned" else None
    rain.save()

    with refused("not-permitted", or_done=True) as refusals:
        getattr(desk, verb)(mistake, by=person)

    assert (not refusals, found(mistake)[0] == target) == (((role, whose) in THE_DESK,) * 2)


@pytest.mark.parametrize(
    ("verb", "states"),
    [
        ("take_mistake", ["taken", "corrected", "declined"]),
        ("decline_mistake", ["corrected", "declined"]),
        ("reopen_mistake", ["open", "corrected"]),
    ],
)
def test_what_is_settled_otherwise_is_not_decided_again(rain, verb, states):
    mistakes = {"open": make_mistake(rain), "corrected": taken(rain)}
    publish(rain, change="update")
    mistakes |= {"taken": taken(rain), "declined": make_mistake(rain, wrong="No.")}
    desk.decline_mistake(mistakes["declined"], by=None)

    for state in states:
        assert found(mistakes[state])[0] == state
        with refused("wrong-finding"):
            getattr(desk, verb)(mistakes[state], by=None)


def test_a_decision_on_a_filed_story_leaves_it_filed(rain, editor):
    desk.file(rain, by=None)

    desk.take_mistake(make_mistake(rain), by=editor)

    rain.refresh_from_db()
    assert rain.state == "filed"


def test_who_left_an_address_is_owed_the_answer_that_there_is_none(rain, editor):
    told, untold = make_mistake(rain, email="ann@reader.example"), make_mistake(rain)

    for mistake in (told, untold):
        desk.decline_mistake(mistake, by=editor, answer=" It was Monday. ")

    assert [found(told), found(untold)] == [
        ("declined", None, NOON + HOUR + UNDO_WINDOW),
        ("declined", None, None),
    ]
    assert log_of(rain)[-1]["reason"] == Mistake.objects.get(pk=told.pk).answer == "It was Monday."


def test_thinking_again_takes_the_answer_back(rain):
    mistake = make_mistake(rain, email="ann@reader.example")
    desk.decline_mistake(mistake, by=None, answer="No.")

    desk.reopen_mistake(mistake, by=None)

    row = Mistake.objects.get(pk=mistake.pk)
    assert (row.state, row.answer, row.answer_due_at, row.decided_at) == ("open", "", None, None)


def test_who_was_answered_is_not_thought_of_again(rain):
    mistake = make_mistake(rain, email="ann@reader.example")
    desk.decline_mistake(mistake, by=None)
    Mistake.objects.update(answered_at=NOON + HOUR, answer_due_at=None, email="")

    with refused("answered"):
        desk.reopen_mistake(mistake, by=None)


@pytest.mark.parametrize("change", ["minor", "update", "correction", "clarification"])
def test_publishing_settles_what_was_taken_up(rain, clock, change):
    mistake, still_open = taken(rain), make_mistake(rain)
    declined = make_mistake(rain, wrong="Other.")
    desk.decline_mistake(declined, by=None)
    elsewhere = taken(make_published(headline="Snow"))

    publish(rain, change=change, note="It was Tuesday.")

    assert found(mistake) == ("corrected", 2, NOON + HOUR + UNDO_WINDOW)
    assert [found(each)[:2] for each in (still_open, declined, elsewhere)] == [
        ("open", None),
        ("declined", None),
        ("taken", None),
    ]


def test_nobody_without_an_address_is_owed_an_answer(rain):
    mistake = taken(rain, email="")

    publish(rain, change="update")

    assert found(mistake) == ("corrected", 2, None)


def test_taking_the_story_down_settles_it_too(rain):
    mistake = taken(rain)

    desk.withdraw(rain, by=None, note="It was wrong.", ground="retraction")

    assert found(mistake) == ("corrected", 2, NOON + HOUR + UNDO_WINDOW)


@pytest.mark.parametrize("move", ["publish", "withdraw"])
def test_undo_puts_it_back(rain, clock, move):
    mistake = taken(rain)
    if move == "publish":
        publish(rain, change="update")
    else:
        desk.withdraw(rain, by=None, note="It was wrong.", ground="retraction")
    clock.shift(60)

    desk.undo(rain, by=None)

    assert found(mistake) == ("taken", None, None)


def test_a_scheduled_correction_is_told_of_when_it_stands(rain):
    mistake = taken(rain)

    publish(rain, change="correction", note="Tuesday.", at=NOON + 5 * HOUR)

    assert found(mistake) == ("corrected", 2, NOON + 5 * HOUR)


@pytest.mark.parametrize("how", ["unschedule", "embargo", "publish", "withdraw"])
def test_a_scheduled_correction_that_is_dropped_puts_it_back(rain, how):
    mistake = taken(rain)
    publish(rain, change="correction", note="Tuesday.", at=NOON + 5 * HOUR)

    if how == "unschedule":
        desk.unschedule(rain, by=None)
    elif how == "embargo":
        desk.embargo(rain, by=None, until=NOON + 9 * HOUR, pending="void")
    elif how == "publish":
        publish(rain, change="minor", pending="void")
    else:
        desk.withdraw(rain, by=None, note="Wrong.", ground="legal", pending="void")

    is_settled_anew = how in {"publish", "withdraw"}
    expected = ("corrected", 3, NOON + HOUR + UNDO_WINDOW) if is_settled_anew else ("taken", None, None)
    assert found(mistake) == expected


def test_undo_that_brings_a_scheduled_correction_back_settles_again_what_it_settled(rain, clock):
    mistake = taken(rain)
    publish(rain, change="correction", note="Tuesday.", at=NOON + 5 * HOUR)
    clock.shift(HOUR)
    later = taken(rain, wrong="Something else.")
    publish(rain, change="minor", pending="void")

    desk.undo(rain, by=None)

    assert [found(mistake), found(later)] == [
        ("corrected", 2, NOON + 5 * HOUR),
        # Nobody had seen this one when those words were written.
        ("taken", None, None),
    ]


def test_a_correction_made_again_is_the_one_published_now(rain):
    mistake = taken(rain)
    publish(rain, change="correction", note="Tuesday.", at=NOON + 5 * HOUR)

    publish(rain, change="correction", note="Tuesday.", pending="strike-again")

    assert found(mistake) == ("corrected", 3, NOON + HOUR + UNDO_WINDOW)


def test_publication_that_is_refused_settles_nothing(rain):
    taken(rain)

    with refused("note-needed"):
        publish(rain, change="correction")


def test_a_correction_is_proposed_with_what_the_story_said(rain):
    assert desk.proposed_change(rain) is None
    make_mistake(rain)
    assert desk.proposed_change(rain) is None

    for number in range(2):
        taken(rain, words="Monday", wrong=str(number))
    taken(rain, words="Nobody")

    note = "An earlier version of this story said: “It rained on Monday.” “Nobody came.”"
    assert desk.proposed_change(rain) == ("correction", note)


def test_a_proposed_note_quotes_nothing_that_was_undone_or_taken_down(rain, clock):
    publish(rain, change="update")
    undone = taken(rain, words="Monday")
    desk.undo(rain, by=None)
    assert (found(undone)[0], desk.proposed_change(rain)) == ("taken", ("correction", ""))

    clock.shift(120)
    down = make_mistake(rain, "Nobody")
    desk.withdraw(rain, by=None, note="It was wrong.", ground="legal")
    desk.take_mistake(down, by=None)

    assert desk.proposed_change(rain) == ("correction", "")


@pytest.mark.parametrize("change", [change for change in Change.values if change != Change.WITHDRAWAL])
def test_whatever_settles_a_report_can_be_told_to_its_reader(rain, change):
    mistake = taken(rain)
    publish(rain, change="update")
    Edition.objects.filter(number=2).update(change=change)

    assert compose(Mistake.objects.get(pk=mistake.pk), NOON).body


def test_a_proposed_note_fits(rain):
    story = make_published(body="".join(f"<p>{letter * 3000}</p>" for letter in "abcde"))
    for letter in "abcde":
        taken(story, words=letter * 9)

    assert len(desk.proposed_change(story)[1]) < 1000
