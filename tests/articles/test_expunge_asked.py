"""What `expunge` is asked: looking first, what it refuses, who may, and that no place is forgotten."""

import pytest
from django.apps import apps

from articles import desk
from articles.desk.expunging.texts import KEPT, WORDED, WORDLESS, worded_columns
from articles.models import Address, Article, Edition, Topic
from tests.articles.planting import NO_WORDS
from tests.articles.records import refused
from tests.articles.test_expunge import AMINA, WHY, expunge
from tests.factories import make_article, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("words-too-short", {"words": " - a -"}),
        ("words-too-long", {"words": "a" * 201}),
        ("bad-replacement", {"replacement": " "}),
        ("bad-replacement", {"replacement": "x" * 61}),
        ("words-in-replacement", {"replacement": "AMINA D."}),
        ("reason-needed", {"reason": " "}),
        ("words-in-reason", {"reason": "amina diallo asked for it."}),
        ("nothing-to-expunge", {"words": "Jonas"}),
        ("stale", {"seen": "what was seen"}),
    ],
)
def test_is_refused_with_a_sentence_that_does_not_repeat_them(code, told):
    story = make_article(standfirst="Amina Diallo wins.")

    with refused(code) as refusals:
        desk.expunge(story, **{"by": None, "words": AMINA, "reason": WHY, **told})

    assert "Amina" not in refusals[0].sentence
    assert "Jonas" not in refusals[0].sentence


def test_looking_changes_nothing_and_its_fingerprint_holds_until_something_changes(administrator):
    story = make_article(headline="Amina Diallo wins")

    found = desk.look_for_words(story, words=AMINA)
    desk.save(story, by=None)

    assert found.count == 1
    with refused("stale"):
        expunge(story, seen=found.fingerprint)
    assert expunge(story, seen=desk.look_for_words(story, words=AMINA).fingerprint) == 3


def test_looking_asks_four_queries(django_assert_num_queries):
    story = make_published(headline="Amina Diallo wins", topics=(Topic.objects.create(name=AMINA, slug="x"),))
    desk.save(story, by=None)

    with django_assert_num_queries(4):
        assert desk.look_for_words(story, words=AMINA).count > 3


@pytest.mark.parametrize("role", ["editor", "reporter", "moderator"])
def test_only_administrators_may(role, request):
    story = make_article(headline="Amina Diallo wins")

    with refused("not-permitted"):
        expunge(story, by=request.getfixturevalue(role))


def test_every_row_that_belongs_to_a_story_is_known_to_hold_words_or_not():
    pointing = {
        model
        for model in apps.get_app_config("articles").get_models(include_auto_created=True)
        if any(field.related_model in (Article, Edition) for field in model._meta.concrete_fields)
    }

    assert {Article, *pointing} == {*WORDED, *WORDLESS}
    assert [model for model in WORDLESS if worded_columns(model)] == []


def test_columns_of_no_words_are_told_one_by_one():
    assert NO_WORDS == KEPT
    assert Address._meta.get_field("path").name in worded_columns(Address)
