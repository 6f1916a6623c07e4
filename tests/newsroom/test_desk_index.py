"""The desk's first page: what waits for a person, and the rooms in the order in which they are needed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from articles.models import Autosave
from newsroom.desk_index import waiting
from tests.comments.factories import guest_post
from tests.factories import make_article, make_published, publish

pytestmark = pytest.mark.django_db


def test_counts_what_waits(reporter, editor):
    make_article(by=reporter)
    make_article(assignee=reporter)
    make_article(by=editor)
    make_published(by=reporter)
    make_article(state="filed")
    make_article(state="ready")
    publish(make_article(), at=timezone.now() + timedelta(hours=1))

    piles = [(pile.label, pile.count) for pile in waiting(reporter)]

    assert piles == [
        ("My drafts", 2),
        ("Filed to the desk", 1),
        ("Ready to publish", 1),
        ("Scheduled", 1),
    ]


def test_each_pile_leads_to_its_list(client, reporter):
    make_article(headline="Mine", by=reporter)
    make_published(headline="Mine, but out", by=reporter)
    client.force_login(reporter)

    drafts = client.get(waiting(reporter)[0].url)

    assert [str(article) for article in drafts.context["cl"].result_list] == ["Mine"]


def test_comments_wait_for_a_moderator_and_stories_do_not(moderator):
    guest_post(make_published())

    assert [(pile.label, pile.count) for pile in waiting(moderator)] == [("Comments that wait", 1)]


def test_paper_comes_first(client, administrator):
    client.force_login(administrator)

    rooms = client.get("/admin/").context["app_list"]

    assert [model["object_name"] for model in rooms[0]["models"]][:3] == ["Article", "Slot", "Topic"]
    assert rooms[-1]["name"] == "People"


def test_names_what_somebody_typed_and_did_not_save(client, reporter, editor):
    story = make_article(headline="Convoy", by=reporter)
    now = timezone.now()
    for writer, article, minutes in (
        (reporter, story, 3),
        (reporter, story, 2),
        (reporter, None, 1),
        (editor, story, 0),
    ):
        Autosave.objects.create(
            sitting=uuid4(),
            writer=writer,
            article=article,
            fields={"headline": "Typed"},
            opened_at=now,
            seen_at=now,
            typed_at=now - timedelta(minutes=minutes),
        )
    client.force_login(reporter)

    found = client.get("/admin/").context["unsaved"]

    assert [(each.story, each.url) for each in found] == [
        ("A new story", "/admin/articles/article/add/"),
        ("Convoy", f"/admin/articles/article/{story.pk}/change/"),
    ]


@pytest.mark.parametrize("stories", [1, 3])
def test_costs_the_same_however_much_waits(client, administrator, stories, django_assert_num_queries):
    for _ in range(stories):
        guest_post(make_published())
    client.force_login(administrator)

    with django_assert_num_queries(11):
        client.get("/admin/")
