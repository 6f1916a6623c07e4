"""Whatever the desk does in whatever order, a stranger sees what a naive reading of the rules says.

`HYPOTHESIS_PROFILE=long` tries many more newsrooms than the suite does.
"""

import os
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings, target
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles import desk
from articles.models import Address, Article, Edition
from tests.articles.naive_paper import CHANGES, NaivePaper, NaiveStory
from tests.factories import NOON, make_article

INSTANT = timedelta(microseconds=1)
HEADLINES = ("Rain", "Flood", "Hail")
MANY = os.environ.get("HYPOTHESIS_PROFILE") == "long"
SETTINGS = settings(
    max_examples=200 if MANY else 10,
    stateful_step_count=50 if MANY else 30,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.target] if MANY else [Phase.generate],
    derandomize=not MANY,
    suppress_health_check=list(HealthCheck),
)

stories = st.integers(0, 2)
seconds = st.integers(1, 20_000)
offsets = st.none() | st.integers(-60, 20_000)
changes = st.sampled_from([None, "first", "withdrawal", *sorted(CHANGES)])
choices = st.sampled_from([None, "void", "strike-again"])
notes = st.sampled_from(["", "Told."])


class Newsroom(RuleBasedStateMachine):
    """The real desk and the naive one, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(NOON, tick=False)
        self.traveller = self.clock.start()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.articles = [make_article(headline=headline) for headline in ("Rain", "Rain", "Flood")]
        self.naive = NaivePaper([NaiveStory(article.headline) for article in self.articles])
        self.now = NOON

    def teardown(self) -> None:
        try:
            for at in self.instants():
                self.ask_the_database(at)
            target(float(Edition.objects.count()), label="editions")
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)
            self.clock.stop()

    def tell(self, verb, which: int, reasons: set[str], **options) -> bool:
        """Have the real desk do it; True if it did. It must refuse for one of these reasons, or do it."""
        article = Article.objects.get(pk=self.articles[which].pk)
        try:
            verb(article, by=None, **options)
        except desk.IllegalMove as refusal:
            assert refusal.code in reasons, (refusal.code, reasons)
            return False
        assert not reasons, reasons
        return True

    def after(self, offset: int | None) -> datetime | None:
        return None if offset is None else self.now + timedelta(seconds=offset)

    def spiked(self, which: int) -> set[str]:
        return {"wrong-state"} if self.naive.stories[which].is_spiked else set()

    @rule(seconds=seconds)
    def time_passes(self, seconds):
        self.move_to(self.now + timedelta(seconds=seconds))

    @rule(which=st.integers(0, 10))
    def time_passes_to_the_very_instant(self, which):
        ahead = sorted(at for at in self.boundaries() if at > self.now)
        if ahead:
            self.move_to(ahead[which % len(ahead)])

    @rule(which=stories, headline=st.sampled_from(HEADLINES))
    def write(self, which, headline):
        if not self.spiked(which):
            article = Article.objects.get(pk=self.articles[which].pk)
            article.headline = self.naive.stories[which].words = headline
            desk.save(article, by=None)

    @rule(which=stories, offset=offsets, end=offsets, change=changes, note=notes, choice=choices)
    def publish(self, which, offset, end, change, note, choice):
        at, end = self.after(offset), self.after(end)
        said = (which, self.now, at, change, note, end, choice)
        reasons = self.naive.why_not_publish(*said)
        options = {"at": at, "change": change, "note": note, "expires_at": end, "pending": choice}
        if self.tell(desk.publish, which, reasons, **options):
            self.naive.publish(*said)

    @rule(which=stories, change=st.sampled_from(sorted(CHANGES)), offset=st.none() | seconds, choice=choices)
    def publish_sensibly(self, which, change, offset, choice):
        self.publish(which, offset, None, change, "Told.", choice)

    @rule(which=stories)
    def unschedule(self, which):
        pending = self.naive.stories[which].pending(self.now)
        if self.tell(desk.unschedule, which, set() if pending else {"nothing-pending"}):
            self.naive.void(which, [pending])

    @rule(which=stories, late=st.integers(0, 61))
    def undo(self, which, late):
        self.move_to(self.now + timedelta(seconds=late))
        these = self.naive.undoable(which, self.now)
        if self.tell(desk.undo, which, set() if these else {"too-late"}):
            self.naive.undo(which, self.now)

    @rule(which=stories, offset=offsets)
    def embargo(self, which, offset):
        until = self.after(offset)
        reasons = self.spiked(which) | ({"in-the-past"} if until and until <= self.now else set())
        if self.tell(desk.embargo, which, reasons, until=until):
            story = self.naive.stories[which]
            story.embargo, pending = until, story.pending(self.now)
            if pending and until and pending.start < until:
                self.naive.void(which, [pending])

    @rule(which=stories, choice=choices)
    def withdraw(self, which, choice):
        reasons = self.naive.why_not_withdraw(which, self.now, choice)
        options = {"note": "Taken down.", "ground": "legal", "pending": choice}
        if self.tell(desk.withdraw, which, reasons, **options):
            self.naive.withdraw(which, self.now)

    @rule(which=stories)
    def spike_or_revive(self, which):
        story = self.naive.stories[which]
        if story.is_spiked:
            self.tell(desk.revive, which, set())
            story.is_spiked = False
        else:
            reasons = {"pending", "has-run"} if story.counting() else set()
            story.is_spiked = self.tell(desk.spike, which, reasons)

    @rule(which=stories, slug=st.sampled_from(["rain", "flood", "rain-2"]))
    def rename(self, which, slug):
        if self.spiked(which):
            self.tell(desk.rename, which, {"wrong-state"}, slug=slug)
        else:
            done = self.naive.rename(which, self.now, slug)
            self.tell(desk.rename, which, set() if done else {"address-taken"}, slug=slug)

    @invariant()
    def each_edition_in_hand_agrees(self):
        """`stands_at` and `is_live_at` at every boundary and both sides of it, and what changed so far."""
        editions = list(Edition.objects.order_by("number"))
        for at in self.instants():
            standing = [edition for edition in editions if edition.stands_at(at)]
            self.compare(at, standing, [edition for edition in standing if edition.is_live_at(at)])
        endless = [edition.article_id for edition in editions if edition.live_until is None]
        assert len(endless) == len(set(endless))
        for article, story in zip(self.articles, self.naive.stories, strict=True):
            own = [each for each in editions if each.article_id == article.pk and not each.voided_at]
            told = {each.number: [note["note"] for note in each.notes_so_far] for each in own}
            assert told == {one.number: story.told(one) for one in story.counting()}

    @invariant()
    def the_database_agrees_about_now(self):
        self.ask_the_database(self.now)

    @invariant()
    def addresses_are_those_that_were_given(self):
        places = {article.pk: which for which, article in enumerate(self.articles)}
        rows = Address.objects.values_list("path", "article", "is_current")
        assert {path: places[pk] for path, pk, _ in rows} == self.naive.paths
        assert {places[pk]: path for path, pk, is_current in rows if is_current} == self.naive.current

    def ask_the_database(self, at: datetime) -> None:
        self.compare(at, Edition.objects.standing(at), Edition.objects.live(at))

    def compare(self, at: datetime, standing, live) -> None:
        """Lists, so that two editions of one story would be seen."""
        for found, rule_of in ((standing, NaiveStory.standing), (live, NaiveStory.live)):
            expected = (
                (article.pk, one.number, one.words)
                for article, story in zip(self.articles, self.naive.stories, strict=True)
                if (one := rule_of(story, at))
            )
            assert sorted((e.article_id, e.number, e.headline) for e in found) == sorted(expected), at

    def boundaries(self) -> set[datetime]:
        return {at for story in self.naive.stories for at in story.boundaries()}

    def instants(self) -> list[datetime]:
        turns = self.boundaries() | {self.now, NOON}
        far = timedelta(days=4000)
        return sorted({at + step for at in turns for step in (-INSTANT, timedelta(), INSTANT)} | {NOON + far})

    def move_to(self, at: datetime) -> None:
        self.now = at
        self.traveller.move_to(at)


@pytest.mark.django_db
def test_strangers_see_what_a_naive_reading_of_the_rules_says():
    run_state_machine_as_test(Newsroom, settings=SETTINGS)
