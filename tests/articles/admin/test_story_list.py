"""The list of stories: what it says at a glance, whom it is for, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import desk
from tests.articles.admin.pages import words
from tests.factories import make_article, make_published, make_section, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = "/admin/articles/article/"


def rows(response):
    return [str(article) for article in response.context["cl"].result_list]


def test_says_what_readers_see(clock, editor, sign_in):
    article = make_published(headline="Port strike ends", by=editor)
    publish(article, at=timezone.now() + timedelta(hours=2), change="update")

    page = words(sign_in(editor).get(LIST))

    assert "Live · update scheduled Mon 2 Mar 14:00" in page


def test_leads_to_the_page_as_readers_see_it(editor, sign_in):
    make_published(headline="Rain in Tripoli")
    make_article(headline="Not yet")

    page = sign_in(editor).get(LIST).content.decode()

    assert page.count('href="/2026/03/02/') == page.count('href="/2026/03/02/rain-in-tripoli/"') == 1


def test_names_whoever_saved_last(editor, reporter, sign_in):
    article = make_article(by=reporter)
    desk.save(article, by=editor)

    assert "12:00 Edgar Stone" in words(sign_in(editor).get(LIST))


def test_is_narrowed_to_own_stories(reporter, sign_in):
    make_article(headline="Mine", by=reporter)
    make_article(headline="Given to me", assignee=reporter)
    make_article(headline="Another's")

    assert rows(sign_in(reporter).get(LIST, {"whose": "mine"})) == ["Given to me", "Mine"]


def test_is_narrowed_to_what_readers_see(editor, sign_in):
    make_published(headline="Live")
    make_article(headline="Not yet")

    client = sign_in(editor)

    assert rows(client.get(LIST, {"seen": "live"})) == ["Live"]
    assert rows(client.get(LIST, {"seen": "unpublished"})) == ["Not yet"]


def test_section_speaks_for_its_sub_sections(editor, sign_in):
    world = make_section()
    africa = make_section(name="Africa", parent=world)
    make_article(headline="In Africa", section=africa)
    make_article(headline="In Sport", section=make_section(name="Sport"))

    assert rows(sign_in(editor).get(LIST, {"section": world.pk})) == ["In Africa"]


@pytest.mark.parametrize("query", ["convoys", "niger"])
def test_is_searched_by_headline_and_slugline(editor, sign_in, query):
    make_article(headline="Loyalists flee to Niger", slugline="libya-convoys")
    make_article(headline="Rain")

    assert rows(sign_in(editor).get(LIST, {"q": query})) == ["Loyalists flee to Niger"]


@pytest.mark.parametrize("count", [1, 50])
def test_costs_the_same_for_one_story_and_for_fifty(editor, sign_in, count, django_assert_num_queries):
    fill(count, editor)
    client = sign_in(editor)

    with django_assert_num_queries(9):
        assert len(rows(client.get(LIST))) == count


@pytest.mark.parametrize("count", [1, 50])
def test_costs_the_same_with_two_filters_and_a_search(editor, sign_in, count, django_assert_num_queries):
    fill(count, editor)
    client = sign_in(editor)

    with django_assert_num_queries(9):
        page = client.get(LIST, {"state__exact": "draft", "seen": "live", "q": "council"})

    assert len(rows(page)) == count


def fill(count, editor):
    africa = make_section(name="Africa", parent=make_section())
    for _ in range(count):
        article = make_published(headline="The council meets", section=africa, by=editor)
        desk.save(article, by=editor)


def test_reporter_sees_every_story(reporter, sign_in):
    make_article(headline="Another's")

    assert rows(sign_in(reporter).get(LIST)) == ["Another's"]


def test_moderator_has_no_list_of_stories(moderator, sign_in):
    assert sign_in(moderator).get(LIST).status_code == 403


@pytest.mark.parametrize("role", ["reporter", "editor", "administrator"])
def test_nobody_deletes_a_story(request, sign_in, role):
    article = make_article()
    client = sign_in(request.getfixturevalue(role))

    answer = client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

    assert answer.status_code == 403
    assert "Delete" not in words(client.get(LIST))


@pytest.mark.parametrize("section", ["9" * 30, "9" * 5000, "0", "١", "world"])
def test_a_section_that_is_none_narrows_nothing(section, editor, sign_in):
    make_article(headline="Rain")

    page = sign_in(editor).get(LIST, {"section": section})

    assert rows(page) == ["Rain"]
