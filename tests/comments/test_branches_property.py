"""Whatever is said, decided, hidden and shown again: readers see what one would explain to them."""

import re
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from comments import moderation, pages, paths
from comments.models import Comment, Discussion
from comments.moderation.checking import check
from comments.states import MOVES
from tests.comments.factories import guest_post
from tests.factories import make_published

LEVELS = 3
choices = st.integers(0, 30)


@dataclass(eq=False)
class Naive:
    row: Comment
    parent: "Naive | None"
    status: str = "held"
    was_shown: bool = False
    hides: bool = False

    @property
    def level(self):
        return min(self.parent.level + 1, LEVELS - 1) if self.parent else 0

    @property
    def stands_under(self):
        """Its parent; on the last level, where replies stand beside it, its parent's."""
        beside = self.parent and self.parent.level == self.level
        return self.parent.stands_under if beside else self.parent

    @property
    def above(self):
        return [self.stands_under, *self.stands_under.above] if self.stands_under else []

    @property
    def is_in_sight(self):
        return not any(one.hides for one in [self, *self.above])

    @property
    def is_read(self):
        return self.status == "shown" and self.is_in_sight

    def counts(self, other):
        """Whether this one counts the other among its replies: nothing between them is hidden."""
        if self is other.parent and self.level == other.level:
            return True
        line = [other, *other.above]
        return self in line[1:] and not any(one.hides for one in line[: line.index(self)])


class Readers(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.article = make_published()
        self.all = []

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def pick(self, choice):
        return self.all[choice % len(self.all)]

    def post(self, parent):
        row = guest_post(self.article, parent=parent and parent.row)
        self.all.append(Naive(row, parent))
        self.decide("show", self.all[-1])

    def decide(self, verb, one):
        moderation.DECISIONS[verb](one.row, by=None)
        one.status = MOVES[verb].target or ("shown" if one.was_shown else "held")
        one.was_shown = one.was_shown or one.status == "shown"

    @rule()
    def say(self):
        self.post(None)

    @precondition(lambda self: self.all)
    @rule(choice=choices)
    def answer(self, choice):
        parent = self.pick(choice)
        if parent.is_read:
            self.post(parent)
        else:
            with pytest.raises(moderation.IllegalMove):
                guest_post(self.article, parent=parent.row)

    @precondition(lambda self: self.all)
    @rule(choice=choices, verb=st.sampled_from(sorted(MOVES)))
    def judge(self, choice, verb):
        one = self.pick(choice)
        if one.status in MOVES[verb].sources:
            self.decide(verb, one)

    @precondition(lambda self: self.all)
    @rule(choice=choices)
    def flip(self, choice):
        one = self.pick(choice)
        if one.level < LEVELS - 1:
            verb = "show_branch" if one.hides else "hide_branch"
            moderation.DECISIONS[verb](one.row, by=None)
            one.hides = not one.hides

    @invariant()
    def counts_are_right(self):
        rows = Comment.objects.in_bulk([one.row.pk for one in self.all])
        for one in self.all:
            below = sum(other.status == "shown" and one.counts(other) for other in self.all)
            assert rows[one.row.pk].shown_replies == below
        discussion = Discussion.objects.filter(pk=self.article.pk).first() or Discussion()
        assert discussion.shown_count == sum(one.is_read for one in self.all)
        assert not check(self.article)

    @invariant()
    def readers_find_what_is_in_sight_and_nothing_else(self):
        comments = Comment.objects.on(self.article.pk)
        assert {*comments.shown()} == {one.row for one in self.all if one.is_read}
        placed = [one for one in self.in_order() if self.has_place(one)]
        assert list(comments.placed().order_by("path")) == [one.row for one in placed]
        for one in placed:
            assert (
                self.listed(pages.of_branch, one.row)
                == [other.row.number for other in placed if self.is_listed_under(one, other)][: pages.BRANCH]
            )
        page = self.listed(pages.of_story, self.article.pk)
        assert page == [one.row.number for one in self.on_first_page(placed)]

    def has_place(self, one):
        return one.is_in_sight and (
            one.status == "shown" or any(other.is_read and one.counts(other) for other in self.all)
        )

    def is_listed_under(self, one, other):
        return one is other.parent if one.level == LEVELS - 1 else one in other.above

    def on_first_page(self, placed):
        listed = {}
        for one in placed:
            root = one.above[-1] if one.above else one
            listed.setdefault(root, []).append(one)
        roots = list(listed)[: pages.ROOTS]
        return [one for root in roots for one in listed[root][: pages.REPLIES + 1]]

    def in_order(self, under=None):
        return [
            found for one in self.all if one.stands_under is under for found in (one, *self.in_order(one))
        ]

    def listed(self, page_of, subject):
        html = page_of(subject, story_path="/a/", takes_replies=True).html
        return [int(number) for number in re.findall(r'<article[^>]* id="comment-(\d+)"', html)]


@pytest.mark.django_db
def test_readers_see_what_one_would_explain_to_them(monkeypatch):
    monkeypatch.setattr(paths, "LEVELS", LEVELS)
    quick = settings(max_examples=12, stateful_step_count=15, deadline=None)

    run_state_machine_as_test(Readers, settings=settings(quick, suppress_health_check=[*HealthCheck]))
