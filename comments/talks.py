"""A story's discussion with the rules that are in force for it.

Pages take the rules from a copy that each process keeps, so that they need no query; the copy is made anew
when it is older than `KEPT_FOR`. What is sent is judged by the rules as they stand.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from articles.models import Article, Edition
from comments.models import Discussion, SectionRules
from comments.rules import Rules, resolve
from comments.states import TAKES_COMMENTS, VISIBLE_MODES, Mode

KEPT_FOR = 10.0  # seconds

_copy: tuple[float, dict[int | None, SectionRules]] | None = None


@dataclass(frozen=True)
class Talk:
    discussion: Discussion
    rules: Rules
    #: When readers first had the story.
    published_at: datetime

    @property
    def shown_count(self) -> int:
        return self.discussion.shown_count

    @property
    def is_visible(self) -> bool:
        return self.rules.mode in VISIBLE_MODES

    @property
    def closes_at(self) -> datetime | None:
        """What was said of the story alone goes before the days that its section allows."""
        if self.discussion.closes_at is not None or self.rules.closes_after is None:
            return self.discussion.closes_at
        return self.published_at + self.rules.closes_after

    def takes_comments_at(self, at: datetime) -> bool:
        return self.rules.mode in TAKES_COMMENTS and (self.closes_at is None or at < self.closes_at)

    def is_unattended_at(self, at: datetime) -> bool:
        return self.rules.unattended is not None and self.rules.unattended.holds_at(at)

    def mode_at(self, at: datetime) -> Mode:
        """While nobody reads them, all comments wait."""
        is_open = self.rules.mode in TAKES_COMMENTS
        return Mode.HOLD_ALL if is_open and self.is_unattended_at(at) else self.rules.mode

    def notes_at(self, at: datetime) -> list[str]:
        """What the form tells those who are about to write."""
        notes = [WHAT_BECOMES_OF_IT[self.mode_at(at)]]
        if self.is_unattended_at(at):
            ends = self.rules.unattended.ends_after(at)
            notes = [f"Nobody reads comments now. Yours waits until {_spoken(ends, at)}." if ends else NOBODY]
        if self.rules.slow:
            minutes = self.rules.slow // timedelta(minutes=1)
            wait = "a minute" if minutes == 1 else f"{minutes} minutes"
            notes.append(f"Here everybody waits {wait} between two comments.")
        return notes

    @property
    def heading(self) -> str:
        """“2 comments”, as a reader would say it."""
        if not self.is_visible:
            return "Comments"
        if not self.shown_count:
            return "No comments yet"
        return "1 comment" if self.shown_count == 1 else f"{self.shown_count:,} comments"


NOBODY = "Nobody reads comments now. Yours waits."
WHAT_BECOMES_OF_IT = {
    Mode.OPEN: "It is shown once your address is confirmed.",
    Mode.HOLD_FIRST_TIMERS: "A moderator reads the first comment of everybody before it is shown.",
    Mode.HOLD_ALL: "A moderator reads every comment before it is shown.",
    Mode.CLOSED: "",
    Mode.HIDDEN: "",
}


def talk_of(edition: Edition) -> Talk:
    """The discussion under what readers have of a story. One query, and none for the rules."""
    discussion = Discussion.objects.filter(pk=edition.article_id).first()
    discussion = discussion or Discussion(article_id=edition.article_id)
    sections = (edition.top_section_id, edition.section_id)
    return Talk(discussion, _in_force(_kept(), sections, discussion), edition.first_published_at)


def talk_now(article: Article, discussion: Discussion, now: datetime) -> Talk | None:
    """The same as it stands in the database at this moment. None for a story that readers can't read."""
    edition = Edition.objects.live(now).filter(article=article).first()
    if edition is None:
        return None
    sections = (edition.top_section_id, edition.section_id)
    return Talk(discussion, _in_force(_read(), sections, discussion), edition.first_published_at)


def visible_among(articles: Iterable[int], now: datetime) -> set[int]:
    """Those of these articles of which readers see what was said, as it stands at this moment."""
    said, discussions = _read(), Discussion.objects.in_bulk(articles)
    live = Edition.objects.live(now).filter(article__in=articles)
    return {
        article
        for article, *sections in live.values_list("article", "top_section", "section")
        if _in_force(said, sections, discussions.get(article) or Discussion()).mode in VISIBLE_MODES
    }


def forget() -> None:
    """Drop this process's copy, so that the next page shows what was just changed."""
    global _copy
    _copy = None


def _in_force(said: dict[int | None, SectionRules], sections: Iterable[Any], discussion: Discussion) -> Rules:
    layers = [said.get(section) for section in (None, *dict.fromkeys(sections))]
    return resolve([*(layer for layer in layers if layer is not None), discussion])


def _kept() -> dict[int | None, SectionRules]:
    global _copy
    if _copy is None or time.monotonic() - _copy[0] > KEPT_FOR:
        _copy = time.monotonic(), _read()
    return _copy[1]


def _read() -> dict[int | None, SectionRules]:
    return {rules.section_id: rules for rules in SectionRules.objects.all()}


def _spoken(instant: datetime, now: datetime) -> str:
    """“07:00”, and the day where it isn't today."""
    zone = timezone.get_default_timezone()
    local, today = timezone.localtime(instant, zone), timezone.localtime(now, zone).date()
    days = (local.date() - today).days
    return f"{local:%H:%M}" if days == 0 else f"{local:%H:%M} tomorrow" if days == 1 else f"{local:%A, %H:%M}"
