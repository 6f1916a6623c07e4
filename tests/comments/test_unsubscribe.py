"""Ending mail about replies by the link in each of them."""

import pytest

from comments import moderation
from comments.models import Follow
from tests.comments.factories import browser, make_writer
from tests.comments.told import answer, followed, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def comments(article):
    """Two of Dio's and one of Ben's, all followed."""
    ben = make_writer("ben@example.org")
    return [followed(article), followed(article), followed(article, writer=ben)]


@pytest.fixture
def link(comments, clock):
    """What the mail about a reply to the first of them says in its header."""
    answer(comments[0])
    clock.shift(60)
    (mail,) = told()
    return mail.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")


def still_followed(comments):
    kept = set(Follow.objects.values_list("pk", flat=True))
    return [comment.pk in kept for comment in comments]


def test_one_click_ends_it_without_cookie_origin_or_page(comments, link, clock):
    response = browser().post(link, ONE_CLICK)
    answer(comments[0])
    clock.shift(3600)

    assert (response.status_code, response.cookies) == (200, {})
    assert (still_followed(comments), len(told())) == ([False, True, True], 1)


def test_one_click_ends_what_is_owed_already(comments, link, clock):
    answer(comments[0])

    browser().post(link, ONE_CLICK)
    clock.shift(3600)

    assert len(told()) == 1


def test_opening_the_link_does_nothing(comments, link):
    looked = [browser().get(link), browser().head(link), browser().get(f"{link}all/")]

    assert [page.status_code for page in looked] == [200, 200, 200]
    assert still_followed(comments) == [True, True, True]
    assert "No more mail about this comment" in looked[0].content.decode()


def test_all_mail_of_this_writer_is_ended_and_of_nobody_else(comments, link):
    response = browser().post(f"{link}all/")

    assert (response.status_code, still_followed(comments)) == (200, [False, False, True])


def test_again_is_the_same_however_often_and_whatever_became_of_the_comment(comments, link):
    answers = [browser().post(link, ONE_CLICK) for _ in range(3)]
    moderation.erase(comments[0].writer)
    answers += [browser().post(link, ONE_CLICK), browser().post(f"{link}all/"), browser().get(link)]

    assert [answer.status_code for answer in answers] == [200] * 6


def test_old_mail_ends_a_wish_that_was_renewed(comments, link, clock):
    browser().post(link, ONE_CLICK)
    moderation.follow(comments[0], writer=comments[0].writer, cadence="daily")
    clock.shift(400 * 24 * 3600)

    browser().post(link, ONE_CLICK)

    assert still_followed(comments) == [False, True, True]


@pytest.mark.parametrize("wrong", ["made up", "cut", "of another comment", "empty"])
def test_made_up_link_ends_nothing(comments, link, wrong):
    token = link.removeprefix("/comments/unsubscribe/").rstrip("/")
    token = {
        "made up": "x" * 70,
        "cut": token[:-1],
        "of another comment": token.replace(comments[0].uid.hex, comments[2].uid.hex),
        "empty": ":",
    }[wrong]

    answers = [browser().post(f"/comments/unsubscribe/{token}/{end}", ONE_CLICK) for end in ("", "all/")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert still_followed(comments) == [True, True, True]


def test_page_is_kept_by_nobody_and_tells_no_address(comments, link):
    for page in (browser().get(link), browser().post(link)):
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page.headers["Cache-Control"]
        assert "dio@" not in page.content.decode()


def test_page_does_not_name_a_story_that_readers_can_not_read(comments, link):
    named = browser().get(link).content.decode()
    moderation.hold(comments[0], by=None)

    assert ("“<bdi>Rain</bdi>”" in named, "Rain" in browser().get(link).content.decode()) == (True, False)
