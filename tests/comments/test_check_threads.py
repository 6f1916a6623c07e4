"""`manage.py check_threads`: what no longer follows from what was said is found, named and mended."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from comments import moderation
from comments.models import Comment, Discussion
from comments.placing import in_circles
from tests.comments.factories import fill, make_discussion, make_shown
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def thread(article):
    """A comment, a reply to it and one to that, and another comment; returned in this order."""
    root = make_shown(article)
    reply = make_shown(article, parent=root)
    return [root, reply, make_shown(article, parent=reply), make_shown(article)]


def run(*options, **named):
    """What the command says, and whether it ended well."""
    out = StringIO()
    try:
        call_command("check_threads", *options, verbosity=0, stdout=out, **named)
    except CommandError as error:
        return out.getvalue() + str(error), False
    return out.getvalue(), True


def everything():
    return list(Comment.objects.order_by("pk").values()), list(Discussion.objects.order_by("pk").values())


def test_what_is_as_it_should_be_is_left_alone(thread):
    before = everything()

    assert run() == run("--fix") == ("All is as it should be.\n", True)
    assert everything() == before


def test_a_newsroom_without_comments_is_as_it_should_be():
    assert run() == ("All is as it should be.\n", True)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("path", "zzzz", "1 comment stands in the wrong place: key {1}"),
        ("depth", 9, "1 comment has the wrong depth: key {1}"),
        ("root", None, "1 comment has the wrong root: key {1}"),
        ("last_reply", 7, "1 comment miscounts its replies: key {1}"),
        ("shown_replies", 0, "1 comment miscounts what is shown below: key {1}"),
        ("rendered_by", 0, "1 comment's HTML is missing or old: key {1}"),
    ],
)
def test_a_wrong_column_is_named_and_mended(thread, article, column, value, said):
    before = everything()
    Comment.objects.filter(pk=thread[1].pk).update(**{column: value})
    broken = everything()
    named = f"Rain ({article.uid})\n  {said.format(*[comment.pk for comment in thread])}\n"

    assert run() == (f"{named}1 discussion is wrong; 1 not mended.", False)
    assert everything() == broken
    assert run("--fix") == (f"{named}  Mended: 4 comments.\n1 discussion is wrong, and mended.\n", True)
    assert everything() == before


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("shown_count", "1 wrong count of all that is shown: 1 instead of 4"),
        ("last_number", "1 wrong last number: 1 instead of 4"),
        ("last_root", "1 wrong count of comments on the story itself: 1 instead of 2"),
    ],
)
def test_a_wrong_counter_is_named_and_mended(thread, column, said):
    before = everything()
    Discussion.objects.update(**{column: 1})

    assert said in run()[0]
    assert run("--fix")[1]
    assert everything() == before


def test_a_discussion_without_its_row_gets_it_back(thread):
    Discussion.objects.all().delete()

    assert "0 instead of 4" in run()[0]
    assert run("--fix")[1]
    assert Discussion.objects.get().shown_count == 4


def test_a_number_once_given_is_not_given_again(thread):
    """The last number may be higher than any comment's: whoever had it may have been erased."""
    Discussion.objects.update(last_number=9)

    assert run() == ("All is as it should be.\n", True)


def test_of_many_a_few_are_named(article):
    fill(article, roots=30)
    Comment.objects.update(depth=3)

    said, _ = run()

    keys = Comment.objects.order_by("path").values_list("pk", flat=True)[:5]
    assert f"30 comments have the wrong depth: {', '.join(f'key {pk}' for pk in keys)}, …\n" in said


def test_only_the_stories_asked_for_are_looked_at(thread, article):
    other = make_published()
    make_shown(other)
    make_discussion(make_published())
    Comment.objects.update(depth=5)

    assert run(str(other.uid), fix=True)[1]
    assert run(str(other.uid))[1]
    assert not run()[1]
    assert not run(str(article.uid))[1]


def test_a_story_that_nobody_discusses_is_said_not_to_be_there(thread):
    unknown = uuid4()

    assert run(str(unknown)) == (f"There is no discussed story with the uid {unknown}.", False)


def test_comments_that_answer_nothing_here_are_named_and_nothing_is_changed(thread, article):
    elsewhere = make_shown(make_published())
    root, reply, under, alone = thread
    Comment.objects.filter(pk=reply.pk).update(parent=elsewhere)
    Comment.objects.filter(pk=root.pk).update(parent=under)
    Comment.objects.filter(pk=alone.pk).update(parent=alone, depth=3)
    before = everything()

    said = run("--fix")

    assert said == (
        f"Rain ({article.uid})\n"
        f"  1 comment answers one on another story: key {reply.pk}\n"
        f"  1 comment answers itself: key {alone.pk}\n"
        f"  2 comments stand below such comments: key {root.pk}, key {under.pk}\n"
        "  Nothing of this discussion is changed. Say what these comments answer first.\n"
        "1 discussion is wrong; 1 not mended.",
        False,
    )
    assert everything() == before


def test_a_damaged_discussion_keeps_no_other_from_being_mended(thread, article):
    other = make_shown(make_published())
    Comment.objects.filter(pk=thread[0].pk).update(parent=thread[1])
    Comment.objects.filter(pk=other.pk).update(depth=4)

    said, is_well = run("--fix")

    assert "2 comments answer themselves, by way of others" in said
    assert "2 discussions are wrong; 1 not mended." in said
    assert not is_well
    assert Comment.objects.get(pk=other.pk).depth == 0


def test_a_damaged_discussion_is_not_rebuilt(thread, article):
    Comment.objects.filter(pk=thread[0].pk).update(parent=thread[1])
    before = everything()

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.rebuild(article)

    assert refused.value.code == "lost-comments"
    assert everything() == before


@pytest.mark.parametrize(
    ("lost", "circles"),
    [
        ({1: 1}, {1}),
        ({1: 2, 2: 1, 3: 1}, {1, 2}),
        ({3: 1, 1: 2, 2: 1}, {1, 2}),
        ({1: 9, 2: 1}, set()),
        ({1: 2, 2: 3, 3: 4, 4: 2, 5: 6, 6: 5}, {2, 3, 4, 5, 6}),
    ],
)
def test_circles_are_told_from_what_hangs_on_them(lost, circles):
    assert in_circles(lost) == circles


def test_progress_counts_the_comments(thread):
    err = StringIO()
    call_command("check_threads", stdout=StringIO(), stderr=err)

    assert "8/8" in err.getvalue()
