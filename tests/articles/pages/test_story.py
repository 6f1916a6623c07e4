"""The page of one story."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import ArticleCredit, Edition
from tests.factories import (
    NOON,
    make_article,
    make_contributor,
    make_published,
    make_section,
    make_topic,
    publish,
)
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

RAIN = "/2026/03/02/rain/"


def make_rain(**fields):
    article = make_article(
        headline="Rain",
        slug="rain",
        kicker="Weather",
        standfirst="It rained in Tripoli.",
        dateline="Tripoli",
        source="ANSA",
        topics=(make_topic(name="Weather"),),
        section=make_section(name="Africa", parent=make_section(name="World")),
        **fields,
    )
    ArticleCredit.objects.create(article=article, contributor=make_contributor())
    return article


def test_shows_every_part_of_the_story():
    publish(make_rain(body="<p>It rained.</p>"))

    page = read(RAIN)

    assert page.status == 200
    assert page.texts("h1") == ["Rain"]
    assert page.texts("p", "kicker") == ["Weather"]
    assert page.texts("p", "standfirst") == ["It rained in Tripoli."]
    assert page.texts("p", "byline") == ["By Amina Diallo"]
    assert page.texts("p", "facts") == ["Tripoli Source: ANSA Published 2 March 2026, 12:00 EET"]
    assert page.texts("div", "story-body") == ["It rained."]
    assert page.texts("p", "topics") == ["Topics Weather"]
    assert page.attributes("time", "datetime") == ["2026-03-02T12:00:00+02:00"]


def test_update_is_dated_and_a_minor_change_is_not(clock):
    article = make_rain()
    publish(article)
    clock.shift(3600)
    publish(article, change="minor")
    after_minor = read(RAIN).texts("p", "facts")
    publish(article, change="update")

    after_update = read(RAIN).texts("p", "facts")

    assert after_minor == ["Tripoli Source: ANSA Published 2 March 2026, 12:00 EET"]
    assert after_update == [f"{after_minor[0]} Updated 2 March 2026, 13:00 EET"]


def test_corrections_stand_on_the_story_in_order(clock):
    article = make_rain()
    publish(article)
    clock.shift(3600)
    publish(article, change="correction", note="It was Benghazi.")
    clock.shift(3600)
    publish(article, change="clarification", note="Eastern Benghazi.")

    assert read(RAIN).texts("aside", "notes") == [
        "Correction 2 March 2026, 13:00 EET It was Benghazi. "
        "What changed, correction of 2 March 2026, 13:00 EET "
        "Clarification 2 March 2026, 14:00 EET Eastern Benghazi. "
        "What changed, clarification of 2 March 2026, 14:00 EET"
    ]
    links = [href for href in read(RAIN).attributes("a", "href") if "changes" in href]
    assert links == [f"{RAIN}changes/2/", f"{RAIN}changes/3/"]


def test_notes_kept_without_their_number_lead_nowhere():
    publish(make_rain())
    note = {"change": "correction", "note": "It was Benghazi.", "at": NOON.isoformat()}
    Edition.objects.update(earlier_notes=[note])

    assert read(RAIN).texts("aside", "notes") == ["Correction 2 March 2026, 12:00 EET It was Benghazi."]


def test_changes_of_the_working_copy_stay_at_the_desk():
    article = make_rain(body="<p>Published.</p>")
    publish(article)
    article.body, article.headline = "<p>Not yet.</p>", "Changed"
    desk.save(article, by=None)

    page = read(RAIN)

    assert (page.texts("h1"), page.texts("div", "story-body")) == (["Rain"], ["Published."])


def test_lists_more_from_the_section_but_not_itself():
    publish(make_rain())
    africa = make_section(name="Africa", parent=make_section(name="World"))
    make_published(headline="Sun", section=africa, on=NOON - timedelta(days=1))
    make_published(headline="Elsewhere", section=make_section(name="Home"))

    assert read(RAIN).texts("section", "more") == ["More from Africa Sun"]


def test_former_address_leads_to_the_present_one_for_good():
    article = make_rain()
    publish(article)
    desk.rename(article, by=None, slug="heavy-rain")

    moved = read(RAIN)

    assert (moved.status, moved.response.headers["Location"]) == (301, "/2026/03/02/heavy-rain/")
    assert read("/2026/03/02/heavy-rain/").status == 200


def test_address_of_any_shape_is_served():
    article = make_rain()
    publish(article)
    article.addresses.update(path="/news/2011/old-site-story.html/")

    assert read("/news/2011/old-site-story.html/").texts("h1") == ["Rain"]


def test_address_without_its_final_slash_leads_to_the_one_with():
    publish(make_rain())

    moved = read("/2026/03/02/rain")

    assert (moved.status, moved.response.headers["Location"]) == (301, RAIN)


def test_story_that_readers_have_never_seen_is_not_found(clock):
    desk.publish(make_rain(), by=None, at=NOON + timedelta(hours=1))
    before = read(RAIN).status
    clock.shift(3600)

    assert (before, read(RAIN).status) == (404, 200)


def test_scheduled_and_absent_stories_are_one_and_the_same_page():
    desk.publish(make_rain(), by=None, at=NOON + timedelta(hours=1))

    assert read(RAIN).html == read("/2026/03/02/nothing/").html


def test_right_to_left_story_says_so():
    publish(make_rain(language="ar"))

    assert '<article class="story" lang="ar" dir="rtl">' in read(RAIN).html
