"""How the database finds what readers ask for: by an index in the order of the list, never by sorting it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from articles.models import Article, Contributor, Edition, Revision, Section, Topic
from tests.articles.many import make_many
from tests.factories import NOON, make_article

SORTS = ("TEMP B-TREE FOR ORDER BY", "Sort")
WALKS = ("SCAN articles_edition\n", "Seq Scan on articles_edition ")


def plan_of(editions):
    return editions.for_lists()[:20].explain()


def lists_and_their_indexes():
    live, then = Edition.objects.live(NOON), Edition.objects.live(NOON - timedelta(days=5))
    last = live.newest_first()[19]
    sub = Section.objects.exclude(parent=None).first()
    return {
        "now": (live, "edition_newest"),
        "as it was": (then, "edition_newest"),
        "the next page": (live.before(last.first_published_at, last.article_id), "edition_newest"),
        "a year": (live.published_between(NOON.date() - timedelta(days=300), NOON.date()), "edition_newest"),
        "a sub-section": (live.in_section(sub), "edition_newest_of_section"),
        "a section": (live.in_section(sub.parent), "edition_newest_of_top"),
    }


@pytest.mark.django_db
def test_readers_lists_are_never_sorted_or_searched_whole():
    # Enough rows for the planner to care, and its statistics brought up to date.
    make_many(1500)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    live = Edition.objects.live(NOON)

    for name, (editions, index) in lists_and_their_indexes().items():
        plan = plan_of(editions)
        assert (index in plan, [sort for sort in SORTS if sort in plan]) == (True, []), (name, plan)
    for narrowed in (
        plan_of(live.about(Topic.objects.first())),
        plan_of(live.by(Contributor.objects.first())),
        Edition.objects.standing(NOON).at_path("/1/story-111/").explain(),
    ):
        assert [walk for walk in WALKS if walk in f"{narrowed}\n"] == [], narrowed
    # Of as many versions a few corrections, and each of them goes on to its story by an index.
    for some in (
        Edition.objects.corrections(NOON),
        Edition.objects.corrections(NOON).corrected_before(NOON, 7),
    ):
        plan = f"{some[:20].explain()}\n"
        assert "edition_newest_correction" in plan, plan
        assert [wrong for wrong in (*SORTS[:1], *WALKS) if wrong in plan] == [], plan
    desk = Article.objects.with_publication(NOON).order_by("-saved_at", "-pk")[:50].explain()
    assert "article_saved_last" in desk, desk


@pytest.mark.django_db
def test_a_later_page_is_sought_by_its_own_bound():
    """Not by that of `live()`, from which SQLite would walk through all the pages before it."""
    bound, now = NOON - timedelta(days=5), NOON
    pages = [
        Edition.objects.live(now).before(bound, 7),
        Edition.objects.live(now).published_between(bound.date(), bound.date()),
    ]

    for page in pages:
        where = str(page.query).split(" WHERE ")[1]
        first, *rest = (at for at in where.split('"first_published_at" <')[1:])
        assert (str(now.date()) in first.split(" AND ")[0], len(rest) > 0) == (False, True)


@pytest.mark.django_db
def test_a_sitting_is_found_among_all_copies_by_its_index():
    """It is asked for each time that a form says what was typed in it."""
    story = make_article()
    Revision.objects.bulk_create(
        Revision(article=story, version=version, fields={}, saved_at=NOON, sitting=uuid4())
        for version in range(1, 1501)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    plan = Revision.objects.filter(sitting=uuid4()).explain()

    assert "revision_of_sitting" in plan, plan
