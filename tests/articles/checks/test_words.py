"""Checks of headline, section, standfirst, and of how the body is built."""

import pytest

from articles import desk
from articles.desk.checks import CHECKS, Weight
from tests.articles.checks.finding import doubts, stops
from tests.articles.records import refused
from tests.factories import make_article, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TABLE = "<table><tbody><tr><{0}><p>Rain</p></{0}></tr></tbody></table>"


def make_sound(**fields):
    """A story of which there is nothing to say."""
    return make_article(**{"headline": "Rain in Tripoli", "standfirst": "It rained.", **fields})


def test_there_is_nothing_to_say_of_a_sound_story():
    story = make_sound()

    assert (stops(story), doubts(story)) == ([], {})


def test_codes_are_told_apart():
    codes = [check.code for check in CHECKS]

    assert len(set(codes)) == len(codes)


def test_only_doubts_can_be_mended_nowhere_else_than_in_the_form():
    assert [check.code for check in CHECKS if check.weight == Weight.DOUBT and not check.field] == []


@pytest.mark.parametrize("headline", ["", "   "])
def test_headline_is_needed(headline):
    story = make_sound()
    story.headline = headline

    assert stops(story) == ["no-headline"]


def test_section_is_needed():
    story = make_sound()
    story.section = None

    assert stops(story) == ["no-section"]


def test_nobody_overrides_a_missing_headline(administrator):
    story = make_article()
    type(story).objects.update(headline="")

    with refused("no-headline"):
        desk.publish(story, by=administrator, override="It is urgent.")


def test_standfirst_is_worth_having():
    assert doubts(make_sound(standfirst=" ")) == {"no-standfirst": "The story has no standfirst."}


@pytest.mark.parametrize(("length", "found"), [(110, []), (111, ["long-headline"])])
def test_length_of_a_headline(length, found):
    story = make_sound(headline="Ra" + "i" * (length - 2))

    assert list(doubts(story)) == found


def test_long_headline_is_measured():
    said = doubts(make_sound(headline="Ra" + "i" * 119))["long-headline"]

    assert said == "The headline has 121 characters. Beyond 110, search engines and phones cut it."


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("RAIN IN TRIPOLI", ["capitals"]),
        ("RAINFALL", ["capitals"]),
        ("UN: NO", ["capitals"]),
        ("ДОЖДЬ В ТРИПОЛИ", ["capitals"]),
        ("NATO", []),
        ("NATO in Tripoli", []),
        ("2011", []),
        ("المطر في طرابلس", []),
    ],
)
def test_capitals(headline, found):
    assert list(doubts(make_sound(headline=headline))) == found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h2>One</h2><h3>Two</h3>", None),
        ("<h2>One</h2><h2>Two</h2>", None),
        ("<p>One</p>", None),
        ("<p>One</p><h3>Rain &amp; <em>hail</em></h3><h2>Two</h2>", "Rain & hail"),
        ("<h3> </h3><h2>One</h2>", None),
    ],
)
def test_heading_levels(body, said):
    found = doubts(make_sound(body=body))

    sentence = f"The heading “{said}” is of the second level, and none of the first comes before it."
    assert found == ({"skipped-heading": sentence} if said else {})


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (TABLE.format("td"), ["table-without-headers"]),
        (TABLE.format("th"), []),
        (TABLE.format("th") + TABLE.format("td"), ["table-without-headers"]),
        (TABLE.format('th colspan="2"').replace('</th colspan="2"', "</th"), []),
        ("<table><thead><tr><td>Rain</td></tr></thead></table>", ["table-without-headers"]),
    ],
)
def test_table_without_headers(body, found):
    assert list(doubts(make_sound(body=body))) == found


def test_doubts_never_refuse():
    story = make_published(headline="RAIN " * 30, body='<h3>Rain</h3><p><a href="/never/">there</a></p>')

    assert list(doubts(story)) == [
        "no-standfirst", "long-headline", "capitals", "dead-links", "skipped-heading"
    ]  # fmt: skip
    assert story.editions.count() == 1
