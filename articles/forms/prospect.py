"""What will be true for readers if a story is published or taken down as chosen, in sentences."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.text import get_text_list

from articles.desk.publication import Publication
from articles.desk.publishing import Pending, end_of_again
from articles.front import Standing, standing_of
from articles.models import Article
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
            scheduled(self.facts, self.pending),
            self._ends(),
            settles(self.facts, "This"),
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
        if ran.expires_at and ran.expires_at < self.at:
            return f"Until {moment(ran.expires_at)} readers keep {what}, and from then on nothing until this."
        return f"Until then readers keep {what}."

    def _ends(self) -> str:
        again = self.facts.pending if self.pending == Pending.STRIKE_AGAIN else None
        if again and not (self.expires_at and self.expires_at <= again.live_from):
            end = end_of_again(again, self.expires_at)
            return f"After that it ends {moment(end)}." if end else ""
        if self.expires_at:
            return f"It ends {moment(self.expires_at)}."
        end = self.facts.end_to_come
        return f"It no longer ends {moment(end)}." if end and end > self.live_from else ""


def scheduled(facts: Publication, choice: str) -> str:
    """What becomes of the scheduled version; asks, where nobody has chosen yet."""
    if facts.pending is None:
        return ""
    what = f"Version {facts.pending.number}, scheduled for {moment(facts.pending.live_from)},"
    if choice == Pending.VOID:
        return f"{what} is dropped."
    if choice == Pending.STRIKE_AGAIN:
        return f"{what} is made again from the story as it is now."
    return f"{what} would still come after that: choose what becomes of it."


def taken_down(facts: Publication, choice: str) -> str:
    instead = f"in place of published version {facts.ran.number}" if facts.is_live else "in the story's place"
    said = f"At once, readers find your notice {instead}, and no list names the story any more."
    return " ".join(filter(None, (said, scheduled(facts, choice), settles(facts, "This"))))


def settles(facts: Publication, what: str) -> str:
    """What becomes of the mistakes that readers spotted and the desk is correcting."""
    count = facts.reports_taken
    if not count:
        return ""
    reports, told = ("report", "reader is") if count == 1 else ("reports", "readers are")
    return f"{what} settles {count} {reports} of a mistake; the {told} told, if there is an address."
