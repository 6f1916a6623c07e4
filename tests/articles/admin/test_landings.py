"""Sections, topics and contributors on the desk: former addresses lead to the new ones."""

import pytest

from articles.models import Redirect, Section
from tests.factories import make_article, make_contributor, make_published, make_section, make_topic

pytestmark = pytest.mark.django_db


def redirects():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def test_moved_topic_is_found_at_its_former_address(editor, sign_in):
    topic = make_topic(name="Libya")

    sign_in(editor).post(
        f"/admin/articles/topic/{topic.pk}/change/", {"name": "Libya", "slug": "libya-war", "kind": "place"}
    )

    topic.refresh_from_db()
    assert (topic.kind, redirects()) == ("place", {"/topic/libya/": "/topic/libya-war/"})


def test_moved_contributor_is_found_at_the_former_address(editor, sign_in):
    person = make_contributor(name="Amina Diallo")

    sign_in(editor).post(
        f"/admin/articles/contributor/{person.pk}/change/", {"name": "Amina Diallo", "slug": "a-diallo"}
    )

    assert redirects() == {"/by/amina-diallo/": "/by/a-diallo/"}


def test_moved_section_takes_its_sub_sections_along(administrator, sign_in):
    world = make_section()
    africa = make_section(name="Africa", parent=world)

    sign_in(administrator).post(
        f"/admin/articles/section/{world.pk}/change/", {"name": "World", "slug": "planet", "order": 0}
    )

    africa.refresh_from_db()
    assert africa.path == "/planet/africa/"
    assert redirects() == {"/world/": "/planet/", "/world/africa/": "/planet/africa/"}


def test_new_section_needs_no_redirect(administrator, sign_in):
    sign_in(administrator).post(
        "/admin/articles/section/add/", {"name": "Sport", "slug": "sport", "order": 0}
    )

    assert (Section.objects.get().path, redirects()) == ("/sport/", {})


def test_editor_may_not_change_sections(editor, sign_in):
    world = make_section()

    answer = sign_in(editor).post(f"/admin/articles/section/{world.pk}/change/", {"name": "W", "slug": "w"})

    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["section", "topic", "contributor", "slot", "redirect", "edition"])
def test_reporter_adds_none_of_them(reporter, sign_in, path):
    assert sign_in(reporter).get(f"/admin/articles/{path}/add/").status_code == 403


def test_what_stories_use_is_not_deleted(administrator, sign_in):
    used, unused = make_topic(name="Libya"), make_topic(name="Niger")
    make_article(topics=(used,))
    client = sign_in(administrator)

    answers = [
        client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"}) for topic in (used, unused)
    ]

    assert [answer.status_code for answer in answers] == [403, 302]


@pytest.mark.parametrize("model", ["edition", "deskentry"])
def test_records_are_read_and_changed_by_nobody(administrator, sign_in, model):
    story = make_published()
    pk = {"edition": story.editions.get().pk, "deskentry": story.desk_entries.get().pk}[model]
    client = sign_in(administrator)

    assert client.get(f"/admin/articles/{model}/").status_code == 200
    assert client.get(f"/admin/articles/{model}/{pk}/change/").status_code == 200
    assert client.post(f"/admin/articles/{model}/{pk}/change/", {"note": "x"}).status_code == 403
    assert client.post(f"/admin/articles/{model}/{pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("count", [1, 50])
@pytest.mark.parametrize(
    ("model", "queries"),
    [("section", 6), ("topic", 6), ("contributor", 6), ("edition", 8), ("deskentry", 9), ("slot", 6)],
)
def test_lists_cost_the_same_for_one_row_and_for_fifty(
    administrator, sign_in, count, model, queries, django_assert_num_queries
):
    from articles.models import Slot

    world = make_section()
    for number in range(count):
        article = make_published(section=make_section(name=f"Part-{number}", parent=world), by=administrator)
        make_topic(name=f"Topic {number}")
        make_contributor(name=f"Person {number}")
        Slot.objects.create(article=article, starts_at=article.created_at)
    client = sign_in(administrator)

    with django_assert_num_queries(queries):
        assert client.get(f"/admin/articles/{model}/").status_code == 200
