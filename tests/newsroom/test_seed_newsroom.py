"""Making up a newsroom: as much as was asked for, the same again for the same seed, and marked."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from articles.models import Edition
from comments import paths
from comments.models import Comment
from newsroom.seeding.stories import MARK
from tests.comments.factories import make_shown

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
        ["--discussion=-1"],
        ["--discussion=10", "--shape=round"],
    ],
)
def test_refuses_what_it_can_not_make_up(asked):
    with pytest.raises(CommandError):
        seed(*asked)

    assert (Edition.objects.count(), Comment.objects.count()) == (0, 0)


@pytest.mark.parametrize("shape", ["random", "one-root", "chain"])
def test_one_story_more_has_the_discussion_that_was_asked_for(shape):
    seed("--stories=2", "--comments=0", "--discussion=300", f"--shape={shape}")
    call_command("check_threads", verbosity=0, stdout=StringIO())

    root, *others = Comment.objects.order_by("number")
    answered = [comment.parent_id for comment in others]
    assert (Edition.objects.filter(number=1).count(), len(others)) == (3, 299)
    assert {comment.article_id for comment in others} == {root.article_id}
    if shape == "one-root":
        assert answered == [root.pk] * 299
    elif shape == "chain":
        assert answered == [root.pk, *(comment.pk for comment in others[:-1])]
        assert (others[-1].depth, others[-1].parent.depth) == (paths.LEVELS - 1, paths.LEVELS - 1)
    else:
        assert 30 < len({*answered} - {None}) < 299


def test_the_discussion_can_be_gone_on_with():
    seed("--stories=0", "--comments=0", "--discussion=20")
    made_up = Comment.objects.get(number=20)

    said = make_shown(made_up.article, parent=made_up)

    assert (said.number, said.pk > made_up.pk) == (21, True)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--stories=0", "--discussion=10"],
            "Made up 0 stories and 0 comments, and one with 10 comments at /",
        ),
        (
            ["--stories=1", "--comments=1", "--discussion=1"],
            "1 story and 1 comment, and one with 1 comment at /",
        ),
        (["--stories=1", "--comments=1000"], "Made up 1 story and 1,000 comments.\n"),
    ],
)
def test_says_what_it_made_up(asked, said):
    out = StringIO()

    call_command("seed_newsroom", *asked, stdout=out, stderr=StringIO())

    assert said in out.getvalue()
