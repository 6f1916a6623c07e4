"""Reading a discussion by the oldest, the newest, the most recommended and what editors picked."""

from itertools import chain

import pytest
from django.db import connection
from django.utils import timezone

from comments import moderation, pages
from comments.models import Comment
from comments.sorts import After, Sort, after_of, query_of, sort_of
from tests.comments.factories import edition_at, fill, make_shown
from tests.comments.test_page import draw, numbers
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BY_QUERY = ("sort=newest", "sort=recommended", "sort=picks")


def of_story(article, sort, after=None):
    return pages.of_story(article.pk, story_path="/a/", takes_replies=True, sort=sort, after=after)


def read_all(article, sort):
    """The numbers of every page, following “More comments”."""
    page = of_story(article, sort)
    found = [numbers(page.html)]
    while page.next_after:
        page = of_story(article, sort, page.next_after)
        found.append(numbers(page.html))
    return found


def count(number, recommended):
    Comment.objects.filter(number=number).update(recommended=recommended)


@pytest.mark.parametrize("rows", [1, 3, 45])
def test_newest_is_oldest_backwards(rows):
    article = make_published()
    fill(article, roots=rows)

    oldest, newest = (read_all(article, sort) for sort in (Sort.OLDEST, Sort.NEWEST))

    assert [*chain(*newest)] == [*chain(*oldest)][::-1] == [*range(rows, 0, -1)]
    assert max(len(page) for page in newest) == min(rows, 20)


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.RECOMMENDED])
def test_replies_stay_under_theirs_the_oldest_first(sort):
    article = make_published()
    first, second = make_shown(article), make_shown(article)
    make_shown(article, parent=first)
    make_shown(article, parent=first)

    assert read_all(article, sort) == [[second.number, first.number, 3, 4]]


@pytest.mark.parametrize("rows", [1, 3, 45])
def test_most_recommended_come_first_and_of_those_the_newest(rows):
    article = make_published()
    fill(article, roots=rows)
    for number in range(1, rows + 1):
        count(number, number % 4)

    read = [*chain(*read_all(article, Sort.RECOMMENDED))]

    assert read == sorted(range(1, rows + 1), key=lambda number: (-(number % 4), -number))


def test_next_page_begins_where_this_one_ended_whatever_was_counted_meanwhile():
    article = make_published()
    fill(article, roots=45)
    for number in range(1, 46):
        count(number, number)
    first = of_story(article, Sort.RECOMMENDED)

    count(26, 1000)
    second = of_story(article, Sort.RECOMMENDED, first.next_after)

    assert first.next_after == After(26, 26)
    assert numbers(second.html) == list(range(25, 5, -1))


@pytest.mark.parametrize("query", BY_QUERY)
@pytest.mark.parametrize(("roots", "replies"), [(1, 1), (3, 3), (60, 12)])
def test_three_queries_in_every_sort(query, roots, replies, django_assert_max_num_queries):
    article = make_published()
    fill(article, roots=roots, replies=replies)
    for comment in Comment.objects.filter(number__lte=roots):
        moderation.pick(comment, by=None)
    edition = edition_at(article, timezone.now())
    wanted = 2 if query == "sort=picks" else 3

    for page in (f"?{query}", f"?{query}&after=30.0", f"?{query}&after=30"):
        draw(edition, page)
        with django_assert_max_num_queries(wanted) as asked:
            draw(edition, page)
        assert len(asked) in {wanted, wanted - 1}  # no roots, nothing to ask about their replies


@pytest.mark.parametrize("sort", ["", "x", "newest ", "sort", "0", "'--", "\0", "oldest"])
def test_a_sort_that_there_is_not_is_the_oldest_first(sort):
    assert sort_of(sort) == Sort.OLDEST


@pytest.mark.parametrize(
    ("sort", "typed", "expected"),
    [
        ("oldest", "17", After(17)),
        ("newest", "17", After(17)),
        ("recommended", "17.12", After(17, 12)),
        ("recommended", "17", None),
        ("recommended", "17.", None),
        ("recommended", ".12", None),
        ("recommended", "17.12.5", None),
        ("recommended", "17.-1", None),
        ("recommended", f"17.{'9' * 40}", None),
        ("newest", "17.12", None),
        ("picks", "٣", None),
        ("oldest", None, None),
    ],
)
def test_a_cursor_is_read_or_is_none(sort, typed, expected):
    assert after_of(Sort(sort), typed) == expected
    if expected:
        assert query_of(Sort(sort), expected).endswith(f"after={typed}")


@pytest.mark.parametrize("after", ["99.999999999", "99.0", "999999999.1", "1.0", "99", "x", "1.x", "\0"])
@pytest.mark.parametrize("query", BY_QUERY)
def test_a_cursor_made_by_hand_is_a_page_or_the_first(query, after, client):
    article = make_published(slug="rain")
    fill(article, roots=3)
    edition = edition_at(article, timezone.now())

    response = client.get(edition.path, {"sort": query.removeprefix("sort="), "after": after})

    assert response.status_code == 200


def test_no_sort_of_the_discussion_happens():
    article = make_published()
    # Enough rows for PostgreSQL to care, and its statistics brought up to date. SQLite has none here either.
    fill(article, roots=1200, replies=1)
    Comment.objects.filter(number__in=range(1, 50)).update(recommended=2, picked_at=timezone.now())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    placed = Comment.objects.on(article.pk).placed()
    indexes = {
        Sort.OLDEST: "roots_of_a_discussion",
        Sort.NEWEST: "roots_of_a_discussion",
        Sort.RECOMMENDED: "roots_by_recommendations",
    }

    plans = {
        (index, after): placed.sorted_roots(article.pk, sort, after).with_path_of_reply(10)[:21].explain()
        for sort, index in indexes.items()
        for after in (None, After(500, 0))
    }
    picks = Comment.objects.on(article.pk).picked()
    plans["picks_in_a_discussion", 0] = picks[:21].explain()
    plans["picks_in_a_discussion", 20] = picks.after_number(article.pk, 20)[:21].explain()

    for (index, _), plan in plans.items():
        assert (index in plan, "Sort" in plan or "FOR ORDER BY" in plan) == (True, False), plan
    if connection.vendor == "postgresql":
        assert "ROW(recommended, (path)::text) < ROW(0," in plans["roots_by_recommendations", After(500, 0)]
    else:
        assert (
            "(article_id=? AND (recommended,path)<(?,?))" in plans["roots_by_recommendations", After(500, 0)]
        )
