"""Where a story would stand on the front page: what is said before is what the page then shows."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk
from articles.front import FRONT_SIZE, Standing, standing_of
from articles.models import Slot
from tests.factories import NOON, make_article, make_published, make_section, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUR = timedelta(hours=1)


def on_the_page(story):
    """Where the front page shows it now."""
    context = read("/").response.context
    if context["lead"] and context["lead"].article_id == story.pk:
        return Standing.LEAD
    among = story.pk in {edition.article_id for edition in context["page"].editions}
    return Standing.AMONG if among else Standing.ABSENT


def test_only_story_leads():
    story = make_article()

    assert standing_of(story, NOON, NOON) == Standing.LEAD


@pytest.mark.parametrize(
    ("newer", "has_lead", "expected"),
    [
        (0, False, Standing.LEAD),
        (1, False, Standing.AMONG),
        (FRONT_SIZE - 1, False, Standing.AMONG),
        (FRONT_SIZE, False, Standing.ABSENT),
        (0, True, Standing.AMONG),
        (FRONT_SIZE - 2, True, Standing.AMONG),
        (FRONT_SIZE - 1, True, Standing.ABSENT),
    ],
)
def test_edges_of_the_page(clock, newer, has_lead, expected):
    if has_lead:
        Slot.objects.create(article=make_published(on=NOON - 9 * HOUR), starts_at=NOON - HOUR)
    story = make_published(on=NOON - HOUR)
    for _ in range(newer):
        make_published()

    assert (standing_of(story, NOON - HOUR, NOON), on_the_page(story)) == (expected, expected)


def test_slot_of_a_story_that_is_not_live_counts_for_nothing():
    Slot.objects.create(article=make_article(), starts_at=NOON - HOUR)
    make_published(on=NOON - HOUR)

    assert standing_of(make_article(), NOON, NOON) == Standing.LEAD


@settings(
    max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(
    ages=st.lists(st.integers(0, 5), max_size=4),
    lead=st.none() | st.integers(0, 4),
    age=st.none() | st.integers(0, 5),
    taken_down=st.booleans(),
)
def test_what_is_said_is_what_comes(clock, ages, lead, age, taken_down):
    """A few stories of some hours' age, one of which leads, and may have been taken down; then ours."""
    with transaction.atomic():
        clock.move_to(NOON)
        section = make_section()
        others = [make_published(on=NOON - hours * HOUR, section=section) for hours in ages]
        story = make_article(section=section)
        if age is not None:
            publish(story, on=NOON - age * HOUR)
        if lead is not None:
            chosen = others[lead] if lead < len(others) else story
            Slot.objects.create(article=chosen, starts_at=NOON - HOUR)
            if taken_down and chosen in others:
                desk.withdraw(chosen, by=None, note="Wrong.", ground="retraction")
        clock.shift(60)
        first = story.editions.first()
        said = standing_of(story, first.first_published_at if first else timezone.now(), timezone.now())
        publish(story, change="minor" if first else None)
        assert said == on_the_page(story)
        transaction.set_rollback(True)


def test_costs_one_query(django_assert_num_queries):
    make_published()
    story = make_article()

    with django_assert_num_queries(1):
        standing_of(story, NOON, NOON)
