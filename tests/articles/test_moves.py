"""What holds for every verb, over every state: a new state or verb can't be forgotten here."""

import pytest

from articles import desk
from articles.models import Article
from articles.states import ALL_MOVES, MOVES
from tests.articles.records import log_of, refused, row
from tests.articles.verbs import RIGHT_STATES, VERBS, WRONG_STATES
from tests.factories import make_section, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_every_move_is_tried_here():
    not_done_to_a_stored_story = {"start", "preview"}

    assert set(VERBS) == set(MOVES) - not_done_to_a_stored_story


def test_every_verb_of_the_desk_is_a_move():
    tools = {
        "IllegalMove",
        "Publication",
        "check_save",
        "compose",
        "compose_notice",
        "foresee",
        "look_for_words",
        "move_landing",
        "open_moves",
        "proposed_change",
        "publication",
        # A reader's, who is nobody here.
        "report_mistake",
    }

    assert set(desk.__all__) - tools == set(ALL_MOVES) - {"preview"}


@pytest.mark.parametrize(("verb", "state"), RIGHT_STATES)
def test_moves_as_the_table_says_and_leaves_one_entry(verb, state):
    story = VERBS[verb].make_story(state=state)
    before = len(log_of(story))

    VERBS[verb].do(story, None)

    expected = MOVES[verb].target or state
    assert (row(story)["state"], story.state) == (expected, expected)
    entries = log_of(story)[before:]
    assert [(each["verb"], each["from_state"], each["to_state"]) for each in entries] == [
        (verb, state, expected)
    ]


@pytest.mark.parametrize(("verb", "state"), WRONG_STATES)
def test_is_refused_from_any_other_state(verb, state):
    story = VERBS[verb].make_story(state=state)

    with refused("wrong-state") as refusals:
        VERBS[verb].do(story, None)

    assert (refusals[0].move, refusals[0].state, story.state) == (verb, state, state)


@pytest.mark.parametrize("verb", VERBS)
def test_writes_nothing_but_its_columns(verb):
    story = VERBS[verb].make_story()
    before = row(story)
    scribble_on(story)

    VERBS[verb].do(story, None)

    after = row(story)
    assert {column for column in after if after[column] != before[column]} <= VERBS[verb].writes


@pytest.mark.parametrize("verb", VERBS)
def test_names_the_person_as_they_were_called_then(verb):
    person = make_user(role="administrator", name="Edgar Stone")
    story = VERBS[verb].make_story()
    VERBS[verb].do(story, person)

    person.first_name = "Edwin"
    person.save()

    last = log_of(story)[-1]
    assert (last["actor_id"], last["actor_name"]) == (person.pk, "Edgar Stone")


def test_very_long_names_fit_the_log():
    story = VERBS["file"].make_story()
    person = make_user(role="editor", name="A" * 150 + " " + "B" * 150)

    desk.file(story, by=person)

    assert log_of(story)[-1]["actor_name"] == "A" * 150 + " " + "B" * 9


@pytest.mark.parametrize("verb", VERBS)
def test_a_deactivated_account_may_do_nothing(verb):
    person = make_user(role="administrator")
    person.is_active = False
    person.save()
    story = VERBS[verb].make_story(by=person)

    with refused("not-permitted"):
        VERBS[verb].do(story, person)


def scribble_on(story: Article) -> None:
    """Change every column of the instance in hand, and save nothing."""
    for field in Article._meta.local_concrete_fields:
        if field.name in {"id", "section", "assignee", "created_by"}:
            continue
        if field.get_internal_type() in {"CharField", "TextField", "SlugField"}:
            setattr(story, field.attname, "scribbled")
        elif field.get_internal_type() == "DateTimeField":
            setattr(story, field.attname, story.created_at.replace(year=1999))
        elif field.get_internal_type() == "PositiveIntegerField":
            setattr(story, field.attname, 99)
    story.section = make_section(name="Sport")
    story.assignee = story.created_by = make_user(role="reporter")
