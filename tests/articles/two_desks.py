"""The real desk and the naive one, begun alike: telling the real one what the naive one has been told."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.contrib.auth.models import User
from django.db import transaction

from articles import desk
from articles.models import Article, Section
from tests.articles.naive_desk import NaiveSection
from tests.articles.naive_paper import NaivePaper, NaiveStory
from tests.factories import NOON, make_article, make_section, make_user

#: The role of each person at the desk.
ROLES = {"editor": "editor", "other": "editor", "administrator": "administrator", "reporter": "reporter"}


class TwoDesks:
    """Three stories, written twice, and a clock that stands until it is moved; nothing is kept at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(NOON, tick=False)
        self.traveller = self.clock.start()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.now = NOON
        self.people: dict[str | None, User | None] = {name: make_user(role=ROLES[name]) for name in ROLES}
        self.people[None] = None
        self.begin()

    def begin(self) -> None:
        """One story was loaded, one an editor began, one a reporter, in a sub-section."""
        strict = make_section(name="Strict")
        self.sections = [make_section(), strict, make_section(name="Below", parent=strict)]
        world, above = NaiveSection(), NaiveSection()
        below = NaiveSection(parent=above)
        self.articles = [make_article(headline="Rain", section=self.sections[0])]
        naive = [NaiveStory("Rain", world, is_loaded=True)]
        for headline, section, kept, who in (("Rain", 1, above, "editor"), ("Flood", 2, below, "reporter")):
            begun = Article(headline=headline, section=self.sections[section], body="<p>What happened.</p>")
            self.articles.append(desk.start(begun, by=self.people[who]))
            naive.append(NaiveStory(headline, kept, owner=who))
        self.naive = NaivePaper([world, above, below], naive)
        self.want_four_eyes(1, True)

    def end(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)
        self.clock.stop()

    def tell(self, verb: Callable, which: int, who: str | None, reasons: set[str], **options: Any) -> bool:
        """Have the real desk do it; True if it did. It must refuse for one of these reasons, or do it.

        `headline` and `ednote` are written into the story first.
        """
        article = Article.objects.get(pk=self.articles[which].pk)
        for name in options.keys() & {"headline", "ednote"}:
            setattr(article, name, options.pop(name))
        try:
            verb(article, by=self.people[who], **options)
        except desk.IllegalMove as refusal:
            assert refusal.code in reasons, (refusal.code, reasons)
            return False
        assert not reasons, reasons
        return True

    def want_four_eyes(self, section: int, is_wanted: bool) -> None:
        self.naive.sections[section].wants_four_eyes = is_wanted
        Section.objects.filter(pk=self.sections[section].pk).update(four_eyes=is_wanted)

    def ripe(self, which: int, is_ripe: Callable[[int], Any]) -> int:
        """One of the stories to which something can be done now, for 3 and above; else just that story."""
        some = [each for each in range(3) if is_ripe(each)]
        return some[which % len(some)] if which > 2 and some else which % 3

    def is_undoable(self, which: int) -> bool:
        return bool(self.naive.undoable(which, self.now))

    def is_pending(self, which: int) -> bool:
        return bool(self.naive.stories[which].pending(self.now))

    def after(self, offset: int | None) -> datetime | None:
        return None if offset is None else self.now + timedelta(seconds=offset)

    def move_to(self, at: datetime) -> None:
        self.now = at
        self.traveller.move_to(at)
