"""What a panel's sentence says is what becomes of the story, hour by hour."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from articles import desk
from articles.forms.prospect import Prospect
from articles.models import Edition
from articles.sight import moment
from tests.factories import NOON, make_article, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOURS = range(9)
ENDS = (None, 2, 4, 6)


def at(hour):
    return None if hour is None else NOON + timedelta(hours=hour)


def seen(story):
    """The hours at which readers have the story."""
    return [hour for hour in HOURS if Edition.objects.live(at(hour)).filter(article=story).exists()]


def foretold(sentence, begins):
    """The hours at which they have it by what the sentence says."""
    said = {hour: moment(at(hour)) for hour in HOURS}

    def hour_after(words, then=""):
        return next((hour for hour in HOURS if f"{words}{said[hour]}{then}" in sentence), None)

    kept = begins if "Until then readers keep" in sentence else hour_after("Until ", " readers keep") or 0
    gone = hour_after("The story ends ") or hour_after("It ends ") or hour_after("After that it ends ")
    hours = [hour for hour in HOURS if hour < kept or (hour >= begins and (gone is None or hour < gone))]
    if back := hour_after("readers find nothing until "):
        end = hour_after("when it comes back, until ")
        hours += [hour for hour in HOURS if hour >= back and (end is None or hour < end)]
    return hours


@pytest.mark.parametrize("had", ["nothing", "a version", "a version that ends"])
@pytest.mark.parametrize("scheduled_end", [None, 7])
def test_of_each_choice_comes_what_was_said(had, scheduled_end):
    choices = product((None, 1, 5), ENDS, ("void", "strike-again"))
    for hour, end, choice in choices:
        if (hour and choice == "strike-again") or (hour and end and end <= hour):
            continue
        story = make_article()
        if had != "nothing":
            publish(story, expires_at=at(3) if had == "a version that ends" else None)
        publish(story, at=at(4), change="update", expires_at=at(scheduled_end))
        facts = desk.publication(story, timezone.now(), with_words=True)
        sentence = Prospect(story, facts, at(hour), at(end), choice).sentence

        publish(story, at=at(hour), change="update", expires_at=at(end), pending=choice)

        assert seen(story) == foretold(sentence, begins=hour or 0), sentence
