"""Making up a newsroom: as much as was asked for, the same again for the same seed, and marked."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from articles.models import Edition
from comments.models import Comment
from newsroom.seeding.stories import MARK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def seed(*asked):
    call_command("seed_newsroom", *asked, stdout=StringIO(), stderr=StringIO())


def words():
    stories = Edition.objects.order_by("article_id", "number").values_list("headline", "body", "live_from")
    said = Comment.objects.order_by("article_id", "path").values_list("name", "text", "posted_at", "path")
    return [*stories], [*said]


def test_makes_up_as_many_as_were_asked_for():
    seed("--stories=6", "--comments=30")

    assert (Edition.objects.filter(number=1).count(), Comment.objects.count()) == (6, 30)


def test_the_same_seed_makes_the_same_newsroom_on_another_day(clock):
    with transaction.atomic():
        seed("--stories=3", "--comments=20", "--until=2026-01-31")
        first = words()
        transaction.set_rollback(True)
    clock.shift(100_000)

    seed("--stories=3", "--comments=20", "--until=2026-01-31")

    assert words() == first


def test_says_that_they_are_made_up():
    seed("--stories=3", "--comments=0")

    assert {*Edition.objects.values_list("source", flat=True)} == {MARK}


def test_some_stories_were_wrong_at_first_and_say_so():
    seed("--stories=60", "--comments=0")

    mended = Edition.objects.told(timezone.now())
    corrections = Edition.objects.corrections(timezone.now())

    assert 0 < corrections.count() < mended.count() < 20
    for edition in mended:
        first = Edition.objects.get(article=edition.article, number=edition.follows)
        assert (first.number, first.body == edition.body) == (1, False)


@pytest.mark.parametrize(
    "asked",
    [
        ["--stories=-5"],
        ["--comments=-1"],
        ["--stories=many"],
        ["--stories=0", "--comments=30"],
        ["--until=soon"],
    ],
)
def test_refuses_what_it_can_not_make_up(asked):
    with pytest.raises(CommandError):
        seed(*asked)

    assert (Edition.objects.count(), Comment.objects.count()) == (0, 0)
