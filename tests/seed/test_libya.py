"""The first story is the source's, character by character."""

import html
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import Article, Edition
from comments.models import Comment

pytestmark = pytest.mark.django_db

SOURCE = (Path(__file__).parent / "libya-story.txt").read_text(encoding="utf-8")
HEADLINE, _, REST = SOURCE.partition("\n")
STORY, _, COMMENTS = REST.partition("  1. Dio Reply")
DIO, _, GHEORGHE = COMMENTS.removesuffix("Leave a Reply").partition("  2. Gheorghe Reply")


def paragraphs(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def paragraphs_of(markup):
    return [html.unescape(found) for found in re.findall(r"<p>(.*?)</p>", markup)]


@pytest.fixture(autouse=True)
def seeded(db):
    call_command("loaddata", "libya", verbosity=0)


def test_story_is_word_for_word_the_sources():
    for story in (Article.objects.get(), Edition.objects.get()):
        assert story.headline == HEADLINE
        assert paragraphs_of(story.body) == paragraphs(STORY)


def test_comments_are_word_for_word_the_sources():
    found = list(Comment.objects.order_by("number").values_list("number", "name", "text"))

    assert found == [(1, "Dio", DIO.strip()), (2, "Gheorghe", GHEORGHE.strip())]


def test_readers_read_it_all(client):
    page = client.get("/2011/09/06/qaddafi-loyalists-flee-libya-to-niger/").content.decode()
    shown = html.unescape(page)

    missing = [
        part
        for part in [HEADLINE, *paragraphs(STORY), *paragraphs(DIO), *paragraphs(GHEORGHE)]
        if part not in shown
    ]

    assert missing == []


def test_nothing_is_added_that_the_source_does_not_give():
    edition = Edition.objects.get()

    assert [edition.byline, edition.kicker, edition.standfirst, edition.dateline, edition.source] == [""] * 5
    assert [str(edition.published_on), str(edition.section), edition.number] == [
        "2011-09-06",
        "World › Africa",
        1,
    ]


def test_loading_it_again_changes_nothing():
    def rows():
        return [
            list(model.objects.order_by("pk").values())
            for model in (Article, Edition, Edition.topics.through, Comment)
        ]

    before = rows()
    call_command("loaddata", "libya", verbosity=0)

    assert rows() == before
