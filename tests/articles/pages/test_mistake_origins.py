"""Reporting a mistake: whether the reader wants to, who is asked once more, and how often it is taken."""

import re

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from articles import desk
from articles.models import Mistake
from articles.views.limits import network_of
from tests.articles.mistakes import FROM_HERE, mark_of, send
from tests.factories import make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def rain():
    return make_published(headline="Rain", body="<p>It rained on Monday. Nobody came.</p>")


@pytest.fixture
def cache_by_the_clock(settings):
    """One in which the test's hours pass, as they don't in a server's."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "by-the-clock"}}
    cache.clear()


def token_in(response, name="token"):
    return re.search(rf'name="{name}" value="([^"]+)"', response.content.decode())[1]


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": "http://testserver"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "null"}, False),
        ({}, False),
    ],
)
def test_what_the_browser_says_of_where_it_comes_from_decides(rain, headers, is_taken):
    response = send(rain, headers=headers)

    assert (response.status_code, Mistake.objects.count()) == ((303, 1) if is_taken else (200, 0))


def test_where_the_browser_says_nothing_the_reader_is_asked_once_more(rain):
    typed = {"wrong": "One\n\n<b>Two</b>", "email": "ann@reader.example", "headers": {}}
    asked = send(rain, **typed)

    html = asked.content.decode()
    assert ("<h1>Send this?</h1>" in html, "&lt;b&gt;Two&lt;/b&gt;" in html) == (True, True)
    assert (asked.headers["Cache-Control"], asked.cookies) == ("private, no-cache", {})
    assert send(rain, **typed, token=token_in(asked)).status_code == 303
    assert Mistake.objects.get().wrong == "One\n\n<b>Two</b>"


def test_a_token_is_good_for_what_it_was_given_for(rain):
    token = token_in(send(rain, headers={}))
    other = make_published(headline="Rain")

    answers = [
        send(rain, headers={}, token=token, wrong="Something else"),
        send(rain, headers={}, token=token, mark=mark_of(rain.editions.get(), "Nobody")),
        send(rain, headers={}, token=token, email="other@reader.example"),
        send(other, headers={}, token=token),
        send(rain, headers={"Sec-Fetch-Site": "cross-site"}, token=token),
    ]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert Mistake.objects.count() == 0


def test_an_expired_token_gives_everything_back_with_a_fresh_one(rain, clock):
    token = token_in(send(rain, headers={}))
    clock.shift(24 * 3600 + 1)

    asked = send(rain, headers={}, token=token)

    assert "more than a day" in asked.content.decode()
    assert send(rain, headers={}, token=token_in(asked)).status_code == 303


@pytest.mark.parametrize("headers", [FROM_HERE, {}, {"Sec-Fetch-Site": "cross-site"}])
def test_staff_without_djangos_token_are_asked_again(rain, editor, headers):
    asked = send(rain, user=editor, headers=headers)

    token = token_in(asked, "csrfmiddlewaretoken")
    assert (asked.status_code, Mistake.objects.count(), len(token) > 30) == (200, 0, True)


def test_staff_with_it_are_taken_at_their_word(rain, editor, client):
    client.force_login(editor)
    client.handler.enforce_csrf_checks = True
    token = token_in(send(rain, client=client), "csrfmiddlewaretoken")

    assert send(rain, client=client, csrfmiddlewaretoken=token).status_code == 303


def test_who_fills_in_what_nobody_sees_is_asked_once_more(rain):
    asked = send(rain, nickname="Bot")

    assert (asked.status_code, Mistake.objects.count()) == (200, 0)
    assert "nickname" not in asked.content.decode()
    assert send(rain, headers={}, token=token_in(asked)).status_code == 303


def test_a_sixth_report_in_an_hour_is_kept_for_later(cache_by_the_clock, rain, clock):
    answers = [send(rain, wrong=f"Number {number}.").status_code for number in range(5)]
    again = send(rain, wrong="Number 4.")
    sixth = send(rain, wrong="Number <6>.", email="ann@reader.example")
    elsewhere = send(make_published(headline="Snow"), wrong="Number 6.")
    clock.shift(3601)
    later = send(rain, wrong="Number 6.")

    html = sixth.content.decode()
    assert (answers, again.status_code, sixth.status_code) == ([303] * 5, 303, 429)
    assert ("Number &lt;6&gt;." in html, "ann@reader.example" in html, "checked" in html) == (
        True,
        True,
        True,
    )
    assert (elsewhere.status_code, later.status_code) == (303, 303)


def test_a_twenty_first_report_in_an_hour_on_all_stories_is_kept_for_later(cache_by_the_clock, rain, clock):
    stories = [make_published(headline=f"Snow {number}") for number in range(21)]

    answers = [send(story).status_code for story in stories]
    clock.shift(3601)

    assert answers == [303] * 20 + [429]
    assert send(stories[-1]).status_code == 303


def test_a_story_takes_two_hundred_reports_a_day(rain, clock):
    edition = rain.editions.get()
    reports = [
        Mistake(article=rain, edition=edition, paragraph=1, wrong=str(number), spotted_at=edition.live_from)
        for number in range(200)
    ]
    Mistake.objects.bulk_create(reports)

    full = send(rain, wrong="One more.")
    clock.shift(24 * 3600)
    next_day = send(rain, wrong="One more.")

    assert (full.status_code, "One more." in full.content.decode(), next_day.status_code) == (429, True, 303)


def test_no_address_is_kept_of_who_sent_a_report(rain):
    made = []
    real = cache.add
    cache.add = lambda key, value, timeout: made.append(f"{key} {value}") or real(key, value, timeout)
    try:
        send(rain, wrong="It was Tuesday.", email="ann@reader.example")
    finally:
        cache.add = real

    assert len(made) == 2
    assert not re.search(r"127|ann|Tuesday", " ".join(made))


@pytest.mark.parametrize(
    ("proxies", "told", "remote", "network"),
    [
        (0, "198.51.100.7", "203.0.113.9", "203.0.113.9/32"),
        (1, "198.51.100.7", "203.0.113.9", "198.51.100.7/32"),
        (1, "192.0.2.1, 198.51.100.7", "203.0.113.9", "198.51.100.7/32"),
        (2, "192.0.2.1, 198.51.100.7", "203.0.113.9", "192.0.2.1/32"),
        (2, "198.51.100.7", "203.0.113.9", "203.0.113.9/32"),
        (1, "<script>", "203.0.113.9", ""),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (0, "", "::ffff:198.51.100.7", "198.51.100.7/32"),
        (0, "", "", ""),
    ],
)
def test_a_network_is_what_our_own_proxies_vouch_for(settings, proxies, told, remote, network):
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": told} if told else {}

    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote)

    assert network_of(request) == network


def test_a_mark_in_what_was_taken_down_since_means_nothing(rain, clock):
    mark = mark_of(rain.editions.get(), "Nobody came")
    desk.withdraw(rain, by=None, note="It was wrong.", ground="legal")
    clock.shift(60)
    rain.body = "<p>It was dry.</p>"
    desk.save(rain, by=None)
    publish(rain, change="minor")

    answers = [send(rain, mark=mark), send(rain, mark=mark, headers={"Sec-Fetch-Site": "cross-site"})]
    answers.append(send(rain, mark=mark, wrong=""))

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert not any("Nobody came" in answer.content.decode() for answer in answers)
    assert not Mistake.objects.exists()
