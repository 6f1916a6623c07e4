"""What readers see of a story, in the words of the desk; the row's answer and the query's are the same."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article
from articles.sight import Sight, in_words, moment, seen_as
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


def note(article):
    article.refresh_from_db()
    article.ednote += "Call the harbour."
    desk.save(article, by=None)


def noted(now):
    article = live(now)
    note(article)
    return article


def changed_and_noted(now):
    article = changed(now)
    note(article)
    return article


def noted_and_published(now):
    article = changed_and_noted(now)
    publish(article, change="minor")
    note(article)
    return article


def notes_restored(now):
    article = noted(now)
    desk.restore(article, by=None, version=1)
    return article


def words_restored(now):
    article = noted_and_published(now)
    article.refresh_from_db()
    article.headline = "Flood"
    desk.save(article, by=None)
    publish(article, change="minor")
    desk.restore(article, by=None, version=1)
    return article


def expunged(now):
    article = noted(now)
    desk.expunge(article, by=None, words="to whom", reason="A court's order.")
    note(article)
    return article


def scheduled(now):
    article = make_article()
    publish(article, at=now + SOON)
    return article


def scheduled_and_changed(now):
    article = scheduled(now)
    change(article)
    return article


def scheduled_and_noted(now):
    article = scheduled(now)
    note(article)
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
    noted: "Live",
    changed_and_noted: "Live · unpublished changes",
    noted_and_published: "Live",
    notes_restored: "Live",
    words_restored: "Live · unpublished changes",
    expunged: "Live",
    scheduled: "Scheduled Mon 2 Mar 14:00",
    scheduled_and_changed: "Scheduled Mon 2 Mar 14:00 · unpublished changes",
    scheduled_and_noted: "Scheduled Mon 2 Mar 14:00",
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


@pytest.mark.parametrize(
    ("zone", "instant", "said"),
    [
        ("Africa/Cairo", "2026-05-14T03:00Z", "Thursday 14 May at 06:00 in Cairo (03:00 UTC)"),
        ("Africa/Cairo", "2027-05-14T03:00Z", "Friday 14 May 2027 at 06:00 in Cairo (03:00 UTC)"),
        ("Africa/Cairo", "2026-05-13T22:00Z", "Thursday 14 May at 01:00 in Cairo (Wednesday 22:00 UTC)"),
        ("UTC", "2026-05-14T06:00Z", "Thursday 14 May at 06:00 UTC"),
        ("Europe/London", "2026-01-14T06:00Z", "Wednesday 14 January at 06:00 in London (06:00 UTC)"),
        (
            "America/Argentina/Buenos_Aires",
            "2026-05-14T06:00Z",
            "Thursday 14 May at 03:00 in Buenos Aires (06:00 UTC)",
        ),
        ("Etc/GMT-2", "2026-05-14T06:00Z", "Thursday 14 May at 08:00 UTC+02:00 (06:00 UTC)"),
        ("CET", "2026-05-14T06:00Z", "Thursday 14 May at 08:00 CEST (06:00 UTC)"),
    ],
)
def test_moment_in_a_sentence(zone, instant, said):
    with timezone.override(zone):
        assert moment(datetime.fromisoformat(instant)) == said
