"""The pages of topics and contributors."""

import pytest

from articles import desk
from articles.models import ArticleCredit
from tests.factories import make_article, make_contributor, make_published, make_topic, publish
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def make_credited(*, headline, contributor, roles=("author",)):
    article = make_article(headline=headline)
    for role in roles:
        ArticleCredit.objects.create(article=article, contributor=contributor, role=role)
    publish(article)
    return article


def test_topic_shows_what_is_about_it():
    make_published(headline="About Libya", topics=(make_topic(name="Libya"), make_topic(name="Niger")))
    make_published(headline="About nothing")

    assert read("/topic/libya/").headlines == ["About Libya"]


def test_contributor_shows_each_story_once_whatever_they_did_for_it():
    make_credited(headline="Hers", contributor=make_contributor(), roles=("author", "photography"))
    make_published(headline="Nobody's")

    assert read("/by/amina-diallo/").headlines == ["Hers"]


def test_topic_added_to_the_working_copy_waits_for_the_next_edition():
    article = make_published(headline="Rain")
    article.topics.add(make_topic(name="Weather"))

    assert read("/topic/weather/").headlines == []


@pytest.mark.parametrize("path", ["/topic/nobody/", "/by/nobody/"])
def test_unknown_landing_is_not_found(path):
    assert read(path).status == 404


def test_renamed_topic_and_contributor_lead_to_their_new_addresses():
    topic, contributor = make_topic(name="Libya"), make_contributor()
    topic.slug, contributor.slug = "libya-2011", "amina"
    desk.move_landing(topic, "/topic/libya/")
    desk.move_landing(contributor, "/by/amina-diallo/")

    moved = [read(path).response.headers.get("Location") for path in ("/topic/libya/", "/by/amina-diallo/")]

    assert moved == ["/topic/libya-2011/", "/by/amina/"]


@pytest.mark.parametrize("count", [1, 3, 20])
def test_each_takes_two_queries(count, django_assert_num_queries):
    for number in range(count):
        article = make_credited(headline=f"Story {number}", contributor=make_contributor())
        article.topics.add(make_topic())
        publish(article, change="minor")
    read("/topic/libya/")

    for path in ("/topic/libya/", "/by/amina-diallo/"):
        with django_assert_num_queries(2):
            assert len(read(path).headlines) == count
