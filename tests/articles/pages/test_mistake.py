"""“Spotted a mistake?”: the page for it, and what is taken."""

import pytest
from django.test import Client
from django.utils import timezone

from articles import desk
from articles.models import Mistake
from tests.articles.mistakes import mark_of, path_of, send
from tests.factories import NOON, make_article, make_published, make_section, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BODY = (
    "<p>It rained on Monday. Nobody came.</p><h2>After that</h2>"
    "<ul><li><p>One of <strong>them</strong> said so.</p></li><li><p>The other did not.</p></li></ul>"
    "<blockquote><p>I was there &amp; saw it.</p></blockquote>"
)


@pytest.fixture
def rain():
    return make_published(headline="Rain", standfirst="A wet day.", body=BODY)


def stored():
    fields = ("edition__number", "paragraph", "sentence", "wrong", "email", "state")
    return list(Mistake.objects.order_by("pk").values_list(*fields))


def test_a_story_leads_to_it(rain):
    story = read(path_of(rain))

    assert "/2026/03/02/rain/mistake/" in story.attributes("a", "href")


def test_a_preview_does_not(rain, editor):
    client = Client()
    client.force_login(editor)

    assert "Spotted a mistake?" not in read(rain.get_preview_url(), client).html


def test_offers_every_sentence_by_its_paragraph(rain):
    page = read(f"{path_of(rain)}mistake/")

    assert page.texts("legend") == [
        "Which sentence is wrong?",
        "Headline",
        "Standfirst",
        "Paragraph 1",
        "Paragraph 2",
        "Paragraph 3",
        "Paragraph 4",
    ]
    assert [label for label in page.texts("label") if label.endswith(("Rain", "."))] == [
        "Rain",
        "A wet day.",
        "It rained on Monday.",
        "Nobody came.",
        "One of them said so.",
        "The other did not.",
        "I was there & saw it.",
    ]
    assert "not a safe way to send tips" in page.html


def test_is_the_same_bytes_for_everybody_and_may_be_kept(rain, editor, django_assert_num_queries):
    stranger, staff = Client(), Client()
    staff.force_login(editor)
    address = f"{path_of(rain)}mistake/"
    stranger.get(address)

    with django_assert_num_queries(1):
        page = stranger.get(address)

    assert (page.headers["Cache-Control"], page.cookies) == ("public, no-cache", {})
    assert "csrf" not in page.content.decode()
    assert staff.get(address).content == page.content


def test_a_report_is_stored_and_thanked_for(rain):
    mark = mark_of(rain.editions.get(), "Nobody")

    answer = send(rain, mark=mark, wrong="<b>Somebody</b>\r\ncame.", email="ann@reader.example")

    assert (answer.status_code, answer["Location"]) == (303, "/2026/03/02/rain/mistake/thanks/")
    assert stored() == [(1, 1, "Nobody came.", "<b>Somebody</b>\ncame.", "ann@reader.example", "open")]


def test_thanks_tell_nothing_of_anybody(rain):
    client = Client()
    answer = send(rain, client=client, email="ann@reader.example", wrong="It was Tuesday.")

    page = client.get(answer["Location"])

    html = page.content.decode()
    assert ("ann@" in html, "Tuesday" in html) == (False, False)
    assert (page.headers["Cache-Control"], page.cookies) == ("public, no-cache", {})


def test_pressing_twice_sends_once(rain):
    answers = [send(rain).status_code for _ in range(2)]

    assert (answers, len(stored())) == ([303, 303], 1)


def test_the_same_again_later_is_another_report(rain, clock):
    send(rain)
    clock.shift(60)
    send(rain)

    assert len(stored()) == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"mark": ""}, "Mark the sentence that is wrong."),
        ({"mark": None}, "Mark the sentence that is wrong."),
        ({"wrong": " \u200b "}, "Say what is wrong with the sentence."),
        ({"wrong": None}, "Say what is wrong with the sentence."),
        ({"wrong": "x" * 2001}, "You wrote 2,001 characters; 2,000 is the most."),
        ({"email": "ann"}, "This is not an e-mail address."),
        ({"email": "a@b.example\nBcc: c@d.example"}, "This is not an e-mail address."),
        ({"email": "a@b.example, c@d.example"}, "This is not an e-mail address."),
    ],
)
def test_errors_come_back_with_everything_typed_and_marked(rain, typed, sentence):
    mark = mark_of(rain.editions.get(), "Nobody")
    told = {"mark": mark, "wrong": "It was <i>Tuesday</i>.", "email": "ann@reader.example", **typed}

    answer = send(rain, **told)

    html = answer.content.decode()
    assert (answer.status_code, stored()) == (422, [])
    assert sentence in html
    assert answer.headers["Cache-Control"] == "private, no-cache"
    if "mark" not in typed:
        assert f'value="{mark}" checked' in html
    if "wrong" not in typed:
        assert "It was &lt;i&gt;Tuesday&lt;/i&gt;." in html
    if "email" not in typed:
        assert 'value="ann@reader.example"' in html


def test_a_longest_report_is_taken(rain):
    assert send(rain, wrong="ä" * 2000).status_code == 303


@pytest.mark.parametrize("change", ["minor", "correction"])
def test_a_story_that_changed_meanwhile_takes_a_report_on_what_was_read(rain, clock, change):
    mark = mark_of(rain.editions.get(), "Nobody")
    clock.shift(300)
    rain.body = "<p>It rained on Tuesday.</p>"
    rain.save()
    publish(rain, change=change, note="It was Tuesday.")

    send(rain, mark=mark)

    assert [report[:3] for report in stored()] == [(1, 1, "Nobody came.")]


def test_what_was_marked_in_an_earlier_version_stays_marked_on_an_error(rain, clock):
    mark = mark_of(rain.editions.get(), "Nobody")
    clock.shift(300)
    rain.body = "<p>It rained on Tuesday.</p>"
    rain.save()
    publish(rain, change="minor")

    html = send(rain, mark=mark, wrong="").content.decode()

    assert f'value="{mark}" checked' in html
    # Of the version that was replaced no other word comes back.
    assert ("As it stood before" in html, "Nobody came." in html, "Monday" in html) == (True, True, False)


def voided(rain):
    edition = publish(rain, change="minor")
    desk.undo(rain, by=None)
    return edition


def test_a_version_that_never_stood_can_not_be_reported_on(rain, clock):
    clock.shift(300)
    rain.body = "<p>A secret word.</p>"
    rain.save()
    editions = [voided(rain), publish(rain, change="minor", at=NOON.replace(hour=20))]
    marks = [mark_of(edition, "secret") for edition in editions]

    answers = [send(rain, mark=mark) for mark in marks]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert ["secret" in answer.content.decode() for answer in answers] == [False, False]
    assert stored() == []


def test_the_notice_of_a_story_that_came_back_can_not_be_reported_on(rain, clock):
    clock.shift(300)
    notice = desk.withdraw(rain, by=None, note="Wrong.", ground="legal", names_story=True)
    clock.shift(300)
    publish(rain, change="update")

    assert send(rain, mark=mark_of(notice, "Rain")).status_code == 422


@pytest.mark.parametrize(
    "made_up",
    [
        lambda mark: mark[:-1] + ("0" if mark[-1] != "0" else "1"),
        lambda mark: "2" + mark[1:],
        lambda mark: "-" + mark,
        lambda mark: "1-",
        lambda mark: "٣-" + mark[2:],
        lambda mark: "9" * 400 + mark[1:],
        lambda mark: "<script>",
        lambda mark: "1-\x00",
    ],
)
def test_a_made_up_mark_marks_nothing(rain, made_up):
    mark = mark_of(rain.editions.get(), "Nobody")

    answer = send(rain, mark=made_up(mark))

    assert (answer.status_code, stored()) == (422, [])


def test_a_mark_of_another_story_marks_nothing(rain):
    other = make_published(headline="Rain", standfirst="A wet day.", body=BODY)

    assert send(rain, mark=mark_of(other.editions.get(), "Nobody")).status_code == 422


def test_hostile_words_of_a_story_stay_words(rain):
    story = make_published(headline="<script>x</script> & co", body="<p>1 &lt; 2 &amp; 3.</p>")

    page = read(f"{path_of(story)}mistake/")

    assert ("<script>x" in page.html, "1 &lt; 2 &amp; 3." in page.html) == (False, True)


def test_a_former_address_leads_to_the_present_one(rain):
    desk.rename(rain, by=None, slug="storm")

    answer = Client().get("/2026/03/02/rain/mistake/")

    assert (answer.status_code, answer["Location"]) == (301, "/2026/03/02/storm/mistake/")
    assert send(rain, path="/2026/03/02/rain/mistake/").status_code == 303


def test_there_is_none_for_a_story_that_nobody_can_read(rain, clock):
    make_article(slug="secret")
    publish(make_article(slug="later"), at=NOON.replace(hour=20))
    desk.withdraw(rain, by=None, note="Wrong.", ground="legal")

    paths = [f"/2026/03/02/{slug}/" for slug in ("rain", "later", "secret")]

    assert [read(f"{path}mistake/").status for path in paths] == [410, 404, 404]
    assert [read(f"{path}mistake/thanks/").status for path in paths] == [410, 404, 404]


def test_what_was_typed_comes_back_from_a_story_taken_down_meanwhile(rain, clock):
    mark = mark_of(rain.editions.get(), "Nobody")
    clock.shift(300)
    desk.withdraw(rain, by=None, note="Wrong.", ground="legal")

    answer = send(rain, mark=mark, wrong="It was <b>Tuesday</b>.")

    html = answer.content.decode()
    assert (answer.status_code, stored()) == (410, [])
    assert "It was &lt;b&gt;Tuesday&lt;/b&gt;." in html
    # The notice does not name the story, and nor does this.
    assert "Rain" not in html


def test_what_was_typed_comes_back_where_there_is_no_story(rain):
    answer = send(rain, path="/2026/03/02/snow/mistake/")

    assert (answer.status_code, "It was Tuesday." in answer.content.decode()) == (404, True)


def test_a_story_or_section_may_be_called_mistake():
    make_published(headline="Mistake")
    make_section(name="Mistake", parent=make_section())

    assert [read(path).status for path in ("/2026/03/02/mistake/", "/world/mistake/")] == [200, 200]
    assert timezone.now() == NOON
