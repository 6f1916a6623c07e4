"""What a reader gets who presses “Recommend”: without scripts, with them, and where there is doubt."""

import re

import pytest
from django.http import HttpResponse

from comments import moderation
from comments.models import Comment
from comments.senders import Sender
from comments.views import recommending
from comments.views.senders import trust
from tests.comments.factories import (
    FROM_HERE,
    browser,
    fill,
    make_discussion,
    make_shown,
    make_writer,
    path_of,
    writers_post,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BY_SCRIPT = {**FROM_HERE, "Accept": "application/json"}


@pytest.fixture
def comment(article):
    return make_shown(article, name="Dio <b>")


def address(article, number=1):
    return f"{path_of(article)}comments/{number}/recommend/"


def press(article, verb="recommend", number=1, headers=FROM_HERE, user=None, **typed):
    return browser(user).post(address(article, number), {"verb": verb, **typed}, headers=headers)


def count(comment):
    comment.refresh_from_db()
    return comment.recommended


def heading(response):
    return re.search(r"<h1[^>]*>(.*?)</h1>", response.content.decode())[1]


def test_without_scripts_the_answer_is_a_page_with_the_way_back(article, comment):
    pressed = press(article)
    page = browser().get(pressed["Location"])

    assert (pressed.status_code, pressed["Location"], count(comment)) == (303, address(article), 1)
    assert heading(page) == "You recommend comment 1 by <bdi>Dio &lt;b&gt;</bdi>"
    html = page.content.decode()
    assert "It has 1 recommendation." in html
    assert '<button name="verb" value="unrecommend">Take it back</button>' in html
    assert f'<a href="{path_of(article)}#comment-1">Back to the comment</a>' in html
    assert "no-store" in page["Cache-Control"]
    assert page.cookies == {}


def test_it_can_be_taken_back(article, comment):
    press(article)

    page = browser().get(press(article, "unrecommend")["Location"])

    assert (count(comment), heading(page).startswith("You do not recommend")) == (0, True)


def test_looking_counts_nobody(article, comment):
    browser().get(address(article))

    assert count(comment) == 0


def test_a_script_gets_the_count_and_a_sentence(article, comment):
    done = press(article, headers=BY_SCRIPT)
    undone = press(article, "unrecommend", headers=BY_SCRIPT)

    assert done.json() == {
        "count": "1",
        "word": "recommendation",
        "said": "You recommend comment 1 by Dio <b>. It has 1 recommendation.",
    }
    assert undone.json()["said"] == "You no longer recommend comment 1 by Dio <b>. It has 0 recommendations."


@pytest.mark.parametrize(
    "headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
def test_where_there_is_doubt_a_page_asks_and_its_token_is_for_this_alone(article, comment, headers):
    other = make_shown(article)
    asked = press(article, headers=headers)
    token = re.search(r'name="token" value="([^"]*)"', asked.content.decode())[1]

    assert (heading(asked), count(comment)) == ("Recommend comment 1 by <bdi>Dio &lt;b&gt;</bdi>?", 0)
    assert press(article, number=2, token=token, headers={}).status_code == 200
    assert press(article, "unrecommend", token=token, headers={}).status_code == 200
    assert (count(comment), count(other)) == (0, 0)
    assert press(article, token=token, headers={}).status_code == 303
    assert count(comment) == 1


def test_staff_need_the_token_of_a_page_made_for_them(article, comment, editor):
    client = browser(editor)

    asked = client.post(address(article), {"verb": "recommend"}, headers=FROM_HERE)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]*)"', asked.content.decode())[1]
    client.post(address(article), {"verb": "recommend", "csrfmiddlewaretoken": token}, headers=FROM_HERE)

    assert (asked.status_code, count(comment)) == (200, 1)
    assert comment.recommendations.get().person == f"account:{editor.pk}"


def test_what_readers_cannot_read_is_one_and_the_same_answer(article, client):
    for _ in range(2):
        make_shown(article)
    moderation.remove(Comment.objects.get(number=1), by=None)
    hidden = [press(article, number=number) for number in (1, 99, 10**30)]
    make_discussion(article, mode="hidden")
    hidden.append(press(article, number=2))

    assert {(answer.status_code, answer.content) for answer in hidden} == {(404, hidden[0].content)}
    assert [client.get(address(article, number)).status_code for number in (1, 2, 99)] == [404] * 3


def test_no_story_is_no_comment():
    answer = browser().post("/2026/03/02/nothing/comments/1/recommend/", headers=BY_SCRIPT)

    assert (answer.status_code, answer.json()) == (404, {"said": recommending.GONE})


def test_ones_own_is_refused_in_a_sentence(article):
    writer = make_writer()
    own, guest, known = writers_post(article, writer), browser(), HttpResponse()
    moderation.show(own, by=None)
    trust(known, writer)
    guest.cookies.update(known.cookies)

    by_page = guest.post(address(article), {"verb": "recommend"}, headers=FROM_HERE)
    by_script = guest.post(address(article), {"verb": "recommend"}, headers=BY_SCRIPT)

    assert (by_page.status_code, by_script.status_code, count(own)) == (403, 403, 0)
    assert heading(by_page) == "Your recommendation was not counted"
    assert by_script.json() == {"said": "This comment is your own. It was not counted."}


def test_who_sits_where_a_comment_came_from_is_answered_like_anybody(article):
    comment = make_shown(article, sender=Sender(address="127.0.0.1/32"))

    assert (press(article).status_code, count(comment)) == (303, 1)


def test_from_one_network_so_many_comments_an_hour(article):
    most = recommending.MOST
    fill(article, roots=most + 1)

    answers = [press(article, number=number).status_code for number in range(1, most + 2)]

    assert answers == [303] * most + [429]
    assert press(article, "unrecommend").status_code == 303


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP"])
def test_an_address_that_one_makes_up_is_not_believed(article, comment, name):
    for index in range(5):
        press(article, headers={**FROM_HERE, name: f"198.51.100.{index}"})

    assert count(comment) == 1


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(article, comment, method):
    assert getattr(browser(), method)(address(article)).status_code == 405
