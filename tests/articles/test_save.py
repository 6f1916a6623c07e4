"""`desk.save`: the words as they are now, as the next version."""

import pytest

from articles import desk
from articles.models import Article
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, THE_DESK, WRITERS, may_do
from tests.factories import make_article, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_writes_the_words_as_the_next_version(reporter):
    article = make_article(by=reporter)
    article.headline, article.ednote = "Rain in Tripoli", "Call the harbour."

    desk.save(article, by=reporter)

    stored = row(article)
    assert [stored["headline"], stored["ednote"], stored["version"], article.version] == [
        "Rain in Tripoli",
        "Call the harbour.",
        2,
        2,
    ]
    assert log_of(article) == [entry("save", reporter, "draft", "draft", details={"version": 2})]


def test_the_body_is_clean_once_it_is_stored(reporter):
    article = make_article(by=reporter)
    article.body = "<p onclick='steal()'>Rain</p><script>steal()</script>"

    desk.save(article, by=reporter)

    assert row(article)["body"] == "<p>Rain</p>"


def test_refuses_to_overwrite_what_somebody_saved_meanwhile(reporter, editor):
    mine = make_article(by=reporter, headline="Rain")
    theirs = Article.objects.get(pk=mine.pk)
    theirs.headline = "Heavy rain"
    desk.save(theirs, by=editor, seen_version=1)
    mine.headline = "Light rain"

    with refused("stale"):
        desk.save(mine, by=reporter, seen_version=1)

    assert (mine.headline, mine.version, row(mine)["headline"]) == ("Light rain", 1, "Heavy rain")


def test_overwrites_when_nobody_says_what_they_saw(reporter, editor):
    mine = make_article(by=reporter, headline="Rain")
    desk.save(Article.objects.get(pk=mine.pk), by=editor)
    mine.headline = "Light rain"

    desk.save(mine, by=reporter)

    assert (row(mine)["headline"], row(mine)["version"]) == ("Light rain", 3)


def test_sets_the_slug_of_a_story_that_has_no_address():
    article = make_article(slug="rain")
    article.slug = "downpour"

    desk.save(article, by=None)

    assert row(article)["slug"] == "downpour"


def test_leaves_the_slug_of_a_published_story_alone():
    article = make_published(slug="rain")
    article.slug = "downpour"

    desk.save(article, by=None)

    assert row(article)["slug"] == "rain"


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_a_draft_is_saved_by_its_writer_or_the_desk(role, whose):
    assert may_do("save", role, whose) is ((role, whose) in THE_DESK | WRITERS)


@pytest.mark.parametrize("state", ["filed", "ready"])
@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_what_was_handed_over_is_saved_by_the_desk_alone(role, whose, state):
    assert may_do("save", role, whose, state=state) is ((role, whose) in THE_DESK)
