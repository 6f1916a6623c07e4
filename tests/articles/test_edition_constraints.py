"""What the database itself refuses, whoever writes it."""

from contextlib import contextmanager

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from articles import desk
from articles.models import Address, Article, Edition, Redirect, Section, Slot
from tests.articles.verbs import HOUR
from tests.factories import NOON, make_article, make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@contextmanager
def refused_by_the_database(error=IntegrityError):
    with pytest.raises(error), transaction.atomic():
        yield


def another(edition, **fields):
    """A copy that was never struck, as careless code might write it."""
    return Edition(
        **{
            field.attname: getattr(edition, field.attname)
            for field in Edition._meta.concrete_fields
            if not field.primary_key
        }
        | {"number": edition.number + 1}
        | fields
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"live_until": NOON - HOUR},
        {"expires_at": NOON},
        {"first_published_at": NOON + HOUR},
        {"voided_at": NOON, "live_until": None},
        {"voided_at": NOON, "live_until": NOON + HOUR},
        {"headline": ""},
        {"section": None},
        {"top_section": None},
    ],
    ids=str,
)
def test_an_edition_that_makes_no_sense_is_refused(fields):
    edition = publish(make_article())

    with refused_by_the_database():
        Edition.objects.filter(pk=edition.pk).update(**fields)


def test_so_is_a_whole_row_of_it():
    edition = publish(make_article(), expires_at=NOON + HOUR)
    bad = another(edition, live_from=NOON + HOUR, live_until=NOON, expires_at=None)

    with refused_by_the_database():
        Edition.objects.bulk_create([bad])


@pytest.mark.parametrize(
    "fields", [{"body": "<p>It said</p>"}, {"standfirst": "It said"}, {"section": "world"}], ids=str
)
def test_a_notice_that_holds_more_is_refused(fields):
    article = make_published()
    notice = desk.withdraw(article, by=None, note="It was wrong.", ground="legal")
    if "section" in fields:
        fields = {"section": make_section()}

    with refused_by_the_database():
        Edition.objects.filter(pk=notice.pk).update(**fields)


def test_a_number_given_twice_is_refused():
    edition = publish(make_article(), expires_at=NOON + HOUR)

    with refused_by_the_database():
        Edition.objects.bulk_create([another(edition, number=1, live_from=NOON + HOUR)])


def test_two_endless_editions_of_a_story_are_refused():
    edition = publish(make_article())

    with refused_by_the_database():
        Edition.objects.bulk_create([another(edition, live_from=NOON + HOUR)])


def test_editions_without_an_overlap_are_fine():
    edition = publish(make_article(), expires_at=NOON + HOUR)

    Edition.objects.bulk_create([another(edition, live_from=NOON + HOUR, live_until=None, expires_at=None)])

    assert Edition.objects.standing(NOON + HOUR).get().number == 2


@pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has no exclusion constraints; its lock does the work"
)
def test_two_editions_that_stand_at_one_instant_are_refused():
    edition = publish(make_article(), expires_at=NOON + 2 * HOUR)
    overlapping = another(
        edition, live_from=NOON + HOUR, live_until=NOON + 3 * HOUR, expires_at=NOON + 3 * HOUR
    )

    with refused_by_the_database():
        Edition.objects.bulk_create([overlapping])


def test_a_second_current_address_is_refused():
    article = make_published(slug="rain")

    with refused_by_the_database():
        Address.objects.create(article=article, path="/2026/03/02/flood/")


def test_an_address_of_two_stories_is_refused():
    make_published(slug="rain")

    with refused_by_the_database():
        Address.objects.create(article=make_article(), path="/2026/03/02/rain/")


@pytest.mark.parametrize("path", ["", "rain/", "/rain", "rain"])
def test_an_address_that_is_no_path_is_refused(path):
    with refused_by_the_database():
        Address.objects.create(article=make_article(), path=path)


def test_a_redirect_to_itself_is_refused():
    with refused_by_the_database():
        Redirect.objects.create(old_path="/topic/libya/", new_path="/topic/libya/")


def test_a_state_that_nobody_knows_is_refused():
    article = make_article()

    with refused_by_the_database():
        Article.objects.filter(pk=article.pk).update(state="lost")


def test_a_section_below_itself_is_refused():
    section = make_section()

    with refused_by_the_database():
        Section.objects.filter(pk=section.pk).update(parent=section)


def test_a_slot_that_ends_before_it_begins_is_refused():
    with refused_by_the_database():
        Slot.objects.create(article=make_article(), starts_at=NOON, ends_at=NOON)


def test_every_constraint_of_the_edition_is_in_the_database():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Edition._meta.db_table)

    assert {constraint.name for constraint in Edition._meta.constraints} <= set(found)


def test_no_edition_is_deleted_with_its_story():
    article = make_published()

    with pytest.raises(DatabaseError), transaction.atomic():
        Article.objects.filter(pk=article.pk)._raw_delete("default")
        connection.check_constraints()
