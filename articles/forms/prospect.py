"""What will be true for readers if a story is published or taken down as chosen, in sentences."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.text import get_text_list

from articles.desk.publication import Publication
from articles.desk.publishing import Pending, end_of_again
from articles.front import Standing, standing_of
from articles.models import Article, Edition
from articles.sight import moment


@dataclass(frozen=True)
class Prospect:
    """Publication at an instant (None: now), with what else was chosen; `facts` come with their words."""

    article: Article
    facts: Publication
    at: datetime | None = None
    expires_at: datetime | None = None
    pending: str = ""

    @property
    def live_from(self) -> datetime:
        return self.at or self.facts.now

    @cached_property
    def sentence(self) -> str:
        said = (
            self._goes_live(),
            self._instead(),
            scheduled(self.facts, self.pending, is_later=self.at is not None),
            self._ends(),
            settles(self.facts),
        )
        return " ".join(filter(None, said))

    def _goes_live(self) -> str:
        when = moment(self.at) if self.at else "now"
        return f"Goes live {when}, {self._where()}."

    def _where(self) -> str:
        section = self.article.section
        if section is None:
            return "once it has a section"
        ran = self.facts.ran
        first = ran.first_published_at if ran else self.live_from
        standing = standing_of(self.article, first, self.live_from)
        places = [section.name, *([section.parent.name] if section.parent else [])]
        places += [] if standing == Standing.ABSENT else ["the front page"]
        return f"on {get_text_list(places, 'and')}{', which it leads' if standing == Standing.LEAD else ''}"

    def _instead(self) -> str:
        """What becomes of what readers have."""
        ran = self.facts.ran
        if ran is None:
            return ""
        what = "the notice that it was taken down" if ran.is_withdrawal else f"published version {ran.number}"
        if ran.expires_at and ran.expires_at <= self.facts.now:
            return f"Readers have had nothing since {what} ended."
        if self.at is None:
            return f"It takes the place of {what}."
        if self._may_come_after_what_is_scheduled():
            return ""
        if ran.expires_at and ran.expires_at < self.at:
            return f"Until {moment(ran.expires_at)} readers keep {what}, and from then on nothing until this."
        return f"Until then readers keep {what}."

    def _may_come_after_what_is_scheduled(self) -> bool:
        pending = self.facts.pending
        return bool(pending and self.pending != Pending.VOID and pending.live_from < self.live_from)

    def _ends(self) -> str:
        again = self.facts.pending
        if again and self.pending == Pending.STRIKE_AGAIN:
            return self._ends_made_again(again)
        if self.expires_at:
            # Of a version that might be made again the end depends on it.
            is_asked = again and self.at is None and not self.pending
            return "" if is_asked else f"It ends {moment(self.expires_at)}."
        end = self.facts.end_to_come
        if end is None or end <= self.live_from or (again and again.live_from <= end):
            return ""
        return f"It no longer ends {moment(end)}."

    def _ends_made_again(self, again: Edition) -> str:
        """How this ends where the scheduled version is made again, and whether it comes back with that."""
        end, back = end_of_again(again, self.expires_at), again.live_from
        if self.expires_at and self.expires_at < back:
            comes_back = f"when it comes back, {f'until {moment(end)}' if end else 'without an end'}"
            return (
                f"The story ends {moment(self.expires_at)}: from then on readers find nothing until "
                f"{moment(back)}, {comes_back}."
            )
        if end:
            return f"After that it ends {moment(end)}."
        return "After that it does not end." if self.expires_at else ""


def scheduled(facts: Publication, choice: str, *, is_later: bool = False) -> str:
    """What becomes of the scheduled version; asks, where nobody has chosen yet.

    `is_later` is whether another is to be scheduled, in place of which it can only be dropped.
    """
    if facts.pending is None:
        return ""
    what = f"{facts.pending.number}, scheduled for {moment(facts.pending.live_from)}"
    if choice == Pending.VOID:
        return f"Version {what}, is dropped."
    if is_later:
        return f"Only one version can be scheduled at a time: choose what becomes of version {what}."
    if choice == Pending.STRIKE_AGAIN:
        return f"Version {what}, is made again from the story as it is now."
    return f"Version {what}, would still come after that: choose what becomes of it."


def taken_down(facts: Publication, choice: str) -> str:
    instead = f"in place of published version {facts.ran.number}" if facts.is_live else "in the story's place"
    said = f"At once, readers find your notice {instead}, and no list names the story any more."
    return " ".join(filter(None, (said, scheduled(facts, choice), settles(facts))))


def settles(facts: Publication) -> str:
    """What becomes of the mistakes that readers spotted and the desk is correcting."""
    count = facts.reports_taken
    if not count:
        return ""
    reports, told = ("report", "reader is") if count == 1 else ("reports", "readers are")
    return f"This settles {count} {reports} of a mistake; the {told} told, if there is an address."
