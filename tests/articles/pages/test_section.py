"""A section's page."""

from datetime import timedelta

import pytest

from articles import desk
from tests.factories import NOON, make_published, make_section
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_shows_its_own_stories_and_its_sub_sections():
    world = make_section(name="World")
    africa = make_section(name="Africa", parent=world)
    make_published(headline="From Africa", section=africa, on=NOON - timedelta(days=1))
    make_published(headline="From the world", section=world, on=NOON - timedelta(days=2))
    make_published(headline="From home", section=make_section(name="Home"))

    shown = {path: read(path).headlines for path in ("/world/", "/world/africa/", "/home/")}

    assert shown == {
        "/world/": ["From Africa", "From the world"],
        "/world/africa/": ["From Africa"],
        "/home/": ["From home"],
    }


def test_section_without_stories_says_so():
    make_section(name="Africa", parent=make_section(name="World"))

    page = read("/world/africa/")

    assert (page.status, page.texts("h1"), page.texts("p", "empty")) == (
        200,
        ["Africa"],
        ["No stories here yet."],
    )


def test_sub_section_is_not_found_at_the_first_level():
    make_section(name="Africa", parent=make_section(name="World"))

    assert read("/africa/").status == 404


def test_moved_section_leads_to_its_new_address_and_its_sub_sections_follow():
    world = make_section(name="World")
    make_section(name="Africa", parent=world)
    world.slug = "abroad"
    desk.move_landing(world, "/world/")

    moved = {path: read(path).response.headers.get("Location") for path in ("/world/", "/world/africa/")}

    assert moved == {"/world/": "/abroad/", "/world/africa/": "/abroad/africa/"}
    assert read("/world/").status == 301


def test_sections_of_the_first_level_are_the_menu():
    world = make_section(name="World")
    make_section(name="Africa", parent=world)
    make_section(name="Home")

    assert read("/").texts("nav", "menu") == ["Home World"]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_takes_three_queries(count, django_assert_num_queries):
    for _ in range(count):
        make_published(section=make_section(name="World"))
    read("/world/")

    with django_assert_num_queries(3):
        read("/world/")
