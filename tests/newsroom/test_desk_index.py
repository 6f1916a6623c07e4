"""The desk's first page: what waits for a person, and the rooms in the order in which they are needed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.desk_index import waiting
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
        ("Scheduled", None),
    ]


def test_each_pile_leads_to_its_list(client, reporter):
    make_article(headline="Mine", by=reporter)
    make_published(headline="Mine, but out", by=reporter)
    client.force_login(reporter)

    drafts = client.get(waiting(reporter)[0].url)

    assert [str(article) for article in drafts.context["cl"].result_list] == ["Mine"]


def test_nothing_waits_for_a_moderator(moderator):
    assert waiting(moderator) == []


def test_paper_comes_first(client, administrator):
    client.force_login(administrator)

    rooms = client.get("/admin/").context["app_list"]

    assert [model["object_name"] for model in rooms[0]["models"]][:3] == ["Article", "Slot", "Topic"]
    assert rooms[-1]["name"] == "People"
