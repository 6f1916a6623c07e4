"""The page of one comment and of its branch."""

import re

import pytest
from django.urls import reverse

from comments import moderation
from comments.models import Comment
from tests.comments.factories import fill, guest_post, make_discussion, make_shown, path_of
from tests.factories import make_article, make_published

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("clock"),
]


def numbers(response):
    return [int(n) for n in re.findall(r'<article[^>]* id="comment-(\d+)"', response.content.decode())]


def chain(article, length):
    """So many comments, each in reply to the one before; returns the last."""
    last = None
    for _ in range(length):
        last = make_shown(article, parent=last)
    return last


def page_of(article, number):
    return f"{path_of(article)}comments/{number}/"


def test_a_comment_has_a_page_with_its_branch(client):
    article = make_published(headline="Rain in Tripoli")
    root = make_shown(article, name="Ana")
    reply = make_shown(article, parent=root, name="Dio", text="<b>Well</b>")
    make_shown(article, parent=reply)
    make_shown(article)

    response = client.get(page_of(article, 2))

    html = response.content.decode()
    assert numbers(response) == [1, 2, 3]
    assert "<h1>Comment 2 on “Rain in Tripoli”</h1>" in html
    assert "&lt;b&gt;Well&lt;/b&gt;" in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/2026/03/02/rain-in-tripoli/comments/2/">' in html
    assert '<h3 id="comment-1-by">1. <bdi>Ana</bdi></h3>' in html
    assert '2. <bdi>Dio</bdi><span class="answered">, in reply to <bdi>Ana</bdi></span></h2>' in html
    assert '<a href="/2026/03/02/rain-in-tripoli/#comment-2">Its place in the discussion</a>' in html
    assert response.headers["Cache-Control"] == "public, no-cache"
    assert response.cookies == {}


def test_its_address_can_be_reversed():
    url = reverse("comments:comment", kwargs={"address": "2026/03/02/rain", "number": 2})

    assert url == "/2026/03/02/rain/comments/2/"


def test_a_long_branch_is_read_fifty_at_a_time(client):
    article = make_published()
    fill(article, roots=1, replies=120)

    listed, query = [], ""
    for _ in range(3):
        response = client.get(page_of(article, 1) + query)
        listed += numbers(response)[1:]
        query = f"?after={listed[-1]}"

    assert listed == list(range(2, 122))
    assert "More replies" not in response.content.decode()


@pytest.mark.parametrize("replies", [1, 60])
def test_it_costs_the_same_however_long_the_branch(client, replies, django_assert_num_queries):
    article = make_published()
    fill(article, roots=1, replies=replies)
    page = page_of(article, 1)
    client.get(page)

    with django_assert_num_queries(5):
        client.get(page)


@pytest.mark.parametrize("depth", [2, 32])
def test_it_costs_the_same_however_deep_it_stands(client, depth, django_assert_num_queries):
    article = make_published()
    page = page_of(article, chain(article, depth).number)
    client.get(page)

    with django_assert_num_queries(7):
        client.get(page)


def test_the_nearest_four_that_it_answers_stand_above_it_and_the_first_leads_on(client):
    article = make_published()
    last = chain(article, 7)

    response = client.get(page_of(article, last.number))

    assert numbers(response) == [3, 4, 5, 6, 7]
    html = response.content.decode()
    assert f'<a href="{page_of(article, 3)}">What comment 3 answers</a>' in html
    assert "What comment" not in client.get(page_of(article, 3)).content.decode()


def test_a_reply_that_the_discussion_does_not_list_leads_to_what_its_thread_began_with(client):
    article = make_published()
    fill(article, roots=21, replies=11)
    last = Comment.objects.filter(parent__number=21).order_by("path").last()

    html = client.get(page_of(article, last.number)).content.decode()

    assert f'<a href="{path_of(article)}?after=1#comment-21">Its place in the discussion</a>' in html


def test_what_readers_may_not_see_is_one_and_the_same_404(client):
    article, hidden = make_published(), make_published()
    guest_post(article)
    removed, spam = make_shown(article), make_shown(article)
    moderation.remove(removed, by=None)
    moderation.mark_spam(spam, by=None)
    make_shown(hidden)
    make_discussion(hidden, mode="hidden")
    draft = make_article(slug="draft")
    paths = [page_of(article, n) for n in (0, 1, 2, 3, 4, 99, 10**30)]
    paths += [page_of(hidden, 1), f"/2026/03/02/{draft.slug}/comments/1/", "/nowhere/comments/1/"]

    answers = {(response.status_code, response.content) for response in map(client.get, paths)}

    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_the_place_of_a_removed_comment_leads_to_the_replies_it_keeps(client):
    article = make_published()
    parent = make_shown(article, name="Secret", text="Secret")
    make_shown(article, parent=parent)
    moderation.remove(parent, by=None)

    response = client.get(page_of(article, 1))

    html = response.content.decode()
    assert numbers(response) == [1, 2]
    assert "1. Removed by the moderators." in html
    assert "Secret" not in html


def test_an_answer_to_a_removed_comment_does_not_quote_it(client):
    article = make_published()
    parent = make_shown(article, name="Secret", text="Secret")
    make_shown(article, parent=parent)
    moderation.remove(parent, by=None)

    html = client.get(page_of(article, 2)).content.decode()

    assert "in reply to a comment that is not shown</span></h2>" in html
    assert "Secret" not in html


def test_a_former_address_leads_to_the_present_one(client):
    from articles import desk

    article = make_published(headline="Rain")
    make_shown(article)
    old = page_of(article, 1)
    desk.rename(article, by=None, slug="more-rain")

    response = client.get(f"{old}?after=3")

    assert (response.status_code, response["Location"]) == (301, "/2026/03/02/more-rain/comments/1/?after=3")


@pytest.mark.parametrize("evil", ["//evil.example", "/\\evil.example", "/https:evil", "/%09/evil"])
def test_no_address_leads_elsewhere(client, evil):
    make_published()

    assert client.get(f"{evil}/comments/1/").status_code == 404


def test_the_discussion_has_a_page_of_its_own(client):
    article = make_published(headline="Rain")
    fill(article, roots=25)

    first = client.get(f"{path_of(article)}comments/")
    second = client.get(f"{path_of(article)}comments/?after=20")

    assert numbers(first) + numbers(second) == list(range(1, 26))
    assert (first.status_code, first.cookies) == (200, {})


def test_a_reply_beyond_the_last_level_has_its_branch_too(client):
    article = make_published()
    deepest = make_shown(article)
    for _ in range(31):
        deepest = make_shown(article, parent=deepest)
    make_shown(article, parent=deepest)
    last = Comment.objects.get(number=33)
    make_shown(article, parent=last)

    assert numbers(client.get(page_of(article, 33))) == [32, 33, 34]
