"""Nothing is decided unread: a page or list that was open while the comment changed decides on it no more."""

import re

import pytest

from comments import moderation
from tests.comments.factories import browser, make_writer, writers_post
from tests.comments.test_own_page_at_the_desk import PAGES, page_of

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
