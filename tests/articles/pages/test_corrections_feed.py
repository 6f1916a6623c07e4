"""The feed of corrections, as a feed reader reads it."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from articles import desk
from articles.models import Edition
from tests.factories import NOON, make_article, make_published, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

PATH = "/corrections/feed/"
ATOM = "{http://www.w3.org/2005/Atom}"


def make_corrected(*, note="It was Benghazi.", **fields):
    article = make_published(**fields)
    publish(article, change="correction", note=note)
    return article


def fetch():
    return ElementTree.fromstring(read(PATH).response.content)  # noqa: S314 (it is our own)


def entries():
    """Each as a dict of its parts, links by where they lead."""
    return [
        {part.tag.removeprefix(ATOM): part.text or part.get("href") for part in entry}
        for entry in fetch().iter(f"{ATOM}entry")
    ]


def test_tells_of_each_correction():
    article = make_corrected(headline="Rain & hail", slug="rain")
    uid = entries()[0]["id"]

    assert entries() == [
        {
            "title": "Correction: Rain & hail",
            "link": "http://testserver/2026/03/02/rain/changes/2/",
            "published": "2026-03-02T10:00:00+00:00",
            "updated": "2026-03-02T10:00:00+00:00",
            "id": uid,
            "summary": "<p>It was Benghazi.</p>",
        }
    ]
    desk.rename(article, by=None, slug="hail")
    assert (entries()[0]["id"], entries()[0]["link"]) == (
        uid,
        "http://testserver/2026/03/02/hail/changes/2/",
    )


def test_each_has_an_id_of_its_own(clock):
    for article in (make_corrected(), make_corrected()):
        publish(article, change="clarification", note="Eastern Benghazi.")

    ids = [entry["id"] for entry in entries()]

    assert (len(ids), len({*ids}), {each[:9] for each in ids}) == (4, 4, {"urn:uuid:"})


def test_says_what_it_is_a_feed_of(clock):
    clock.shift(3600)
    make_corrected()

    feed = fetch()

    said = {part.tag.removeprefix(ATOM): part.text for part in feed if part.tag != f"{ATOM}link"}
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert (said["title"], said["updated"]) == ("Corrections – The Newsroom", "2026-03-02T11:00:00+00:00")
    assert links == {
        "alternate": "http://testserver/corrections/",
        "self": "http://testserver/corrections/feed/",
    }
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "The Newsroom"


@pytest.mark.parametrize("count", [0, 1])
def test_may_be_kept_if_it_is_asked_for_again_each_time(count, clock):
    for _ in range(count):
        make_corrected()
    first = read(PATH)
    clock.shift(3600)

    again = read(PATH, headers={"If-None-Match": first.response.headers["ETag"]})

    assert first.response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first.response.headers["Cache-Control"] == "public, no-cache"
    assert (first.response.cookies, again.status, again.html) == ({}, 304, "")


HOSTILE = "ab\x0bc\ufffe d <script>x</script> ]]> &amp; “é” \U0001f327"


def test_no_word_breaks_the_xml():
    article = make_published(slug="rain")
    Edition.objects.update(headline=HOSTILE)
    publish(article, change="correction", note="x")
    Edition.objects.update(headline=HOSTILE, note=HOSTILE)

    entry = entries()[0]

    assert entry["title"] == "Correction: abc d <script>x</script> ]]> &amp; “é” \U0001f327"
    assert entry["summary"] == ("<p>abc d &lt;script&gt;x&lt;/script&gt; ]]&gt; &amp;amp; “é” \U0001f327</p>")


def test_a_correction_with_nothing_to_compare_leads_to_its_story():
    article = make_published(slug="rain")
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")
    publish(article, change="correction", note="It was Benghazi.")

    assert [entry["link"] for entry in entries()] == ["http://testserver/2026/03/02/rain/"]


def test_holds_the_newest_twenty(clock):
    for number in range(22):
        make_corrected(headline=f"Story {number}")
        clock.shift(60)

    assert [entry["title"] for entry in entries()] == [
        f"Correction: Story {number}" for number in range(21, 1, -1)
    ]


def test_nothing_to_come_and_nothing_gone_is_in_it():
    publish(make_published(headline="Soon"), change="correction", note="Soon.", at=NOON + timedelta(hours=1))
    desk.withdraw(make_corrected(headline="Down"), by=None, note="Gone.", ground="legal")
    make_article(headline="Draft")

    assert entries() == []


@pytest.mark.parametrize("count", [1, 3])
def test_takes_one_query(count, django_assert_num_queries):
    for _ in range(count):
        make_corrected()

    with django_assert_num_queries(1):
        read(PATH)


def test_is_only_read(client):
    assert [client.head(PATH).status_code, client.post(PATH).status_code] == [200, 405]
