"""Sending a reply: whether its writer wants to, and who is asked once more."""

import re

import pytest

from comments.models import Comment
from tests.comments.factories import (
    FROM_HERE,
    browser,
)
from tests.comments.sending import new, send
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({}, False),
    ],
)
def test_what_the_browser_says_of_where_it_comes_from_decides(article, headers, is_taken):
    response = send(new(article), headers=headers)

    assert (response.status_code, Comment.objects.count()) == ((303, 1) if is_taken else (200, 0))


def token_in(response):
    return re.search(r'name="token" value="([^"]+)"', response.content.decode())[1]


def test_where_the_browser_says_nothing_the_writer_is_asked_once_more(article):
    asked = send(new(article), headers={}, text="Line one\n\nLine two")

    html = asked.content.decode()
    assert ">Send this reply?</h1>" in html
    assert "Line one" in html
    assert asked.headers["Cache-Control"] == "private, no-cache"
    assert asked.cookies == {}

    sent = send(new(article), headers={}, text="Line one\r\n\r\nLine two", token=token_in(asked))
    assert (sent.status_code, Comment.objects.get().text) == (303, "Line one\n\nLine two")


def test_a_token_is_good_for_the_words_it_was_given_for(article):
    token = token_in(send(new(article), headers={}))

    other_words = send(new(article), headers={}, token=token, text="Something else")
    other_story = send(new(make_published()), headers={}, token=token)

    assert [other_words.status_code, other_story.status_code] == [200, 200]
    assert Comment.objects.count() == 0


def test_a_token_does_not_help_a_foreign_page(article):
    token = token_in(send(new(article), headers={}))

    send(new(article), headers={"Sec-Fetch-Site": "cross-site"}, token=token)

    assert Comment.objects.count() == 0


def test_an_expired_token_gives_the_text_back_with_a_fresh_one(article, clock):
    token = token_in(send(new(article), headers={}, text="Still here"))
    clock.shift(24 * 3600 + 1)

    response = send(new(article), headers={}, text="Still here", token=token)

    html = response.content.decode()
    assert "more than a day" in html
    assert html.count("Still here") == 2
    assert Comment.objects.count() == 0
    assert send(new(article), headers={}, text="Still here", token=token_in(response)).status_code == 303


@pytest.mark.parametrize("headers", [FROM_HERE, {}, {"Sec-Fetch-Site": "cross-site"}])
def test_staff_without_djangos_token_are_asked_again(article, editor, headers):
    response = send(new(article), user=editor, headers=headers, text="Noted.")

    html = response.content.decode()
    assert ">Send this reply?</h1>" in html
    assert "Edgar Stone" in html
    assert "csrfmiddlewaretoken" in html
    assert Comment.objects.count() == 0


def test_a_field_that_was_not_sent_stays_empty_when_the_writer_is_asked_once_more(article):
    typed = {"name": "Amina", "email": "amina@news.example", "text": "No website here."}

    asked = browser().post(new(article), typed)

    assert '<input type="hidden" name="website" value="">' in asked.content.decode()
