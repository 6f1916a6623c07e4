"""Long discussions: what they cost, and that every comment is found on their pages, once and in order."""

import re
from collections import Counter, defaultdict
from datetime import timedelta
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments import pages, paths
from comments.models import Comment
from comments.moderation.checking import check
from newsroom.seeding import discussions
from tests import cases
from tests.comments.factories import THEN, edition_at, path_of
from tests.comments.test_page import draw
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def plant(article, count, shape):
    """A discussion of so many comments; `shape` says of how many there are which one is answered."""
    for _ in discussions.write(Random(article.pk), article, THEN, THEN + timedelta(days=1), count, shape):
        pass


def as_told(answers):
    return lambda random, said: answers[said]


def of_story(article, **options):
    return pages.of_story(article.pk, story_path="/a/", takes_replies=True, **options)


def numbers(page):
    return [int(number) for number in re.findall(r'<article[^>]* id="comment-(\d+)"', page.html)]


def read_by_paging(article):
    """The numbers of all comments, as a reader comes upon them who opens every page."""
    roots = {comment.number: comment for comment in Comment.objects.on(article.pk).roots()}
    found, page = [], of_story(article)
    while page:
        listed = numbers(page)
        starts = [place for place, number in enumerate(listed) if number in roots]
        for start, end in zip(starts, [*starts[1:], len(listed)], strict=True):
            branch = list(read_branch(roots[listed[start]]))
            assert listed[start + 1 : end] == branch[: pages.REPLIES]
            found += [listed[start], *branch]
        page = page.next_after and of_story(article, after=page.next_after)
    return found


def read_branch(root):
    page = pages.of_branch(root, story_path="/a/", takes_replies=True)
    while page:
        yield from numbers(page)
        page = page.next_after and pages.of_branch(
            root, story_path="/a/", takes_replies=True, after=page.next_after
        )


def naive_walk(answers):
    """The numbers as one reads a tree: each comment, then all that stands under it."""
    levels, under, below = [], [], defaultdict(list)
    for index, answered in enumerate(answers):
        is_beside = answered is not None and levels[answered] == paths.LEVELS - 1
        owner = under[answered] if is_beside else answered
        levels.append(0 if owner is None else levels[owner] + 1)
        under.append(owner)
        below[owner].append(index)

    def read(owner):
        for index in below[owner]:
            yield index + 1
            yield from read(index)

    return list(read(None))


@pytest.mark.parametrize(
    ("count", "shape"), [(10, "random"), (1000, "random"), (1000, "one-root"), (1000, "chain")]
)
def test_pages_cost_the_same_queries_at_any_size(
    article, client, count, shape, django_assert_num_queries, django_assert_max_num_queries
):
    plant(article, count, discussions.SHAPES[shape])
    last, path = Comment.objects.get(number=count), path_of(article)
    client.get(f"{path}comments/{count}/")

    edition = edition_at(article, timezone.now())
    draw(edition)
    with django_assert_num_queries(3):
        draw(edition)
    with django_assert_num_queries(5):
        client.get(f"{path}comments/1/")
    with django_assert_max_num_queries(7):
        client.get(f"{path}comments/{count}/")
    with django_assert_max_num_queries(2):
        pages.address_of(last, "/a/")


@pytest.mark.parametrize("shape", [discussions.one_root, discussions.chain])
def test_ten_thousand_replies_are_found_once_each_and_in_order(article, shape):
    plant(article, 10_000, shape)

    assert read_by_paging(article) == list(range(1, 10_001))
    assert not check(article)


@pytest.mark.cases
def test_trees_that_people_made_are_read_as_they_stand():
    for name, answers, told in cases.thread_shapes():
        article = make_published()
        plant(article, len(answers), as_told(answers))

        rows = list(Comment.objects.on(article.pk).values_list("parent", "depth"))
        by_depth = Counter(str(depth + 1) for _, depth in rows)
        assert (name, len(rows), by_depth) == (name, told.get("nodes"), told["by_depth"])
        assert sum(parent is None for parent, _ in rows) == told["roots"]
        assert (name, read_by_paging(article)) == (name, naive_walk(answers))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices=st.lists(st.integers(0, 60), min_size=1, max_size=60))
def test_any_tree_is_found_once_and_in_order_on_small_pages(choices, monkeypatch):
    answers = [choice % (said + 1) - 1 for said, choice in enumerate(choices)]
    answers = [None if answered < 0 else answered for answered in answers]
    with transaction.atomic(), monkeypatch.context() as patch:
        for module, name, value in [
            (paths, "LEVELS", 3),
            (pages, "ROOTS", 3),
            (pages, "REPLIES", 2),
            (pages, "BRANCH", 4),
        ]:
            patch.setattr(module, name, value)
        article = make_published()
        plant(article, len(answers), as_told(answers))

        assert read_by_paging(article) == naive_walk(answers)
        assert not check(article)
        transaction.set_rollback(True)
