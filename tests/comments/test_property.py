"""Random sequences of verbs, against a naive reading of what places, numbers and counters should be."""

import re
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comments import moderation, pages, paths
from comments.models import Comment, Discussion
from comments.states import MOVES
from tests.comments.factories import guest_post
from tests.factories import make_published

DERIVED = ("path", "depth", "root", "last_reply", "shown_replies", "number", "text_html", "rendered_by")

#: Few levels, so that short sequences go below the last one. A reply's level is `min(depth, LEVELS - 1)`.
LEVELS = 3

actions = st.lists(
    st.tuples(st.sampled_from(["post", "post", "reply", "reply", *MOVES]), st.integers(0, 30)), max_size=14
)


@dataclass(eq=False)
class Naive:
    """A comment as one would explain it to a reader."""

    row: Comment
    parent: "Naive | None"
    status: str = "held"
    number: int | None = None

    @property
    def above(self):
        return [self.parent, *self.parent.above] if self.parent else []

    @property
    def level(self):
        return min(len(self.above), LEVELS - 1)

    @property
    def stands_under(self):
        return next((one for one in self.above if one.level < self.level or self.level == 0), None)

    def counts(self, other):
        """Whether `other` is counted among the replies of this one."""
        stands = other.stands_under
        above = [stands, *stands.above] if stands else []
        return self in above or self is other.parent


class World:
    def __init__(self, article):
        self.article = article
        self.all = []
        self.last_number = 0

    def play(self, steps):
        for verb, choice in steps:
            if verb == "post":
                self.post(None)
            elif verb == "reply":
                shown = [one for one in self.all if one.status == "shown"]
                if shown:
                    self.post(shown[choice % len(shown)])
            elif self.all:
                self.decide(verb, self.all[choice % len(self.all)])

    def post(self, parent):
        row = guest_post(self.article, parent=parent and parent.row)
        self.all.append(Naive(row, parent))
        self.decide("show", self.all[-1])

    def decide(self, verb, one):
        if one.status not in MOVES[verb].sources:
            return
        moderation.DECISIONS[verb](one.row, by=None)
        one.status = MOVES[verb].target or ("shown" if one.number else "held")
        if one.status == "shown" and not one.number:
            self.last_number += 1
            one.number = self.last_number

    def replies(self, one):
        return sum(other.status == "shown" and one.counts(other) for other in self.all)

    def in_order(self, under=None):
        """Everything as the page reads it."""
        found = []
        for one in self.all:
            if one.stands_under is under:
                found += [one, *self.in_order(one)]
        return found


@pytest.fixture
def few_levels(monkeypatch):
    monkeypatch.setattr(paths, "LEVELS", LEVELS)


@pytest.mark.django_db
@pytest.mark.usefixtures("few_levels")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=actions)
def test_whatever_is_done_the_discussion_adds_up(steps):
    with transaction.atomic():
        world = World(make_published())
        world.play(steps)

        rows = {row.pk: row for row in Comment.objects.on(world.article.pk)}
        for one in world.all:
            row = rows[one.row.pk]
            assert (row.status, row.number, row.shown_replies, row.depth) == (
                one.status,
                one.number,
                world.replies(one),
                one.level,
            )
            assert row.is_placed == (one.status == "shown" or world.replies(one) > 0)
        ordered = [one.row.pk for one in world.in_order()]
        assert [row.pk for row in sorted(rows.values(), key=lambda row: row.path)] == ordered
        check_counters(world)
        check_page(world)
        check_rebuilding_changes_nothing(world)
        transaction.set_rollback(True)


def check_counters(world):
    discussion = Discussion.objects.filter(pk=world.article.pk).first() or Discussion()
    shown = sum(one.status == "shown" for one in world.all)
    assert (discussion.shown_count, discussion.last_number) == (shown, world.last_number)


def check_page(world):
    """Every place, and no other, is on the pages, in order, branch by branch where a page has no room."""
    page = pages.of_story(world.article.pk, story_path="/a/", takes_replies=True)
    listed = [int(number) for number in re.findall(r'<article[^>]* id="comment-(\d+)"', page.html)]
    placed = [one for one in world.in_order() if one.status == "shown" or world.replies(one)]
    roots = {id(one): 0 for one in placed if one.parent is None}
    wanted = []
    for one in placed:
        root = id(one.above[-1]) if one.above else None
        if root is None or roots[root] < pages.REPLIES:
            wanted.append(one.number)
        if root is not None:
            roots[root] += 1
    assert listed == wanted


def check_rebuilding_changes_nothing(world):
    def derived():
        return list(Comment.objects.on(world.article.pk).order_by("pk").values(*DERIVED))

    before, discussion = derived(), Discussion.objects.filter(pk=world.article.pk).values().first()
    moderation.rebuild(world.article)
    assert derived() == before
    if discussion:
        assert Discussion.objects.filter(pk=world.article.pk).values().get() == discussion


@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=actions)
def test_what_was_lost_is_rebuilt(steps):
    with transaction.atomic():
        world = World(make_published(on=timezone.now()))
        world.play(steps)
        comments = Comment.objects.on(world.article.pk).order_by("pk")
        before = list(comments.values(*DERIVED))

        for comment in comments:
            comments.filter(pk=comment.pk).update(
                path=f"?{comment.pk}", depth=9, root=None, last_reply=7, shown_replies=7
            )
        comments.shown().update(text_html="<p>x</p>", rendered_by=0)
        moderation.rebuild(world.article)

        assert list(comments.values(*DERIVED)) == before
        transaction.set_rollback(True)
