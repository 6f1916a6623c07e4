"""What readers see of a story, in the words of the desk; the row's answer and the query's are the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article
from articles.sight import Sight, in_words, seen_as
from tests.factories import make_article, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SOON = timedelta(hours=2)


def change(article):
    article.refresh_from_db()
    desk.save(article, by=None)


def never_published(now):
    return make_article()


def live(now):
    article = make_article()
    publish(article)
    return article


def changed(now):
    article = live(now)
    change(article)
    return article


def scheduled(now):
    article = make_article()
    publish(article, at=now + SOON)
    return article


def scheduled_and_changed(now):
    article = scheduled(now)
    change(article)
    return article


def update_scheduled(now):
    article = live(now)
    publish(article, at=now + SOON, change="update")
    return article


def update_scheduled_and_changed(now):
    article = update_scheduled(now)
    change(article)
    return article


def down(now):
    article = live(now)
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    return article


def down_and_scheduled(now):
    article = down(now)
    publish(article, at=now + SOON, change="update")
    return article


def ended(now):
    article = make_article()
    publish(article, expires_at=now + timedelta(minutes=1))
    return article


def unscheduled(now):
    article = scheduled(now)
    desk.unschedule(article, by=None)
    return article


WORDS = {
    never_published: "Not published",
    live: "Live",
    changed: "Live · unpublished changes",
    scheduled: "Scheduled Mon 2 Mar 14:00",
    scheduled_and_changed: "Scheduled Mon 2 Mar 14:00 · unpublished changes",
    update_scheduled: "Live · update scheduled Mon 2 Mar 14:00",
    update_scheduled_and_changed: "Live · update scheduled Mon 2 Mar 14:00 · unpublished changes",
    down: "Taken down",
    down_and_scheduled: "Taken down · scheduled Mon 2 Mar 14:00",
    ended: "Expired",
    unscheduled: "Not published",
}


@pytest.mark.parametrize("make", WORDS)
def test_words(clock, make):
    article = make(timezone.now())
    clock.shift(90)

    row = Article.objects.with_publication(timezone.now()).get(pk=article.pk)

    assert in_words(row) == WORDS[make]


@pytest.mark.parametrize("later", [0, 60, 7199, 7200, 7201])
def test_query_and_row_say_the_same(clock, later):
    now = timezone.now()
    for make in WORDS:
        make(now)
    clock.shift(later)

    rows = list(Article.objects.with_publication(timezone.now()))
    by_row = {sight: {row.pk for row in rows if sight in seen_as(row)} for sight in Sight}
    stories = Article.objects.with_publication(timezone.now())
    by_query = {sight: {row.pk for row in stories.seen_as(sight)} for sight in Sight}

    assert by_query == by_row
