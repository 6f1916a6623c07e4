"""Nothing is decided unread: a page or list that was open while the comment changed decides on it no more."""

import re

import pytest

from comments import moderation
from tests.comments.appeals import appeal, removed
from tests.comments.factories import browser, make_writer, writers_post
from tests.comments.noticed import give
from tests.comments.pressing import opened
from tests.comments.queueing import Desk
from tests.comments.test_own_page_at_the_desk import PAGES, page_of
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def writer():
    return make_writer()


@pytest.fixture
def waiting(article, writer):
    return writers_post(article, writer, text="What a fine story.")


def hidden(page):
    return dict(re.findall(r'name="(csrfmiddlewaretoken|seen(?:-\d+)?)" value="([^"]+)"', page))


def on_its_page(client, comment):
    form = hidden(page_of(client, comment))
    return lambda: client.post(f"{PAGES}{comment.pk}/decide/", {**form, "verb": "show"}, follow=True)


def in_the_list(client, comment):
    form = hidden(client.get(f"{PAGES}?status=all").content.decode())
    typed = {"action": "show", "_selected_action": [comment.pk]}
    return lambda: client.post(f"{PAGES}?status=all", {**form, **typed}, follow=True)


@pytest.mark.parametrize("where", [on_its_page, in_the_list])
def test_words_that_nobody_read_are_not_shown(where, waiting, writer, moderator):
    show = where(browser(moderator), waiting)
    moderation.edit(waiting, writer=writer, text="Buy at evil dot example.")

    told = show().content.decode()

    waiting.refresh_from_db()
    assert (waiting.status, "changed the comment by Dio meanwhile" in told) == ("held", True)


@pytest.mark.parametrize("where", [on_its_page, in_the_list])
def test_what_was_read_is_decided_on(where, waiting, moderator):
    told = where(browser(moderator), waiting)().content.decode()

    waiting.refresh_from_db()
    assert (waiting.status, "Show: done for 1 comment." in told) == ("shown", True)


@pytest.fixture
def noticed(waiting):
    moderation.show(waiting, by=None)
    return give(waiting)


DECIDED = {"is_upheld": "yes", "answer": "It is."}


def test_notice_is_not_decided_on_words_that_nobody_read(noticed, writer, moderator):
    decide = opened(browser(moderator), f"/admin/comments/notice/{noticed.pk}/decide/")
    moderation.edit(noticed.comment, writer=writer, text="What a kind story.")

    refused = decide(**DECIDED)

    page = refused.content.decode()
    noticed.refresh_from_db()
    assert (refused.status_code, noticed.is_open, noticed.comment.status) == (422, True, "shown")
    assert "changed the comment by Dio meanwhile. Read it again." in page
    assert ("What a kind story." in page, "\nIt is.</textarea>" in page) == (True, True)


def test_page_that_was_refused_decides_on_what_it_shows(noticed, writer, moderator):
    client, address = browser(moderator), f"/admin/comments/notice/{noticed.pk}/decide/"
    decide = opened(client, address)
    moderation.edit(noticed.comment, writer=writer, text="What a kind story.")
    page = decide(**DECIDED).content.decode()
    again = dict(re.findall(r'name="(csrfmiddlewaretoken|seen)" value="([^"]+)"', page))

    client.post(address, {**again, **DECIDED})

    noticed.refresh_from_db()
    assert noticed.is_upheld


def test_that_a_writer_changed_what_notice_was_given_of_is_said(noticed, writer, moderator, clock):
    address, desk = f"/admin/comments/notice/{noticed.pk}/decide/", Desk(moderator)
    desk.take()
    before = browser(moderator).get(address).content.decode() + desk.read()
    clock.shift(60)
    moderation.edit(noticed.comment, writer=writer, text="What a kind story.")

    assert "changed" not in before.lower()
    assert "Its writer has changed it since" in browser(moderator).get(address).content.decode()
    assert "Changed by its writer since." in desk.read()


def test_appeal_is_not_decided_past_what_was_decided_meanwhile(waiting, moderator):
    made, other = appeal(removed(waiting, moderator)), make_user(role="moderator")
    decide = opened(browser(other), f"/admin/comments/appeal/{made.pk}/decide/")
    moderation.blank_part(waiting, by=moderator, passage="fine", reason="private")

    assert decide(**DECIDED).status_code == 422

    made.refresh_from_db()
    assert made.is_open


def test_no_part_is_taken_out_of_words_that_nobody_read(waiting, writer, moderator):
    take_out = opened(browser(moderator), f"{PAGES}{waiting.pk}/blank/")
    moderation.edit(waiting, writer=writer, text="What a fine lie.")

    assert take_out(passage="fine", reason="private").status_code == 422

    waiting.refresh_from_db()
    assert waiting.blanked == []
