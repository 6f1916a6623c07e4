"""A story begun at the very moment in which its form says what was typed in it."""

from uuid import uuid4

import pytest
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import SavedAlready, Sitting
from articles.models import Article, Autosave
from tests.articles.test_races import outcome, race, rounds
from tests.factories import make_section, make_user

pytestmark = pytest.mark.django_db(transaction=True)


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
