"""The verb `expunge`: what it blanks, what stays sound, and what the log says of it."""

from datetime import timedelta

import pytest

from articles import body, desk
from articles.comparing import compare
from articles.models import ArticleCredit, Contributor, Topic
from tests.articles.records import entry, log_of, row
from tests.factories import NOON, make_article, make_contributor, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SECOND = timedelta(seconds=1)
WHY = "An order of the court."
AMINA = "Amina Diallo"


def expunge(story, words=AMINA, by=None, **options):
    return desk.expunge(story, by=by, words=words, reason=WHY, **options)


def test_log_says_who_when_why_and_how_often_and_never_what(administrator):
    story = make_article(headline="Amina Diallo wins", standfirst="For Amina Diallo.", by=administrator)

    count = expunge(story, by=administrator)

    details = {"version": 2, "places": 2}
    assert (count, log_of(story)) == (
        2,
        [entry("expunge", administrator, "draft", "draft", reason=WHY, details=details)],
    )


def test_the_story_in_hand_has_the_words_no_more():
    story = make_article(headline="Amina Diallo wins")

    expunge(story, replacement="A woman")

    assert (story.headline, story.version) == ("A woman wins", 2)


def test_a_headline_of_nothing_else_is_not_empty_afterwards():
    story = make_published(headline=AMINA)

    expunge(story)

    edition = story.editions.get()
    assert (edition.headline, edition.title_for_search) == ("[removed]", "[removed]")


def test_what_readers_have_is_rendered_from_what_is_left():
    text = "<p></p><p>It was <strong>Amina Diallo</strong>, she said.</p>"
    story = make_published(body=text)

    expunge(story)

    edition = story.editions.get()
    assert edition.body == "<p></p><p>It was <strong>[removed]</strong>, she said.</p>"
    assert (edition.body_html, edition.rendered_by) == (body.render(edition.body), body.RENDERER)


def test_an_opening_that_was_cut_off_within_the_name_is_made_anew():
    story = make_published(body=f"<p>{'x' * 290} Amina Diallo wins.</p>")
    assert story.editions.get().opening.endswith("Amina Di…")

    expunge(story)

    assert story.editions.get().opening == f"{'x' * 290} [removed…"


def test_versions_that_are_scheduled_or_void_lose_them_too(clock):
    story = make_published(headline="Amina Diallo wins")
    clock.shift(1)
    publish(story, change="update")
    desk.undo(story, by=None)
    publish(story, at=NOON + timedelta(hours=1), change="minor")

    expunge(story)

    headlines = story.editions.values_list("headline", "voided_at", "live_from")
    assert list(headlines) == [
        ("[removed] wins", None, NOON),
        ("[removed] wins", NOON + SECOND, NOON + SECOND),
        ("[removed] wins", None, NOON + timedelta(hours=1)),
    ]


def test_spans_and_numbers_of_versions_stay():
    story = make_published(headline="Amina Diallo wins")
    publish(story, change="update")
    spans = ("number", "change", "live_from", "live_until", "first_published_at", "updated_at", "voided_at")
    before = list(story.editions.values(*spans))

    expunge(story)

    assert list(story.editions.values(*spans)) == before


def test_a_version_without_unpublished_changes_has_none_afterwards(clock):
    story = make_published(headline="Amina Diallo wins")

    expunge(story)

    assert story.editions.get().struck_version == story.version == 2


def test_whoever_is_named_so_is_credited_no_more():
    amina, edgar = make_contributor(name=AMINA), make_contributor(name="Edgar Stone")
    story = make_article()
    for person in (amina, edgar):
        ArticleCredit.objects.create(article=story, contributor=person)
    publish(story)

    expunge(story)

    edition = story.editions.get()
    assert (edition.byline, edition.byline_html) == (
        "By [removed] and Edgar Stone",
        'By [removed] and <a href="/by/edgar-stone/">Edgar Stone</a>',
    )
    assert [credit.contributor for credit in (*story.credits.all(), *edition.credits.all())] == [edgar, edgar]
    assert Contributor.objects.count() == 2


def test_part_of_a_name_is_enough_to_be_credited_no_more():
    story = make_article()
    ArticleCredit.objects.create(article=story, contributor=make_contributor(name=AMINA))
    publish(story)

    expunge(story, words="diallo")

    assert (story.editions.get().byline, story.credits.count()) == ("By Amina [removed]", 0)


def test_a_topic_of_the_name_is_the_storys_no_more():
    topic = Topic.objects.create(name=AMINA, slug="amina-diallo")
    story = make_published(topics=(topic,))

    expunge(story)

    edition = story.editions.get()
    assert (edition.topics_html, edition.topics.count(), story.topics.count()) == ("[removed]", 0, 0)


def test_no_comparison_of_copies_names_them(editor):
    story = make_article(headline="Rain", by=editor)
    topic = Topic.objects.create(name=AMINA, slug="amina-diallo")
    story.topics.add(topic)
    ArticleCredit.objects.create(article=story, contributor=make_contributor(name=AMINA))
    desk.save(story, by=editor)
    story.headline = "Amina Diallo wins"
    story.topics.clear()
    story.credits.all().delete()
    desk.save(story, by=editor)

    expunge(story)

    first, last = story.revisions.last(), story.revisions.first()
    compared = compare(first.fields, last.fields)
    assert [(each.name, [run.text for run in each.runs]) for each in compared] == [
        ("headline", ["Rain", "[removed] wins"])
    ]


def test_its_address_is_another_and_the_old_one_is_not_found(client):
    story = make_published(headline="Amina Diallo wins")
    assert client.get("/2026/03/02/amina-diallo-wins/").status_code == 200

    expunge(story)

    assert list(story.addresses.values_list("path", "is_current")) == [("/2026/03/02/removed-wins/", True)]
    assert story.slug == "removed-wins"
    assert client.get("/2026/03/02/amina-diallo-wins/").status_code == 404
    assert client.get("/2026/03/02/removed-wins/").status_code == 200


def test_addresses_that_would_be_the_same_are_numbered():
    make_published(headline="Removed wins")
    story = make_published(headline="Amina Diallo wins")
    desk.rename(story, by=None, slug="diallo-amina-diallo-wins")
    desk.rename(story, by=None, slug="amina_diallo-wins")

    expunge(story)

    assert sorted(story.addresses.values_list("path", "is_current")) == [
        ("/2026/03/02/diallo-removed-wins/", False),
        ("/2026/03/02/removed-wins-2/", False),
        ("/2026/03/02/removed-wins-3/", True),
    ]


def test_columns_are_never_filled_beyond_their_length():
    story = make_article(kicker=f"{'Amina Diallo, ' * 4}Ann", slugline="Amina Diallo " * 4)

    expunge(story, replacement="somebody who has asked not to be named at all")

    assert len(row(story)["kicker"]) == 60
    assert "iallo" not in row(story)["kicker"] + row(story)["slugline"]


def test_cutting_a_column_off_does_not_bring_the_words_back():
    story = make_article(kicker=f"Amina Diallo {'x' * 29} Amina Diallox")

    expunge(story, replacement="[taken out]  ")

    assert row(story)["kicker"] == f"[taken out] {'x' * 29} Amina Diallox"


def test_codes_are_nobodys_words():
    story = make_published(headline="News of a draft in English: en, news")
    desk.save(story, by=None)

    for words in ("news", "en", "draft", "filed"):
        desk.expunge(make_article(headline=f"So {words}"), by=None, words=words, reason=WHY)
        if words != "filed":
            expunge(story, words=words)

    revision = story.revisions.first()
    assert (revision.fields["language"], revision.fields["kind"], row(story)["kind"]) == (
        "en",
        "news",
        "news",
    )
    assert {each["from_state"] for each in log_of(story)} == {"draft"}
    assert log_of(story)[0]["details"]["skipped"] == ["filed", "ready"]
