"""Questions about many editions: which, in what order, and for how many queries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.template.loader import render_to_string

from articles import desk
from articles.models import Article, Edition
from tests.articles.verbs import HOUR
from tests.factories import (
    NOON,
    make_article,
    make_contributor,
    make_published,
    make_section,
    make_topic,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def headlines(editions):
    return [edition.headline for edition in editions]


def live():
    return Edition.objects.live(NOON + 100 * HOUR)


def test_a_section_holds_its_sub_sections_stories_too():
    world, sport = make_section(name="World"), make_section(name="Sport")
    africa = make_section(name="Africa", parent=world)
    asia = make_section(name="Asia", parent=world)
    for name, section in (("Rain", world), ("Hail", africa), ("Heat", asia), ("Goal", sport)):
        make_published(headline=name, section=section)

    found = {
        section.name: headlines(live().in_section(section).newest_first()) for section in (world, africa)
    }

    assert found == {"World": ["Heat", "Hail", "Rain"], "Africa": ["Hail"]}


def test_a_corrected_story_is_in_the_section_of_its_latest_version(clock):
    world, sport = make_section(name="World"), make_section(name="Sport")
    article = make_published(section=world)
    Article.objects.filter(pk=article.pk).update(section=sport)
    clock.shift(60)
    publish(article, change="minor")

    assert [live().in_section(world).count(), live().in_section(sport).count()] == [0, 1]


def test_topics_are_those_of_the_version_that_readers_have(clock):
    libya, niger = make_topic(name="Libya"), make_topic(name="Niger")
    article = make_published(headline="Rain", topics=(libya, niger))
    article.topics.set([niger])
    make_published(headline="Hail", topics=(niger,))

    before = [headlines(live().about(topic).newest_first()) for topic in (libya, niger)]
    publish(article, change="minor")

    after = [headlines(live().about(topic).newest_first()) for topic in (libya, niger)]
    assert (before, after) == ([["Rain"], ["Hail", "Rain"]], [[], ["Hail", "Rain"]])


def test_a_contributor_in_two_roles_has_the_story_once():
    amina, dio = make_contributor(name="Amina"), make_contributor(name="Dio")
    article = make_article(headline="Rain")
    article.credits.create(contributor=amina)
    article.credits.create(contributor=amina, role="photography")
    publish(article)

    assert [headlines(live().by(person)) for person in (amina, dio)] == [["Rain"], []]


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 3, 2, 21, 59, 59, 999999, tzinfo=UTC), date(2026, 3, 2)),
        (datetime(2026, 3, 2, 22, 0, tzinfo=UTC), date(2026, 3, 3)),
        # Cairo puts its clocks forward at midnight on Friday 24 April 2026.
        (datetime(2026, 4, 23, 21, 59, tzinfo=UTC), date(2026, 4, 23)),
        (datetime(2026, 4, 23, 22, 0, tzinfo=UTC), date(2026, 4, 24)),
        (datetime(2026, 4, 24, 20, 59, tzinfo=UTC), date(2026, 4, 24)),
        (datetime(2026, 4, 24, 21, 0, tzinfo=UTC), date(2026, 4, 25)),
    ],
)
def test_a_day_is_one_of_the_newsrooms_calendar(at, day):
    make_published(on=at)
    editions = Edition.objects.live(at)
    tomorrow, yesterday = day + timedelta(days=1), day - timedelta(days=1)

    found = [
        editions.published_between(day, day).count(),
        editions.published_between(yesterday, tomorrow).count(),
        editions.published_between(yesterday, yesterday).count(),
        editions.published_between(tomorrow, tomorrow).count(),
    ]

    assert found == [1, 1, 0, 0]


def test_pages_hold_each_story_once_whatever_is_corrected_between_them(clock):
    # Three of each minute, so that the instant alone doesn't order them.
    articles = [make_published(on=NOON + timedelta(minutes=n // 3)) for n in range(12)]
    clock.move_to(NOON + HOUR)
    expected = [article.pk for article in reversed(articles)]
    found, page = [], list(live().newest_first()[:4])

    while page:
        found += [edition.article_id for edition in page]
        clock.shift(60)
        for article in (articles[0], articles[6], Article.objects.get(pk=page[-1].article_id)):
            publish(article, change="correction", note="It was Tuesday.")
        make_published()
        last = page[-1]
        page = list(live().newest_first().before(last.first_published_at, last.article_id)[:4])

    assert found == expected


def test_a_story_is_found_at_each_of_its_paths():
    article = make_published(slug="rain")
    desk.rename(article, by=None, slug="flood")
    make_published(slug="hail")

    found = [
        [(each.article_id, each.path, each.is_current) for each in Edition.objects.at_path(path)]
        for path in ("/2026/03/02/rain/", "/2026/03/02/flood/", "/2026/03/02/drought/")
    ]

    assert found == [
        [(article.pk, "/2026/03/02/rain/", False)],
        [(article.pk, "/2026/03/02/flood/", True)],
        [],
    ]


def test_a_renamed_story_is_listed_once_under_its_present_path():
    article = make_published(slug="rain")
    desk.rename(article, by=None, slug="flood")
    desk.rename(article, by=None, slug="deluge")

    assert [edition.get_absolute_url() for edition in live().for_lists()] == ["/2026/03/02/deluge/"]


@pytest.mark.parametrize("stories", [1, 5])
def test_a_list_is_one_query_without_bodies(stories, django_assert_num_queries):
    africa = make_section(name="Africa", parent=make_section())
    for _ in range(stories):
        make_published(section=africa, body="<p>Not in lists</p>", topics=(make_topic(),))

    with django_assert_num_queries(1) as queries:
        teasers = [
            render_to_string("articles/_teaser.html", {"story": each, "weight": "lead"})
            for each in live().for_lists()
        ]

    assert len(teasers) == stories
    read = queries.captured_queries[0]["sql"].split(" FROM ")[0]
    assert [name for name in ('"body"', '"body_html"', '"earlier_notes"', '"note"') if name in read] == []


@pytest.mark.parametrize("stories", [1, 5])
def test_what_the_desk_sees_at_a_glance_is_one_query(stories, django_assert_num_queries):
    for _ in range(stories):
        article = make_published()
        publish(article, change="minor", at=NOON + HOUR)

    with django_assert_num_queries(1):
        seen = [
            (each.standing_number, each.pending_at, each.latest_version, bool(each.public_path))
            for each in Article.objects.with_publication(NOON)
        ]

    assert seen == [(1, NOON + HOUR, 1, True)] * stories


def test_what_the_desk_sees_of_each_kind_of_story(clock):
    kinds = {
        name: make_article(headline=name, slug=name) for name in ("draft", "live", "planned", "down", "over")
    }
    publish(kinds["live"])
    publish(kinds["planned"], at=NOON + HOUR)
    publish(kinds["down"])
    desk.withdraw(kinds["down"], by=None, note="It was wrong.", ground="legal")
    publish(kinds["over"], expires_at=NOON + timedelta(minutes=1))
    clock.shift(120)
    desk.save(Article.objects.get(headline="live"), by=None)

    columns = (
        "headline version standing_change standing_version standing_number pending_at pending_version "
        "latest_version public_path"
    ).split()
    seen = Article.objects.with_publication(NOON + timedelta(minutes=2)).order_by("pk").values_list(*columns)

    day = "/2026/03/02"
    assert list(seen) == [
        ("draft", 1, None, None, None, None, None, None, None),
        ("live", 2, "first", 1, 1, None, None, 1, f"{day}/live/"),
        ("planned", 1, None, None, None, NOON + HOUR, 1, 1, f"{day}/planned/"),
        ("down", 1, "withdrawal", 1, 2, None, None, 1, f"{day}/down/"),
        ("over", 1, None, None, None, None, None, 1, f"{day}/over/"),
    ]
