"""`Section`: two levels, and no address that another page of the site needs."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Section
from articles.models.section import RESERVED_SLUGS
from tests.factories import make_section

pytestmark = pytest.mark.django_db


def codes(section):
    """What is wrong with a section, as codes."""
    try:
        section.full_clean()
    except ValidationError as error:
        return sorted(each.code for errors in error.error_dict.values() for each in errors)
    return []


def test_the_path_follows_from_the_slugs():
    world = make_section(name="World")

    africa = Section.objects.create(name="Africa", slug="africa", parent=world)

    assert (world.path, africa.path, str(africa), africa.top, world.top) == (
        "/world/",
        "/world/africa/",
        "World › Africa",
        world,
        world,
    )


@pytest.mark.parametrize("slug", [*sorted(RESERVED_SLUGS), "2011", "7"])
def test_words_that_other_pages_need_are_refused_at_the_top(slug):
    assert codes(Section(name="X", slug=slug)) == ["reserved-slug"]


@pytest.mark.parametrize("slug", ["search", "2011"])
def test_below_a_section_any_word_will_do(slug):
    assert codes(Section(name="X", slug=slug, parent=make_section())) == []


def test_a_third_level_is_refused():
    africa = make_section(name="Africa", parent=make_section())

    assert "too-deep" in codes(Section(name="Libya", slug="libya", parent=africa))


def test_a_section_with_sub_sections_can_not_go_below_another():
    world, sport = make_section(name="World"), make_section(name="Sport")
    make_section(name="Africa", parent=world)
    world.parent = sport

    assert codes(world) == ["too-deep"]


def test_two_sections_at_one_address_are_refused_by_form_and_database():
    make_section(name="World")

    assert codes(Section(name="Welt", slug="world")) == ["address-taken"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.create(name="Welt", slug="world")


def test_saving_some_columns_saves_the_path_with_them():
    world = make_section(name="World")
    world.slug = "planet"

    world.save(update_fields=["slug"])

    world.refresh_from_db()
    assert world.path == "/planet/"
