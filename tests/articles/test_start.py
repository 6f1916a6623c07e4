"""`desk.start`: a new working copy, which belongs to whoever began it."""

import pytest

from articles import desk
from articles.models import Article
from tests.articles.records import entry, log_of, refused
from tests.factories import make_section, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def new_article(**fields):
    return Article(headline="Rain in Tripoli", section=make_section(), **fields)


def test_stores_a_draft_of_the_person_who_began_it(reporter):
    article = desk.start(new_article(), by=reporter)

    stored = Article.objects.get()
    assert (stored, stored.created_by, stored.state, stored.version) == (article, reporter, "draft", 1)
    assert log_of(article) == [entry("start", reporter, "", "draft")]


def test_nobody_begins_a_story_in_anothers_name_or_half_way_along(reporter, editor):
    desk.start(new_article(created_by=editor, state="ready", version=9), by=reporter)

    stored = Article.objects.get()
    assert (stored.created_by, stored.state, stored.version) == (reporter, "draft", 1)


def test_the_system_may_begin_one():
    article = desk.start(new_article(), by=None)

    assert log_of(article) == [entry("start", None, "", "draft")]


@pytest.mark.parametrize("role", ["moderator", ""])
def test_is_refused_to_those_who_do_not_write(role):
    article = new_article()

    with refused("not-permitted"):
        desk.start(article, by=make_user(role=role))

    assert (article.pk, article.created_by) == (None, None)


@pytest.mark.parametrize("role", ["administrator", "editor", "reporter"])
def test_is_for_everybody_who_writes(role):
    desk.start(new_article(), by=make_user(role=role))

    assert Article.objects.count() == 1
