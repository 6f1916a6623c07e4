"""Whatever is done to replies, stories and discussions, nothing is told of that readers can't read then."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk
from comments import moderation
from comments.cadences import APART, SETTLES
from comments.models import Comment
from comments.moderation import telling
from comments.states import MOVES, Mode
from tests.comments.factories import make_discussion
from tests.comments.told import ABOUT_REPLIES, answer, followed, told_of
from tests.factories import NOON, make_published

#: Less than a week in all, after which what can't be read is forgotten.
PASSING = [30, 59, 60, 3600]

STEPS = ["pass", "pass", "hold", "show", "remove", "restore", "discussion", "story", "answer"]

steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 3)), min_size=4, max_size=10)


class World:
    """A story with a followed comment, and what became of each reply to it."""

    def __init__(self, clock, cadence):
        self.clock = clock
        self.article = make_published()
        self.comment = followed(self.article, cadence=cadence)
        self.replies: list[Comment] = []
        self.shown_since: dict[int, datetime] = {}
        self.is_hidden = self.is_withdrawn = False
        self.told: list[int] = []
        self.last_mail = None

    @property
    def now(self):
        return datetime.now(tz=NOON.tzinfo)

    def play(self, step, choice):
        if step == "answer":
            self.answer()
        elif step == "pass":
            self.clock.shift(timedelta(seconds=PASSING[choice % len(PASSING)]))
        elif step == "half a day":
            self.clock.shift(timedelta(hours=12))
        elif step == "discussion":
            self.is_hidden = choice % 2 == 1
            make_discussion(self.article, mode=Mode.HIDDEN if self.is_hidden else Mode.OPEN)
        elif step == "story":
            self.turn_story(choice % 2 == 1)
        elif self.replies:
            self.decide(step, self.replies[choice % len(self.replies)])
        self.sweep()

    def answer(self):
        if not self.is_hidden and not self.is_withdrawn:
            self.replies.append(answer(self.comment))
            self.shown_since[self.replies[-1].number] = self.now

    def turn_story(self, is_withdrawn):
        if is_withdrawn and not self.is_withdrawn:
            desk.withdraw(self.article, by=None, note="It was wrong.", ground="legal")
        elif self.is_withdrawn and not is_withdrawn:
            desk.publish(self.article, by=None, change="update")
        self.is_withdrawn = is_withdrawn

    def decide(self, verb, reply):
        if reply.status in MOVES[verb].sources:
            moderation.DECISIONS[verb](reply, by=None)
            self.shown_since.pop(reply.number, None)
            if reply.is_shown:
                self.shown_since[reply.number] = self.now

    def sweep(self):
        before = len(mail.outbox)
        telling.send_owed()
        for each in mail.outbox[before:]:
            self.check(each)

    def check(self, each):
        assert ABOUT_REPLIES in each.subject
        assert (self.is_hidden, self.is_withdrawn) == (False, False)
        assert self.last_mail is None or self.now - self.last_mail >= APART
        self.last_mail = self.now
        for number in told_of(each):
            assert number not in self.told
            assert self.now - self.shown_since[number] >= SETTLES
            self.told.append(number)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, cadence=st.sampled_from(["at-once", "at-once", "daily"]))
def test_what_is_told_could_be_read_and_what_can_be_read_is_told_once(steps, cadence):
    with transaction.atomic(), time_machine.travel(NOON, tick=False) as clock:
        world = World(clock, cadence)
        world.answer()
        for step, choice in steps:
            world.play(step, choice)
        for step in ("discussion", "story", *["half a day"] * 6):
            world.play(step, 0)

        assert set(world.told) >= set(world.shown_since)
        transaction.set_rollback(True)
