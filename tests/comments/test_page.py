"""The discussion under a story: what it holds, page by page, and what it costs."""

import re

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from comments import moderation, pages, paths
from comments.models import Comment, Discussion
from comments.sorts import After
from tests.comments.factories import edition_at, fill, guest_post, make_discussion, make_shown
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TAG = Template("{% load discussion %}{% discussion edition %}")


def draw(edition, query=""):
    """The tag as the page of the story calls it; nothing in it may know who asks."""
    request = RequestFactory().get(f"{edition.path}{query}")
    return TAG.render(Context({"edition": edition, "now": timezone.now(), "request": request}))


def numbers(html):
    return [int(number) for number in re.findall(r'<article[^>]* id="comment-(\d+)"', html)]


def of_story(article, **options):
    return pages.of_story(article.pk, story_path="/a/", takes_replies=True, **options)


@pytest.mark.parametrize(("roots", "replies"), [(1, 1), (50, 0), (50, 19), (1, 999)])
def test_three_queries_whatever_the_size(roots, replies, django_assert_num_queries):
    article = make_published()
    fill(article, roots=roots, replies=replies)
    edition = edition_at(article, timezone.now())
    draw(edition)

    with django_assert_num_queries(3):
        draw(edition)


def test_later_pages_cost_the_same(django_assert_num_queries):
    article = make_published()
    fill(article, roots=50, replies=1)
    edition = edition_at(article, timezone.now())
    draw(edition)

    with django_assert_num_queries(3):
        draw(edition, "?after=20")


def test_a_story_on_which_nobody_has_spoken_asks_once(django_assert_num_queries):
    edition = edition_at(make_published(), timezone.now())
    draw(edition)

    with django_assert_num_queries(1):
        html = draw(edition)

    assert '<h2 id="comments-heading">No comments yet</h2>' in html


def test_heading_counts_what_is_shown():
    article = make_published()
    edition = edition_at(article, timezone.now())
    make_shown(article)
    one = draw(edition)
    make_shown(article)
    guest_post(article)

    headings = [re.search(r"<h2[^>]*>([^<]*)</h2>", html)[1] for html in (one, draw(edition))]

    assert headings == ["1 comment", "2 comments"]


def test_roots_are_read_twenty_at_a_time():
    article = make_published()
    fill(article, roots=45)

    first = of_story(article)
    second = of_story(article, after=first.next_after)
    third = of_story(article, after=second.next_after)

    assert numbers(first.html) + numbers(second.html) + numbers(third.html) == list(range(1, 46))
    assert [first.next_after, second.next_after, third.next_after] == [After(20), After(40), None]


def test_the_cursor_does_not_count_what_is_held():
    article = make_published()
    for index in range(25):
        guest_post(article)
        if index < 22:
            make_shown(article)

    page = of_story(article)

    assert (numbers(page.html), page.next_after) == (list(range(1, 21)), After(20))
    assert numbers(of_story(article, after=After(20)).html) == [21, 22]


def test_a_page_goes_on_after_a_comment_that_was_removed():
    article = make_published()
    fill(article, roots=30)
    moderation.remove(Comment.objects.get(number=20), by=None)

    assert numbers(of_story(article, after=After(20)).html) == list(range(21, 31))


@pytest.mark.parametrize("typed", ["", "x", "-1", "1e3", "٣", "9" * 40, "1;--"])
def test_an_after_that_is_no_number_is_the_first_page(typed):
    article = make_published()
    make_shown(article)

    assert numbers(draw(edition_at(article, timezone.now()), f"?after={typed}")) == [1]


def test_an_after_that_nobody_has_is_an_empty_page():
    article = make_published()
    make_shown(article)

    html = draw(edition_at(article, timezone.now()), "?after=99")

    assert "There are no more comments after this one." in html


def test_ten_replies_are_listed_and_the_rest_announced():
    article = make_published()
    fill(article, roots=2, replies=13)

    html = of_story(article).html

    assert len(numbers(html)) == 2 + 2 * 10
    assert re.findall(r'class="more-replies"><a href="([^"]*)">([^<]*)', html) == [
        ("/a/comments/1/?after=12#replies", "3 more replies to "),
        ("/a/comments/2/?after=25#replies", "3 more replies to "),
    ]


def test_the_page_is_the_same_bytes_for_every_reader(client, editor):
    article = make_published()
    make_shown(article)
    edition = edition_at(article, timezone.now())

    html = draw(edition)

    assert html == draw(edition)
    assert "csrf" not in html
    assert "token" not in html


def test_a_held_comment_is_nowhere(django_assert_num_queries):
    article = make_published()
    edition = edition_at(article, timezone.now())
    make_shown(article)
    before = draw(edition)

    guest_post(article, name="Secret", text="Secret", email="secret@example.org")

    assert draw(edition) == before


def test_nothing_personal_is_on_the_page():
    article = make_published()
    make_shown(article, email="secret@example.org")

    assert "secret" not in draw(edition_at(article, timezone.now()))


def test_a_closed_discussion_says_so_and_keeps_what_was_said():
    article = make_published()
    make_shown(article)
    make_discussion(article, mode="closed")

    html = draw(edition_at(article, timezone.now()))

    assert "Comments on this story are closed." in html
    assert numbers(html) == [1]
    assert "reply-form" not in html
    assert "Reply" not in html


def test_a_hidden_discussion_shows_nothing():
    article = make_published()
    make_shown(article)
    make_discussion(article, mode="hidden")

    html = draw(edition_at(article, timezone.now()))

    assert "Comments on this story are not shown." in html
    assert (numbers(html), "<form" in html) == ([], False)


def test_a_flood_of_held_comments_costs_readers_nothing():
    article = make_published()
    fill(article, roots=3, replies=1)
    roots = Comment.objects.on(article.pk).placed().roots().after_number(article.pk, 1)
    replies = Comment.objects.placed_in_branches(article.pk, {"0001": None, "0002": "00020001"})

    plans = [roots[:21].explain(), replies.explain()]

    if connection.vendor == "sqlite":  # PostgreSQL plans by the size of the table, which is small here
        assert "INDEX roots_of_a_discussion (article_id=? AND path>?)" in plans[0]
        assert plans[1].count("INDEX places_in_a_discussion (article_id=? AND path>? AND path<?)") == 2


def test_a_database_that_has_counted_its_rows_finds_those_of_one_story():
    stories = [make_published() for _ in range(4)]
    for story in stories:
        fill(story, roots=100, replies=1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")

    plan = Comment.objects.on(stories[0].pk).placed().roots()[:21].explain()

    if connection.vendor == "sqlite":
        assert "INDEX roots_of_a_discussion (article_id=?)" in plan


def test_a_discussion_that_nobody_joined_has_no_row():
    draw(edition_at(make_published(), timezone.now()))

    assert Discussion.objects.count() == 0


def test_a_chain_of_ten_thousand_replies_is_a_page_like_any_other():
    article = make_published()
    first = make_shown(article)
    moderation.rebuild(article)
    path, rows = first.path, []
    for index in range(1, 10_000):
        is_nested = len(path) < paths.WIDTH * paths.LEVELS
        path = path + paths.step(1) if is_nested else path[: -paths.WIDTH] + paths.step(index)
        rows.append(
            Comment(
                pk=first.pk + index,
                parent_id=first.pk + index - 1,
                article=article,
                path=path,
                depth=paths.depth(path),
                number=index + 1,
                status="shown",
                posted_at=first.posted_at,
                shown_at=first.posted_at,
            )
        )
    Comment.objects.bulk_create(rows)
    Comment.objects.filter(pk=first.pk).update(shown_replies=9_999)

    html = draw(edition_at(article, timezone.now()))

    assert numbers(html) == list(range(1, 12))
    assert "9,989 more replies to " in html
