"""The page of corrections, as readers find it."""

from datetime import timedelta

import pytest

from articles import desk
from tests.factories import NOON, make_published, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PATH = "/corrections/"


def make_corrected(*, headline="Rain", note="It was Benghazi.", change="correction", **fields):
    article = make_published(headline=headline, on=NOON - timedelta(days=2), **fields)
    publish(article, change=change, note=note)
    return article


def test_says_what_was_wrong_with_which_story_and_when(clock):
    make_corrected(headline="Rain", slug="rain")
    clock.shift(3600)
    make_corrected(headline="Hail", change="clarification", note="Of the size of\na pea.")

    page = read(PATH)

    assert (page.status, page.texts("h1")) == (200, ["Corrections"])
    assert page.texts("article", "correction") == [
        "Clarification Hail Of the size ofa pea. 2 March 2026, 13:00 EET What changed in “Hail”",
        "Correction Rain It was Benghazi. 2 March 2026, 12:00 EET What changed in “Rain”",
    ]
    links = page.attributes("a", "href")
    assert ("/2026/02/28/rain/" in links, "/2026/02/28/rain/changes/2/" in links) == (True, True)
    assert page.attributes("time", "datetime") == ["2026-03-02T13:00:00+02:00", "2026-03-02T12:00:00+02:00"]


def test_says_in_a_sentence_that_there_are_none():
    make_published()

    assert read(PATH).texts("p", "empty") == [
        "No corrections so far. Where a story turns out to be wrong or unclear, this page will say so."
    ]


def test_what_came_back_after_a_notice_has_nothing_to_compare():
    article = make_published(headline="Rain")
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    publish(article, change="correction", note="It was Benghazi.")

    assert read(PATH).texts("article", "correction") == [
        "Correction Rain It was Benghazi. 2 March 2026, 12:00 EET"
    ]


def test_a_page_holds_twenty_and_leads_on_to_the_rest(clock):
    for number in range(45):
        make_corrected(headline=f"Story {number}")
        # Two at an instant, so that the key has to tell them apart.
        clock.shift(number % 2)

    seen, path, sizes = [], PATH, []
    while path:
        page = read(path)
        sizes.append(len(page.headlines))
        seen += page.headlines
        older = [href for href in page.attributes("a", "href") if href.startswith("?older=")]
        path = f"{PATH}{older[0]}" if older else ""

    assert (seen, sizes) == ([f"Story {number}" for number in reversed(range(45))], [20, 20, 5])


def test_a_page_is_the_same_when_corrections_came_meanwhile():
    for number in range(25):
        make_corrected(headline=f"Story {number}")
    older = next(href for href in read(PATH).attributes("a", "href") if href.startswith("?older="))
    before = read(f"{PATH}{older}").headlines
    make_corrected(headline="New")

    assert (before, read(f"{PATH}{older}").headlines) == ([f"Story {n}" for n in (4, 3, 2, 1, 0)], before)


@pytest.mark.parametrize("token", ["x", "1", "-", "1-x", f"{'9' * 30}-1", f"1-{'9' * 30}", "%00"])
def test_a_token_that_nobody_handed_out_is_no_address_or_an_empty_page(token):
    assert read(f"{PATH}?older={token}").status in {200, 404}


def test_older_pages_are_not_for_search_engines():
    for _ in range(21):
        make_corrected()

    older = next(href for href in read(PATH).attributes("a", "href") if href.startswith("?older="))

    assert "noindex" not in read(PATH).html
    assert 'name="robots" content="noindex' in read(f"{PATH}{older}").html


@pytest.mark.parametrize("count", [1, 3])
def test_takes_one_query(count, django_assert_num_queries):
    for _ in range(count):
        make_corrected()
    read(PATH)

    with django_assert_num_queries(1):
        read(PATH)


def test_is_found_from_the_foot_of_every_page_and_leads_to_its_feed():
    assert PATH in read("/").attributes("a", "href")
    page = read(PATH)
    assert page.attributes("link", "type") == ["image/svg+xml", "application/atom+xml"]
    assert [href for href in page.attributes("link", "href") if "feed" in href] == ["/corrections/feed/"]


def test_right_to_left_words_say_so():
    make_corrected(language="ar")

    assert '<div class="teaser-words" lang="ar" dir="rtl">' in read(PATH).html


def test_hostile_words_are_shown_as_words():
    make_corrected(headline='"><script>alert(1)</script>', note='"><script>alert(2)</script>')

    page = read(PATH)

    assert "<script>" not in page.html
    assert page.texts("p", "teaser-summary") == ['"><script>alert(2)</script>']
