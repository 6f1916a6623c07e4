"""A story begun at the very moment in which its form says what was typed in it."""

from functools import partial
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import SavedAlready, Sitting
from articles.models import Article, Autosave
from tests.articles.admin.pages import typed
from tests.articles.test_races import outcome, race, rounds
from tests.factories import make_section, make_user

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/admin/articles/article/add/"


@pytest.mark.parametrize("tell", [autosaving.keep, autosaving.attend])
def test_nothing_is_left_of_a_form_that_became_a_story(tell):
    writer, section = make_user(role="editor"), make_section()
    typed = [{"headline": "Rain, more of it"}] if tell is autosaving.keep else []
    for _ in rounds():
        sitting = Sitting(uuid4(), writer)
        story = Article(headline="Rain", section=section)

        told, begun = race(
            lambda sitting=sitting: tell(sitting, *typed, timezone.now()),
            lambda sitting=sitting, story=story: desk.start(story, by=writer, sitting=sitting.name),
        )

        assert outcome(begun) == "done"
        # Whoever comes second is told so, and gives what was typed since a name of its own.
        assert isinstance(told, SavedAlready) or outcome(told) == "done"
        assert list(Autosave.objects.all()) == []


def test_a_new_story_whose_form_is_sent_twice_is_begun_once():
    writer, fields = make_user(role="editor"), typed(headline="Rain")
    for number, _ in enumerate(rounds(), 1):
        told = {**fields, "sitting": uuid4()}

        answers = race(*[partial(_signed_in(writer).post, ADD, told) for _ in range(2)])

        assert [answer.status_code for answer in answers] == [302, 302]
        assert Article.objects.count() == number


def _signed_in(person):
    client = Client()
    client.force_login(person)
    return client
