"""Saving how a story takes comments, while comments come in: its counters are theirs alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib import admin
from django.db import connection

from comments import moderation
from comments.models import Comment, Discussion
from comments.moderation.checking import check
from tests.comments.factories import guest_post, make_shown
from tests.factories import make_published, make_user

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = "/admin/comments/discussion/"
TYPED = {
    "mode": "hold-all",
    "slow_minutes": "",
    "closes_at_0": "",
    "closes_at_1": "",
    "closes_after_days": "",
}


@pytest.fixture
def article():
    return make_published()


def in_a_thread(call):
    def run():
        try:
            return call()
        finally:
            connection.close()

    return run


@pytest.fixture
def save_late(monkeypatch):
    """Let something happen between the reading of the form's discussion and its saving."""

    def late(happens):
        save = admin.ModelAdmin.save_form
        monkeypatch.setattr(
            admin.ModelAdmin, "save_form", lambda *args, **kwargs: (save(*args, **kwargs), happens())[0]
        )

    return late


@pytest.mark.parametrize("route", ["add/", "{pk}/change/"])
def test_saving_the_mode_writes_no_counter_back(client, article, route, save_late):
    client.force_login(make_user(role="moderator"))
    if route != "add/":
        make_shown(article)
    save_late(lambda: make_shown(article))

    answer = client.post(PAGES + route.format(pk=article.pk), {**TYPED, "article": article.pk})

    found = Discussion.objects.get()
    shown = Comment.objects.count()
    assert (answer.status_code, found.mode) == (302, "hold-all")
    assert (found.shown_count, found.last_number, found.last_root) == (shown, shown, shown)
    moderation.show(guest_post(article), by=None)
    assert not check(article)


def test_comments_and_the_form_may_come_at_once(client, article):
    client.force_login(make_user(role="moderator"))
    make_shown(article)

    def save():
        for mode in ("hold-all", "open") * 5:
            client.post(f"{PAGES}{article.pk}/change/", {**TYPED, "mode": mode})

    def post():
        for _ in range(10):
            make_shown(article)

    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(in_a_thread(call)) for call in (save, post, post)]:
            done.result()

    found = Discussion.objects.get()
    assert (found.mode, found.shown_count, found.last_root) == ("open", 21, 21)
    assert not check(article)
