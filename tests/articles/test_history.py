"""`Revision`: a copy for each deliberate save, and what the story was before the first that was made here."""

from uuid import uuid4

import pytest

from articles import desk
from articles.desk.fields import COLUMNS, fields_of, put_columns, put_relations
from articles.models import Article, Revision
from tests.factories import NOON, make_article, make_contributor, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def copies(article):
    return [
        (copy.version, copy.fields["headline"], copy.saved_by_name, copy.saved_at)
        for copy in article.revisions.order_by("version")
    ]


def test_each_save_is_a_copy(reporter, editor, clock):
    article = desk.start(Article(headline="Rain"), by=reporter)
    clock.shift(60)
    article.headline = "Flood"
    desk.save(article, by=editor)

    assert [copy[:3] for copy in copies(article)] == [
        (1, "Rain", "Amina Diallo"),
        (2, "Flood", "Edgar Stone"),
    ]
    assert [copy[3].timestamp() - NOON.timestamp() for copy in copies(article)] == [0, 60]


def test_what_was_loaded_is_kept_before_it_is_written_over(reporter):
    article = make_article(headline="Rain", by=reporter)
    article.headline = "Flood"

    desk.save(article, by=None)

    assert [copy[:3] for copy in copies(article)] == [
        (1, "Rain", "Amina Diallo"),
        (2, "Flood", "The system"),
    ]


def test_topics_and_credits_are_as_they_were_saved():
    article = make_article(topics=(make_topic(),))
    niger, amina = make_topic(name="Niger"), make_contributor()

    def along():
        article.topics.set([niger])
        article.credits.create(contributor=amina, role="editor", order=3)

    desk.save(article, by=None, along=along)

    newest, oldest = article.revisions.all()
    assert [newest.fields["topics"], newest.fields["credits"]] == [[niger.pk], [[amina.pk, "editor", 3]]]
    assert [oldest.fields["topics"], oldest.fields["credits"]] == [[make_topic().pk], []]


def test_remembers_the_form_it_was_written_in():
    article, sitting = make_article(), uuid4()

    desk.save(article, by=None, sitting=sitting)

    assert Revision.objects.get(version=2).sitting == sitting


@pytest.mark.parametrize("due_at", [None, NOON])
def test_a_copy_holds_all_that_can_be_written(due_at):
    article = make_article(
        **{
            name: name
            for name in COLUMNS
            if name not in {"headline", "body", "section", "assignee", "due_at"}
        },
        due_at=due_at,
        assignee=make_user(),
        topics=(make_topic(),),
    )
    article.credits.create(contributor=make_contributor())
    fields = fields_of(article)
    blank = make_article(section=article.section)

    put_columns(blank, fields)
    blank.save()
    put_relations(blank, fields)

    assert fields_of(Article.objects.get(pk=blank.pk)) == fields
    assert fields.keys() == {*COLUMNS, "topics", "credits"}
