"""What changed: two versions of a story, for readers to compare."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import ArticleCredit
from tests.factories import NOON, make_article, make_contributor, make_published, make_section, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

RAIN = "/2026/03/02/rain/"
BODY = "<p>It rained. It rained in Tripoli on Monday. Nobody minded.</p><p>It will rain again.</p>"


def make_rain(**fields):
    return make_published(**{"headline": "Rain", "slug": "rain", "body": BODY, **fields})


def rewrite(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    desk.save(article, by=None)


def correct(article, *, change="correction", note="It was Benghazi.", **fields):
    rewrite(article, **fields)
    return publish(article, change=change, note=note)


def parts(page):
    """The words of each part, with what was removed and added in brackets, as one hears them."""
    return page.texts("section", "changed-part")


def test_marks_words_in_the_sentence_that_changed_and_counts_the_others(clock):
    article = make_rain()
    clock.shift(3600)
    correct(article, body=BODY.replace("Tripoli", "Benghazi"))

    page = read(f"{RAIN}changes/2/")

    assert (page.status, page.texts("h1")) == (200, ["What changed"])
    assert parts(page) == [
        "Text 1 sentence is unchanged. It rained in [removed: Tripoli] [added: Benghazi] on Monday. "
        "2 sentences are unchanged."
    ]
    assert (page.texts("del")[1:], page.texts("ins")[1:]) == (["[removed: Tripoli]"], ["[added: Benghazi]"])
    assert page.texts("p", "changes-note") == ["It was Benghazi."]
    assert page.texts("p", "facts") == [
        "Changed 2 March 2026, 13:00 EET Compared with the version of 2 March 2026, 12:00 EET"
    ]


def test_marks_whole_sentences_that_came_or_went():
    article = make_rain()
    correct(article, body="<p>It rained in Tripoli on Monday. Nobody minded.</p><p>Or so they say.</p>")

    assert parts(read(f"{RAIN}changes/2/")) == [
        "Text [removed: It rained.] 2 sentences are unchanged. [removed: It will rain again.] "
        "[added: Or so they say.]"
    ]


def test_marks_whatever_else_the_page_of_the_story_shows():
    article = make_rain(kicker="Weather", standfirst="It poured.", source="AP")
    article.section = make_section(name="Sport")
    ArticleCredit.objects.create(article=article, contributor=make_contributor(name="Dio"))
    correct(article, headline="Hail", kicker="", standfirst="It hailed.", dateline="Benghazi", source="ANSA")

    assert parts(read(f"{RAIN}changes/2/")) == [
        "Section [removed: World] [added: Sport]",
        "Above the headline [removed: Weather]",
        "Headline [removed: Rain] [added: Hail]",
        "Summary It [removed: poured] [added: hailed] .",
        "Byline [added: By Dio]",
        "Place [added: Benghazi]",
        "Source [removed: AP] [added: ANSA]",
    ]


def test_says_so_where_only_the_note_is_new():
    correct(make_rain())

    page = read(f"{RAIN}changes/2/")

    assert (page.status, parts(page)) == (200, [])
    assert page.texts("p", "changes-key") == ["The words of the story are as they were."]


@pytest.mark.parametrize(
    ("change", "note", "status"),
    [
        ("minor", "Not for readers.", 404),
        ("update", "", 404),
        ("update", "More came in.", 200),
        ("correction", "It was Benghazi.", 200),
        ("clarification", "In the east.", 200),
    ],
)
def test_is_there_for_changes_that_readers_are_told_about(change, note, status):
    correct(make_rain(), change=change, note=note)

    assert read(f"{RAIN}changes/2/").status == status


def test_compares_with_the_version_before_whatever_it_was(clock):
    article = make_rain()
    for headline, change in (("Drizzle", "minor"), ("Hail", "correction"), ("Snow", "minor")):
        clock.shift(3600)
        correct(article, change=change, headline=headline)

    page = read(f"{RAIN}changes/3/")

    assert parts(page) == ["Headline [removed: Drizzle] [added: Hail]"]
    assert page.texts("p", "standfirst") == ["Snow"]


def test_what_was_undone_is_never_compared(clock):
    article = make_rain()
    clock.shift(60)
    correct(article, headline="Secret")
    desk.undo(article, by=None)
    correct(article, headline="Hail")

    assert [read(f"{RAIN}changes/2/").status, read(f"{RAIN}changes/3/").status] == [404, 200]
    assert "Secret" not in read(f"{RAIN}changes/3/").html


def test_a_scheduled_correction_is_compared_from_its_very_instant(clock):
    article = make_rain()
    rewrite(article, headline="Hail")
    publish(article, change="correction", note="Soon.", at=NOON + timedelta(hours=1))
    clock.move_to(NOON + timedelta(hours=1) - timedelta(microseconds=1))
    before = read(f"{RAIN}changes/2/").status
    clock.move_to(NOON + timedelta(hours=1))

    assert (before, read(f"{RAIN}changes/2/").status) == (404, 200)


def test_scheduled_and_absent_versions_are_one_and_the_same_page():
    article = make_rain()
    publish(article, change="correction", note="Soon.", at=NOON + timedelta(hours=1))

    assert read(f"{RAIN}changes/2/").html == read(f"{RAIN}changes/9/").html


def test_nothing_is_compared_before_or_across_a_notice(clock):
    article = make_rain()
    for verb in (correct, take_down, correct, correct):
        clock.shift(3600)
        verb(article)

    assert [read(f"{RAIN}changes/{number}/").status for number in range(1, 6)] == [404, 404, 404, 404, 200]
    assert "changes/" in read(RAIN).html
    assert "changes/4/" not in read(RAIN).html


def take_down(article):
    desk.withdraw(article, by=None, note="It was wrong.", ground="retraction")


def test_answers_gone_with_the_notice_while_the_story_is_down():
    article = make_rain()
    correct(article, headline="Hail")
    take_down(article)

    page = read(f"{RAIN}changes/2/")

    assert (page.status, page.texts("div", "story-body")) == (410, ["It was wrong."])
    assert "Hail" not in page.html


def test_answers_gone_when_the_story_has_come_to_its_end(clock):
    article = make_rain()
    rewrite(article, headline="Hail")
    publish(article, change="correction", note="Hm.", expires_at=NOON + timedelta(hours=1))
    clock.shift(3600)

    page = read(f"{RAIN}changes/2/")

    assert (page.status, "Hail" in page.html) == (410, False)


def test_former_address_leads_to_the_same_comparison_under_the_present_one():
    article = make_rain()
    correct(article)
    desk.rename(article, by=None, slug="hail")

    moved = read(f"{RAIN}changes/2/")

    assert (moved.status, moved.response.headers["Location"]) == (301, "/2026/03/02/hail/changes/2/")


def test_address_of_any_shape_has_its_changes():
    article = make_rain()
    correct(article)
    article.addresses.update(path="/news/old-site-story.html/")

    assert read("/news/old-site-story.html/changes/2/").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/world/changes/2/",
        "/2026/03/02/nothing/changes/2/",
        f"{RAIN}changes/",
        f"{RAIN}changes/0/",
        f"{RAIN}changes/-1/",
        f"{RAIN}changes/{'9' * 30}/",
        f"{RAIN}changes/{'9' * 5000}/",
        "/2026/03/02/rain%00/changes/2/",
    ],
)
def test_where_there_is_nothing_to_compare_there_is_no_page(path):
    correct(make_rain())

    assert read(path).status == 404


def test_a_story_that_readers_have_never_seen_has_no_changes():
    article = make_article(slug="rain")
    publish(article, at=NOON + timedelta(hours=1))

    assert read(f"{RAIN}changes/1/").status == 404


def test_tells_search_engines_to_read_the_story_instead():
    correct(make_rain())

    html = read(f"{RAIN}changes/2/").html

    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{RAIN}">' in html


@pytest.mark.parametrize("count", [1, 12])
def test_takes_three_queries(count, clock, django_assert_num_queries):
    article = make_rain()
    for number in range(count):
        clock.shift(60)
        correct(article, headline=f"Rain {number}")
    read(f"{RAIN}changes/2/")

    with django_assert_num_queries(3):
        read(f"{RAIN}changes/2/")


def test_may_be_kept_if_it_is_asked_for_again_each_time(client, editor):
    correct(make_rain(), headline="Hail")
    first = read(f"{RAIN}changes/2/")
    client.force_login(editor)

    again = read(f"{RAIN}changes/2/", headers={"If-None-Match": first.response.headers["ETag"]})

    assert first.response.headers["Cache-Control"] == "public, no-cache"
    assert (first.response.cookies, again.status) == ({}, 304)
    assert read(f"{RAIN}changes/2/", client).html == first.html


def test_hostile_words_are_shown_as_words():
    hostile = '"><script>alert(1)</script>'
    article = make_rain(headline=hostile, source=hostile)
    correct(article, kicker=hostile, note=hostile, body="<p>&lt;script&gt;alert(2)&lt;/script&gt;</p>")

    page = read(f"{RAIN}changes/2/")

    assert "<script>" not in page.html
    assert "[added: <script>alert(2)</script>]" in parts(page)[-1]


def test_markup_that_changed_is_said_in_words():
    article = make_rain(body="<p>It rained in Tripoli.</p>")
    correct(article, body='<p>It rained in <a href="/x/">Tripoli</a>.</p>')

    assert parts(read(f"{RAIN}changes/2/")) == [
        "Text It rained in [removed: Tripoli] [added: Tripoli (link to /x/)] ."
    ]


def test_right_to_left_words_say_so():
    correct(make_rain(language="ar"), headline="مطر")

    assert '<p class="changed" lang="ar" dir="rtl">' in read(f"{RAIN}changes/2/").html


def test_a_story_may_be_found_at_an_address_that_looks_like_one_of_changes(client):
    story = make_published(headline="Rain")
    story.addresses.update(path="/blog/changes/2016/")

    assert "<h1>Rain</h1>" in client.get("/blog/changes/2016/").content.decode()
    assert client.get("/blog/changes/2017/").status_code == 404
