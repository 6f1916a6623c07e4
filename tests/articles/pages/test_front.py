"""The front page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Slot
from tests.factories import NOON, make_article, make_published
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def make_lead(article, *, since=timedelta(hours=-1), until=None):
    now = timezone.now()
    return Slot.objects.create(article=article, starts_at=now + since, ends_at=until and now + until)


def test_empty_newsroom_says_that_nothing_was_published():
    page = read("/")

    assert (page.status, page.headlines) == (200, [])
    assert page.texts("p", "empty") == ["Nothing has been published yet. The first story will stand here."]


def test_newest_story_leads():
    make_published(headline="Older", on=NOON - timedelta(days=2))
    make_published(headline="Newer", on=NOON - timedelta(days=1))

    assert read("/").headlines == ["Newer", "Older"]


def test_story_in_the_lead_slot_leads():
    older = make_published(headline="Older", on=NOON - timedelta(days=2))
    make_published(headline="Newer", on=NOON - timedelta(days=1))
    make_lead(older)

    assert read("/").headlines == ["Older", "Newer"]


@pytest.mark.parametrize("has_slot", [False, True])
def test_its_grid_is_full_whoever_leads(has_slot):
    stories = [make_published(on=NOON - timedelta(hours=hours)) for hours in range(1, 25)]
    if has_slot:
        make_lead(stories[-1])

    assert len(read("/").headlines) == 22


def test_slot_holds_from_its_first_instant_until_its_last(clock):
    older = make_published(headline="Older", on=NOON - timedelta(days=2))
    make_published(headline="Newer", on=NOON - timedelta(days=1))
    make_lead(older, since=timedelta(hours=1), until=timedelta(hours=2))

    seen = []
    for shift in (3599, 1, 3599, 1):
        clock.shift(shift)
        seen.append(read("/").headlines[0])

    assert seen == ["Newer", "Older", "Older", "Newer"]


def test_slot_that_began_last_holds_even_over_one_without_end():
    first = make_published(headline="First lead", on=NOON - timedelta(days=2))
    second = make_published(headline="Second lead", on=NOON - timedelta(days=3))
    make_lead(first, since=timedelta(hours=-5))
    make_lead(second, since=timedelta(hours=-1))

    assert read("/").headlines == ["Second lead", "First lead"]


def test_newest_story_leads_where_the_slots_story_is_not_public():
    make_published(headline="Newer", on=NOON - timedelta(days=1))
    make_lead(make_article(headline="Draft"))

    assert read("/").headlines == ["Newer"]


def test_neither_draft_nor_scheduled_nor_spiked_nor_taken_down_appears(editor):
    make_article(headline="Draft")
    scheduled = make_article(headline="Scheduled")
    desk.publish(scheduled, by=None, at=NOON + timedelta(hours=1))
    desk.spike(make_article(headline="Spiked"), by=None)
    desk.withdraw(make_published(headline="Taken down"), by=None, note="It was wrong.", ground="retraction")

    assert read("/").headlines == []


def test_older_stories_follow_without_gap_or_repetition_whatever_is_corrected_meanwhile():
    articles = [make_published(headline=f"Story {age}", on=NOON - timedelta(days=age)) for age in range(30)]
    first = read("/")
    desk.publish(articles[25], by=None, change="correction", note="The name was wrong.")
    make_published(headline="Just in")

    second = read(next(href for href in first.attributes("a", "href") if href.startswith("?older=")))

    assert first.headlines + second.headlines == [f"Story {age}" for age in range(30)]


def test_lead_is_not_repeated_among_the_older_stories():
    articles = [make_published(headline=f"Story {age}", on=NOON - timedelta(days=age)) for age in range(30)]
    make_lead(articles[28])
    first = read("/")

    second = read(next(href for href in first.attributes("a", "href") if href.startswith("?older=")))

    assert first.headlines + second.headlines == [f"Story {age}" for age in (28, *range(28), 29)]


@pytest.mark.parametrize("token", ["x", "1-x", "-", "99999999999999999999999-1", "1-99999999999999999999"])
def test_token_that_nobody_handed_out_is_no_error_of_ours(token):
    assert read(f"/?older={token}").status in {200, 404}


@pytest.mark.parametrize("count", [1, 3, 20])
def test_takes_two_queries_without_a_lead_and_two_with(count, django_assert_num_queries):
    articles = [make_published() for _ in range(count)]
    read("/")

    with django_assert_num_queries(2):
        read("/")

    make_lead(articles[0])
    with django_assert_num_queries(2):
        read("/")
