"""`desk.restore`: what the working copy was, whole or a field of it, as its next version."""

import pytest

from articles import desk
from articles.models import Article
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, THE_DESK, WRITERS, may_do
from tests.factories import make_article, make_contributor, make_published, make_section, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def story():
    """A story whose second copy is nothing like its first."""
    africa = make_section(name="Africa")
    article = make_article(headline="Rain", body="<p>One.</p>", section=africa, topics=(make_topic(),))
    article.credits.create(contributor=make_contributor())
    article = Article.objects.get(pk=article.pk)
    article.headline, article.body, article.section = "Flood", "<p>Two.</p>", make_section()

    def along():
        article.topics.clear()
        article.credits.all().delete()

    desk.save(article, by=None, along=along)
    return article


def state_of(article):
    article = Article.objects.get(pk=article.pk)
    topics = [topic.name for topic in article.topics.all()]
    credits = [str(credit) for credit in article.credits.all()]
    return [article.headline, article.body, article.section.name, topics, credits, article.version]


def test_brings_back_all_of_it(story, editor):
    desk.restore(story, by=editor, version=1)

    assert state_of(story) == ["Rain", "<p>One.</p>", "Africa", ["Libya"], ["Amina Diallo (Author)"], 3]
    assert log_of(story)[-1] == entry(
        "restore", editor, "draft", "draft", details={"version": 3, "restored": 1}
    )


@pytest.mark.parametrize(
    ("field", "place"), [("headline", 0), ("body", 1), ("section", 2), ("topics", 3), ("credits", 4)]
)
def test_brings_back_one_field(story, field, place):
    before = state_of(story)

    desk.restore(story, by=None, version=1, fields=[field])

    first = ["Rain", "<p>One.</p>", "Africa", ["Libya"], ["Amina Diallo (Author)"]]
    expected = [first[at] if at == place else before[at] for at in range(5)]
    assert state_of(story) == [*expected, 3]
    assert log_of(story)[-1]["details"]["fields"] == [field]


def test_what_was_restored_over_stays_in_the_history(story):
    desk.restore(story, by=None, version=1)
    desk.restore(story, by=None, version=2)

    assert state_of(story) == ["Flood", "<p>Two.</p>", "World", [], [], 4]
    assert [copy.fields["headline"] for copy in story.revisions.all()] == ["Flood", "Rain", "Flood", "Rain"]


def test_the_address_of_a_published_story_stays():
    story = make_published(headline="Rain", slug="rain")
    story.headline = "Flood"
    desk.save(story, by=None)

    desk.restore(story, by=None, version=1)

    assert [row(story)["headline"], row(story)["slug"]] == ["Rain", "rain"]
    with refused("nothing-to-restore"):
        desk.restore(story, by=None, version=1, fields=["slug"])


def test_what_is_no_more_is_left_out(story):
    story.revisions.filter(version=1).update(
        fields={"headline": "Rain", "section": 9999, "topics": [9999], "credits": [[9999, "author", 0]]}
    )

    desk.restore(story, by=None, version=1)

    article = Article.objects.get(pk=story.pk)
    assert [article.headline, article.section, article.topics.count(), article.credits.count()] == [
        "Rain",
        None,
        0,
        0,
    ]


@pytest.mark.parametrize("version", [0, 3, 99])
def test_a_copy_that_never_was_is_refused(story, version):
    with refused("nothing-to-restore"):
        desk.restore(story, by=None, version=version)


def test_a_field_that_is_none_is_refused(story):
    with refused("nothing-to-restore"):
        desk.restore(story, by=None, version=1, fields=["state", "version"])


def test_is_refused_if_somebody_saved_meanwhile(story):
    with refused("stale") as refusals:
        desk.restore(story, by=None, version=1, seen_version=1)

    # It is pressed on a page without a form.
    assert ("form" in refusals[0].sentence, "restored" in refusals[0].sentence) == (False, True)
    assert state_of(story)[-1] == 2


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_a_draft_is_restored_by_its_writer_or_the_desk(role, whose):
    assert may_do("restore", role, whose) is ((role, whose) in THE_DESK | WRITERS)
