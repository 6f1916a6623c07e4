"""Whatever the desk does in whatever order, a stranger sees what a naive reading of the rules says.

`HYPOTHESIS_PROFILE=long` tries many more newsrooms than the suite does.
"""

import os
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, settings, target
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from articles import desk
from articles.models import Edition
from tests.articles.naive_desk import EVERYBODY
from tests.articles.naive_paper import CHANGES
from tests.articles.strangers import INSTANT, Strangers
from tests.articles.two_desks import TwoDesks

#: What carries a working copy along, and takes it out of the way.
CARRY = {"file", "take_back", "send_back", "mark_ready", "spike", "revive"}
SLUGS = ("rain", "flood", "rain-2", "hail")
MANY = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SETTINGS = settings(
    max_examples=1000 if MANY else 10,
    stateful_step_count=50 if MANY else 30,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.target] if MANY else [Phase.generate],
    derandomize=not MANY,
    suppress_health_check=list(HealthCheck),
)
#: Most happens to the second, so that a good deal happens to one story.
stories = st.sampled_from([0, 1, 1, 1, 2])
#: The same, and twice as often one of those to which it can be done now (see `ripe`).
ripe_stories = st.integers(0, 8)
people = st.sampled_from([*EVERYBODY, "editor", "administrator"])
seconds = st.integers(1, 60) | st.integers(1, 2_000) | st.integers(1, 20_000)
offsets = st.none() | st.integers(-60, 20_000)
changes = st.sampled_from([None, "first", "withdrawal", *sorted(CHANGES), *sorted(CHANGES)])
sensible_changes = st.sampled_from(sorted(CHANGES))
choices = st.sampled_from([None, "void", "strike-again"])
notes = st.sampled_from(["", "Told."])
overrides = st.sampled_from(["", " ", "It is out already.", "It is out already."])
headlines = st.sampled_from([None, "Rain", "Flood", "Hail"])


class Newsroom(TwoDesks, Strangers, RuleBasedStateMachine):
    """The real desk and the naive one, side by side."""

    asked_for = None

    def teardown(self) -> None:
        try:
            instants = self.instants()
            for at in self.instants(steps=(-INSTANT, timedelta())):
                self.ask_the_database(at)
            for at in {self.now, *instants[:: 1 + len(instants) // 3]}:
                self.traveller.move_to(at)
                self.look_at_pages(at)
            target(float(Edition.objects.count()), label="editions")
        finally:
            self.end()

    @initialize(first=st.none() | seconds, who=st.sampled_from(["other", "administrator"]))
    def one_story_is_out(self, first, who):
        self.publish(1, who, first, None, None, "", None, "")

    @rule(seconds=seconds)
    def time_passes(self, seconds):
        self.move_to(self.now + timedelta(seconds=seconds))

    @rule(which=st.integers(0, 10))
    def time_passes_to_the_very_instant(self, which):
        ahead = sorted(at for at in self.boundaries() if at > self.now)
        if ahead:
            self.move_to(ahead[which % len(ahead)])

    @rule(which=stories, who=people, headline=headlines, note=notes)
    def write(self, which, who, headline, note):
        """Words, a note to editors, or both."""
        story = self.naive.stories[which]
        words = headline or story.words
        if self.tell(desk.save, which, who, story.why_not("save", who), headline=words, ednote=note):
            story.save(who, words, note)

    @rule(which=ripe_stories, who=people, move=st.sampled_from(sorted(CARRY)), override=overrides)
    def carry(self, which, who, move, override):
        which = self.ripe(which, lambda each: not self.naive.stories[each].why_not(move, who))
        story, options = self.naive.stories[which], {}
        reasons = story.why_not(move, who)
        if move == "mark_ready":
            options = {"override": override}
            reasons |= story.stops(move, who, self.now, story.seen(), override)
        if move == "send_back":
            options = {"reason": "Call the harbour."}
        if move == "spike" and story.counting():
            reasons |= {"pending", "has-run"}
        if self.tell(getattr(desk, move), which, who, reasons, **options):
            story.move(move)

    @rule(
        which=stories,
        who=people,
        offset=offsets,
        end=offsets,
        change=changes,
        note=notes,
        choice=choices,
        override=overrides,
    )
    def publish(self, which, who, offset, end, change, note, choice, override):
        at, end = self.after(offset), self.after(end)
        said = (self.now, at, change, note, end, choice)
        reasons = self.naive.why_not_publish(which, who, *said, override)
        options = {"at": at, "change": change, "note": note, "expires_at": end, "pending": choice}
        if self.tell(desk.publish, which, who, reasons, override=override, **options):
            self.naive.publish(which, *said)

    @rule(
        which=ripe_stories,
        writer=people,
        headline=headlines,
        who=people,
        change=sensible_changes,
        choice=choices,
        override=overrides,
    )
    def write_and_publish(self, which, writer, headline, who, change, choice, override):
        which = self.ripe(which, self.is_pending)
        self.write(which, writer, headline, "")
        self.publish(which, who, None, None, change, "Told.", choice, override)

    @rule(
        which=stories,
        writer=people,
        headline=headlines,
        who=people,
        offset=seconds,
        change=sensible_changes,
        override=overrides,
    )
    def write_and_schedule(self, which, writer, headline, who, offset, change, override):
        self.write(which, writer, headline, "")
        self.publish(which, who, offset, None, change, "Told.", "void", override)

    @precondition(lambda self: any(map(self.is_pending, range(3))))
    @rule(which=ripe_stories, who=people)
    def unschedule(self, which, who):
        which = self.ripe(which, self.is_pending)
        story = self.naive.stories[which]
        pending, reasons = story.pending(self.now), story.why_not("unschedule", who)
        if not pending:
            reasons.add("nothing-pending")
        if self.tell(desk.unschedule, which, who, reasons):
            self.naive.void(which, [pending])

    @precondition(lambda self: any(map(self.is_undoable, range(3))))
    @rule(which=ripe_stories, who=people, late=st.sampled_from([1, 30, 60, 61]))
    def undo_later(self, which, who, late):
        self.move_to(self.now + timedelta(seconds=late))
        self.undo(which, who)

    @precondition(lambda self: any(map(self.is_undoable, range(3))))
    @rule(which=ripe_stories, who=people)
    def undo(self, which, who):
        which = self.ripe(which, self.is_undoable)
        reasons = self.naive.stories[which].why_not("undo", who)
        if not self.naive.undoable(which, self.now):
            reasons.add("too-late")
        if self.tell(desk.undo, which, who, reasons):
            self.naive.undo(which, self.now)

    @precondition(lambda self: any(map(self.is_pending, range(3))))
    @rule(
        which=ripe_stories,
        who=people,
        step=st.sampled_from([-INSTANT, timedelta(), INSTANT]),
        choice=choices,
    )
    def embargo_what_is_scheduled(self, which, who, step, choice):
        """Until the very instant of it, and either side of that."""
        which = self.ripe(which, self.is_pending)
        pending = self.naive.stories[which].pending(self.now)
        self.embargo_until(which, who, pending.start + step if pending else None, choice)

    @rule(which=stories, who=people, offset=offsets | seconds, choice=choices)
    def embargo(self, which, who, offset, choice):
        self.embargo_until(which, who, self.after(offset), choice)

    def embargo_until(self, which, who, until, choice):
        story = self.naive.stories[which]
        reasons = story.why_not("embargo", who)
        if until and until <= self.now:
            reasons.add("in-the-past")
        pending = story.pending(self.now)
        is_broken = pending and until and pending.start < until
        if is_broken and choice != "void":
            reasons.add("pending")
        if self.tell(desk.embargo, which, who, reasons, until=until, pending=choice):
            story.set_embargo(until)
            if is_broken:
                self.naive.void(which, [pending])

    @rule(which=ripe_stories, who=people, choice=choices)
    def withdraw(self, which, who, choice):
        which = self.ripe(which, lambda each: self.naive.stories[each].live(self.now))
        reasons = self.naive.why_not_withdraw(which, who, self.now, choice)
        options = {"note": "Taken down.", "ground": "legal", "pending": choice}
        if self.tell(desk.withdraw, which, who, reasons, **options):
            self.naive.withdraw(which, self.now)

    @rule(
        which=stories,
        who=people,
        what=st.sampled_from(["restore", "rename", "four eyes"]),
        how=st.integers(0, 3),
    )
    def do_what_is_rarely_done(self, which, who, what, how):
        """One rule, so that not every other step is one of these."""
        if what == "restore":
            self.restore(which, who, number=1 + how)
        elif what == "rename":
            self.rename(which, who, SLUGS[how])
        else:
            self.want_four_eyes(which, is_wanted=how > 0)

    def restore(self, which, who, number):
        story = self.naive.stories[which]
        reasons = story.why_not("restore", who)
        if number > len(story.copies):
            reasons.add("nothing-to-restore")
        if self.tell(desk.restore, which, who, reasons, version=number):
            story.restore(who, number, has_address=which in self.naive.current)

    def rename(self, which, who, slug):
        reasons = self.naive.stories[which].why_not("rename", who)
        if not reasons and not self.naive.rename(which, self.now, slug):
            reasons.add("address-taken")
        self.tell(desk.rename, which, who, reasons, slug=slug)

    @invariant()
    def each_edition_in_hand_agrees(self):
        self.compare_editions()

    @invariant()
    def the_database_agrees_about_now(self):
        """Where what it should say is no longer what it was asked for last."""
        if self.asked_for != (asked_for := self.naive.outline(self.now)):
            self.ask_the_database(self.now)
            self.asked_for = asked_for

    @invariant()
    def addresses_are_those_that_were_given(self):
        self.compare_addresses()

    @invariant()
    def the_desk_has_the_copies_it_should(self):
        self.compare_copies()


@pytest.mark.django_db
def test_strangers_see_what_a_naive_reading_of_the_rules_says():
    run_state_machine_as_test(Newsroom, settings=SETTINGS)
