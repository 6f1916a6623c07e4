"""`desk.move_landing`: sections, topics and people keep every address they ever had."""

import pytest

from articles import desk
from articles.models import Edition, Redirect
from tests.factories import NOON, make_article, make_contributor, make_section, make_topic, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def redirects():
    return list(Redirect.objects.values_list("old_path", "new_path"))


def move(landing, slug, **fields):
    old_path = landing.get_absolute_url()
    landing.slug = slug
    for name, value in fields.items():
        setattr(landing, name, value)
    desk.move_landing(landing, old_path)


@pytest.mark.parametrize(("make", "place"), [(make_topic, "topic"), (make_contributor, "by")])
def test_a_former_address_leads_to_the_present_one(make, place):
    landing = make(name="Old")

    move(landing, "new")

    assert redirects() == [(f"/{place}/old/", f"/{place}/new/")]


def test_saving_without_moving_redirects_nothing():
    topic = make_topic(name="Libya")

    move(topic, "libya", name="Libya and its neighbours")

    topic.refresh_from_db()
    assert (topic.name, redirects()) == ("Libya and its neighbours", [])


def test_a_chain_of_moves_is_one_step_for_the_reader():
    topic = make_topic(name="One")

    move(topic, "two")
    move(topic, "three")

    assert redirects() == [("/topic/one/", "/topic/three/"), ("/topic/two/", "/topic/three/")]


def test_moving_back_makes_no_circle():
    topic = make_topic(name="One")

    move(topic, "two")
    move(topic, "one")

    assert redirects() == [("/topic/two/", "/topic/one/")]


def test_sub_sections_follow():
    world = make_section(name="World")
    africa = make_section(name="Africa", parent=world)

    move(world, "planet")

    africa.refresh_from_db()
    assert africa.path == "/planet/africa/"
    assert redirects() == [("/world/", "/planet/"), ("/world/africa/", "/planet/africa/")]


def test_stories_are_found_below_the_section_that_theirs_moved_to():
    world, politics = make_section(name="World"), make_section(name="Politics")
    africa = make_section(name="Africa", parent=world)
    edition = publish(make_article(section=africa))

    move(africa, "africa", parent=politics)

    found = [list(Edition.objects.live(NOON).in_section(section)) for section in (world, politics, africa)]
    assert found == [[], [edition], [edition]]


def test_stories_of_a_sub_section_that_rose_are_its_own():
    world = make_section(name="World")
    africa = make_section(name="Africa", parent=world)
    edition = publish(make_article(section=africa))

    move(africa, "africa", parent=None)

    found = [list(Edition.objects.live(NOON).in_section(section)) for section in (world, africa)]
    assert found == [[], [edition]]
