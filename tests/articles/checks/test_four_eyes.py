"""Four eyes: who marks a story ready or publishes it may not be the only one who wrote it."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk
from articles.desk.checks.promises import writers
from articles.models import Article, Section
from tests.articles.checks.finding import stops
from tests.articles.records import refused
from tests.factories import NOON, make_article, make_section, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)


@pytest.fixture
def strict():
    return make_section(name="Strict")


@pytest.fixture(autouse=True)
def two_people_see_it(strict):
    Section.objects.filter(pk=strict.pk).update(four_eyes=True)
    strict.refresh_from_db()


@pytest.fixture
def other():
    return make_user(role="editor", name="Olga Reed")


def begin(section, by):
    return desk.start(Article(headline="Rain", body="<p>It rained.</p>", section=section), by=by)


def save(article, by):
    return desk.save(Article.objects.get(pk=article.pk), by=by)


def test_only_writer_is_refused_in_a_sentence(editor, strict):
    story = begin(strict, editor)

    for verb in (desk.mark_ready, desk.publish):
        with refused("four-eyes") as refusals:
            verb(story, by=editor)

    assert refusals[0].sentence == (
        "In Strict two people see each story: only you wrote what would be published, so it is for somebody "
        "else to mark it ready and to publish it."
    )


def test_only_writer_may_not_schedule_it_either(editor, strict):
    story = begin(strict, editor)

    with refused("four-eyes"):
        desk.publish(story, by=editor, at=NOON + HOUR)


def test_somebody_else_passes(editor, other, strict):
    story = begin(strict, other)

    desk.mark_ready(story, by=editor)
    desk.publish(story, by=editor)

    assert story.editions.get().struck_by == editor


def test_one_of_two_writers_passes(editor, other, strict):
    story = begin(strict, other)
    save(story, editor)

    assert (stops(story, by=editor), stops(story, by=other)) == ([], [])


@pytest.mark.parametrize(("field", "codes"), [("ednote", ["four-eyes"]), ("headline", [])])
def test_who_only_left_a_note_has_not_written(editor, other, strict, field, codes):
    story = begin(strict, editor)
    setattr(story, field, "Call the harbour.")
    desk.save(story, by=other)

    assert stops(story, by=editor) == codes


def test_nobody_is_asked_where_the_section_asks_for_nothing(editor):
    assert stops(begin(make_section(), editor), by=editor) == []


def test_sub_section_follows_its_parent(editor, strict):
    story = begin(make_section(name="Africa", parent=strict), editor)

    assert stops(story, by=editor) == ["four-eyes"]


def test_section_does_not_follow_its_sub_section(editor):
    world = make_section()
    Section.objects.filter(pk=make_section(name="Africa", parent=world).pk).update(four_eyes=True)

    assert stops(begin(world, editor), by=editor) == []


def test_system_passes(strict):
    assert stops(begin(strict, None)) == []


def test_what_the_system_wrote_is_not_seen_by_anybody(editor, strict):
    story = begin(strict, None)
    save(story, editor)

    assert stops(story, by=editor) == ["four-eyes"]


def test_story_that_was_loaded_and_not_written_here_passes(editor, strict):
    assert stops(make_article(section=strict), by=editor) == []


def test_what_ran_was_seen(editor, other, strict):
    story = begin(strict, editor)
    desk.publish(story, by=other)

    assert stops(story, by=editor) == []


def test_each_new_version_is_seen_anew(editor, other, strict):
    story = begin(strict, other)
    desk.publish(story, by=editor)
    save(story, editor)

    assert (stops(story, by=editor), stops(story, by=other)) == (["four-eyes"], [])


def test_taking_down_lets_no_words_pass(editor, other, strict, clock):
    story = begin(strict, other)
    desk.publish(story, by=editor)
    save(story, editor)
    clock.shift(60)
    desk.withdraw(story, by=editor, note="It was wrong.", ground="retraction")

    assert stops(story, by=editor) == ["four-eyes"]


def test_what_was_unscheduled_was_not_published(editor, other, strict):
    story = begin(strict, editor)
    desk.publish(story, by=other, at=NOON + HOUR)
    desk.unschedule(story, by=other)

    assert stops(story, by=editor) == ["four-eyes"]


def test_costs_one_query(editor, strict, django_assert_num_queries):
    story = begin(strict, editor)

    with django_assert_num_queries(1):
        stops(story, by=editor)


actions = st.lists(
    st.tuples(st.sampled_from(["save", "publish", "schedule", "unschedule", "withdraw"]), st.integers(0, 2)),
    max_size=12,
)


@settings(
    max_examples=60, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(first=st.integers(0, 2), steps=actions)
def test_whoever_did_what(clock, strict, first, steps):
    """Beside the desk runs a list of who wrote since the words last went out."""
    with transaction.atomic():
        people = [make_user(role="editor") for _ in range(3)]
        story = begin(strict, people[first])
        unseen, before_the_scheduled = {people[first].pk}, None
        for verb, which in steps:
            by = people[which]
            clock.shift(1)
            may_publish = unseen != {by.pk}
            assert (stops(story, by=by) == []) is may_publish
            if verb == "save":
                save(story, by)
                unseen = unseen | {by.pk}
            elif verb == "unschedule" and before_the_scheduled is not None:
                desk.unschedule(story, by=by)
                unseen, before_the_scheduled = unseen | before_the_scheduled, None
            elif verb in ("publish", "schedule") and may_publish:
                at = NOON + timedelta(days=9) if verb == "schedule" else None
                dropped = before_the_scheduled or set()
                desk.publish(story, by=by, at=at, change="minor", pending="void")
                before_the_scheduled = unseen | dropped if verb == "schedule" else None
                unseen = set()
            elif verb == "withdraw" and desk.publication(story, NOON + timedelta(days=1)).is_live:
                desk.withdraw(story, by=by, note="Wrong.", ground="retraction", pending="void")
                unseen, before_the_scheduled = unseen | (before_the_scheduled or set()), None
            assert writers(story) == unseen
        transaction.set_rollback(True)


def test_who_restores_an_older_copy_has_written(editor, other, strict):
    story = begin(strict, other)
    desk.publish(story, by=editor)
    save(story, other)
    desk.restore(story, by=editor, version=1)

    assert (writers(story), stops(story, by=other)) == ({other.pk, editor.pk}, [])
