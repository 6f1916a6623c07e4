"""A section that moves while stories of it are published: they are found where it went."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Edition, Section
from tests.articles.test_races import outcome, race, rounds
from tests.factories import make_article, make_section, publish

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def africa():
    for name in ("World", "Europe"):
        make_section(name=name)
    return make_section(name="Africa", parent=make_section(name="World"))


def move(section):
    """To the other of the two."""
    section = Section.objects.select_related("parent").get(pk=section.pk)
    former, tops = section.path, Section.objects.filter(parent=None)
    section.parent = tops.exclude(pk=section.parent_id).get()
    desk.move_landing(section, former)


def rename(section):
    """The section at the first level, which takes those below it along."""
    former = section.path
    section.slug += "a"
    desk.move_landing(section, former)


def new_story(section):
    return make_article(section=section), {}


def story_with_a_scheduled_version(section):
    story = make_article(section=section)
    publish(story)
    publish(story, change="minor", at=timezone.now() + timedelta(hours=1))
    return story, {"change": "minor", "pending": "strike-again"}


@pytest.mark.parametrize("make", [new_story, story_with_a_scheduled_version])
def test_stories_published_at_that_moment_move_along(africa, make):
    for _ in rounds():
        story, options = make(africa)

        results = race(
            lambda: move(africa),
            lambda story=story, options=options: desk.publish(story, by=None, **options),
        )

        assert list(map(outcome, results)) == ["done", "done"]
        tops = set(Edition.objects.filter(section=africa).values_list("top_section", flat=True))
        assert tops == {Section.objects.get(pk=africa.pk).parent_id}


@pytest.mark.parametrize("make", [new_story, story_with_a_scheduled_version])
def test_neither_waits_for_the_other_in_vain(africa, make):
    for _ in rounds():
        story, options = make(africa)
        world = Section.objects.get(name="World")

        results = race(
            lambda world=world: rename(world),
            lambda story=story, options=options: desk.publish(story, by=None, **options),
        )

        assert list(map(outcome, results)) == ["done", "done"]
