"""The page of a writer: opened by a mailed link, and what can be done on it."""

import re
from datetime import timedelta

import pytest

from articles import desk
from comments import moderation
from tests.comments.factories import browser, guest_post, make_shown, make_writer, writers_post
from tests.comments.mailed import deliver, link_in
from tests.comments.mine import MINE, act, ask, opened, token_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def dio(db):
    return make_writer()


def test_answer_is_the_same_whether_anybody_is_known_by_the_address(dio):
    known, unknown = ask(dio.email), ask("nobody@example.org")

    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert [message.to for message in deliver()] == [["dio@example.org"]]
    assert "dio@" not in known.content.decode()


@pytest.mark.parametrize("typed", ["", "nonsense", "a@b", "x" * 300 + "@example.org"])
def test_what_is_no_address_is_said_to_be_none_and_kept(typed):
    response = ask(typed)

    assert response.status_code == 422
    assert f'value="{typed}"' in response.content.decode() or not typed


def test_link_opens_the_page_once_by_its_button(dio, article):
    writers_post(article, dio, text="Of mine.")
    ask()
    link, guest = link_in(deliver()[0]), browser()

    looked = guest.get(link)
    pressed = guest.post(link)

    assert (looked.status_code, looked.cookies) == (200, {})
    assert (pressed.status_code, pressed["Location"]) == (303, MINE)
    assert "Of mine." in guest.get(MINE).content.decode()
    assert [browser().get(link).status_code, browser().post(link).status_code] == [410, 410]


def test_link_ends_after_a_day_and_a_new_one_is_mailed_then(dio, clock):
    ask()
    link = link_in(deliver()[0])
    clock.shift(timedelta(hours=23))
    ask()
    assert len(deliver()) == 1
    clock.shift(timedelta(hours=1))

    assert browser().get(link).status_code == 410
    ask()
    assert link_in(deliver()[1]) != link


def test_page_closes_after_a_day(dio, clock):
    guest = opened(dio)
    clock.shift(timedelta(days=1, seconds=1))

    assert "Mail me the link" in guest.get(MINE).content.decode()


def test_page_is_kept_by_nobody_and_tells_nobody_where_it_is(dio, article):
    writers_post(article, dio)
    page = opened(dio).get(MINE)

    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "dio@example.org" not in page.content.decode()


def test_each_comment_is_there_with_what_became_of_it_and_why(dio, article):
    shown, removed, spam, held = (writers_post(article, dio, text=text) for text in ("1", "2", "3", "4"))
    moderation.show(shown, by=None)
    moderation.remove(removed, by=None, reason="abuse")
    moderation.mark_spam(spam, by=None)
    moderation.show(held, by=None)
    moderation.hold(held, by=None)
    guest_post(article, text="Of a stranger with the same address.", email=dio.email)

    page = opened(dio).get(MINE).content.decode()

    assert re.findall(r'own-comment-state">([^<]+?)(?: <|<)', page) == [
        "Waiting for a moderator: Needs another look.",
        "Not shown: Advertising or spam.",
        "Removed by the moderators: Insult, threat or hatred.",
        "Shown as number 1.",
    ]
    asked, _, listed = page.partition("</section>")
    assert ("Of a stranger" in asked, "Of a stranger" in listed) == (True, False)


def test_writer_is_told_that_the_branch_of_a_comment_is_hidden(dio, article):
    head = make_shown(article)
    reply = writers_post(article, dio, parent=head)
    moderation.show(reply, by=None)
    guest = opened(dio)
    moderation.hide_branch(head, by=None, reason="abuse")

    hidden = guest.get(MINE).content.decode()
    moderation.show_branch(head, by=None)
    again = guest.get(MINE).content.decode()

    assert "Not shown for now: the moderators have hidden the part of the discussion" in hidden
    assert [sentence in hidden for sentence in ("Shown as number", "Read it there")] == [False, False]
    assert [sentence in again for sentence in ("Shown as number 2.", "Read it there")] == [True, True]


def test_moderators_are_not_named(dio, article, moderator):
    comment = writers_post(article, dio)
    moderation.remove(comment, by=moderator, note="For Edgar to see.")
    guest = opened(dio)

    for address in (MINE, f"{MINE}my-comments.json"):
        page = guest.get(address).content.decode()
        assert [word for word in ("Mona", "Edgar", moderator.username) if word in page] == []


def test_story_that_can_not_be_read_is_not_named(dio, article):
    writers_post(article, dio)
    desk.withdraw(article, by=None, note="It was wrong.", ground="legal")

    assert "Rain" not in opened(dio).get(MINE).content.decode()


ADDRESSES = ["edit/", "delete/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_comment_of_another_is_like_one_that_never_was(dio, article, address):
    other = writers_post(article, make_writer("ana@example.org"))
    guest = opened(dio)

    answers = [
        guest.get(f"{MINE}{other.uid}/{address}"),
        act(guest, f"{MINE}{other.uid}/{address}", text="X"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    other.refresh_from_db()
    assert (other.text, other.status) == ("A word on this.", "held")


@pytest.mark.parametrize("token", ["", "nonsense", "another's"])
@pytest.mark.parametrize("address", [*ADDRESSES, "erase/", "leave/"])
def test_nothing_is_done_without_the_token_of_the_page(dio, article, address, token):
    comment = writers_post(article, dio)
    guest = opened(dio)
    if token == "another's":
        token = token_in(opened(make_writer("ana@example.org")))
    path = f"{MINE}{comment.uid}/{address}" if address in ADDRESSES else f"{MINE}{address}"

    response = guest.post(path, {"token": token, "text": "Typed."})

    comment.refresh_from_db()
    assert (response.status_code, comment.text, comment.status) == (403, "A word on this.", "held")
    assert "\nTyped.</textarea>" in response.content.decode()
    assert "dio@" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["my-comments.json", "erase/", "00000000-0000-4000-8000-000000000000/edit/"]
)
def test_closed_page_gives_nothing_away(address):
    assert browser().get(f"{MINE}{address}").status_code == 403


def test_page_has_fifty_and_leads_on(dio, article):
    for turn in range(51):
        writers_post(article, dio, text=f"Turn {turn}.")
    guest = opened(dio)

    first = guest.get(MINE).content.decode()
    (link,) = re.findall(r'href="(\?before=\d+)" rel="next"', first)
    second = guest.get(MINE + link).content.decode()

    assert (first.count('class="own-comment"'), second.count('class="own-comment"')) == (50, 1)
    assert ("Turn 0." in first, "Turn 0." in second) == (False, True)


@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_six_queries(dio, article, count, django_assert_num_queries):
    for turn in range(count):
        writers_post(article, dio, text=f"Turn {turn}.")
    guest = opened(dio)
    guest.get(MINE)

    with django_assert_num_queries(6):
        guest.get(MINE)
