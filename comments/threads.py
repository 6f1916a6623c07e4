"""From rows to the nested lists of a discussion, as one piece of safe HTML. No queries, no models.

Written for pages of hundreds of comments: rows are plain tuples, nothing recurses however deep the
thread, and what each comment shows comes ready from its columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from articles import instants
from articles.body import join_trusted, render_reader_text
from comments import rendering
from comments.states import INSTEAD, Status

#: How many levels are nested on the page; deeper replies stand on the last one and say what they answer.
LEVELS_SHOWN = 5


class Row(NamedTuple):
    """A comment as its page needs it; the fields are named as a query names them."""

    pk: int
    parent_id: int | None
    path: str
    depth: int
    number: int | None
    status: str
    shown_replies: int
    name: str
    website: str
    account_id: int | None
    posted_at: datetime
    text: str
    heading_html: str
    time_html: str
    text_html: str
    rendered_by: int
    parent__number: int | None
    parent__name: str | None
    parent__status: str | None

    @property
    def is_staff(self) -> bool:
        return self.account_id is not None


@dataclass
class Thread:
    """What the lists need to know beside their rows."""

    #: The path of the story, under which permalinks and reply pages are found.
    story_path: str
    #: Whether replies are taken, so that each comment offers one.
    takes_replies: bool
    #: The comment under which these rows stand; None for those of a whole story.
    under: int | None = None
    #: How many more replies than are listed here a root has, by the root's pk.
    more: dict[int, int] = field(default_factory=dict)


def render(rows: Iterable[Row], thread: Thread) -> SafeString:
    """The nested lists of these rows, which come in the order of their paths. "" for none."""
    return join_trusted(_Lists(thread).write(rows))


class _Lists:
    """Opens and closes lists as rows go down and up. It joins what is escaped or out of an `HTMLField`."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.base = escape(f"{thread.story_path}comments/")
        self.html: list[str] = []
        #: The comments that we are inside of, outermost first, and the lists that are open around them.
        self.inside: list[Row] = []
        self.lists = 0

    def write(self, rows: Iterable[Row]) -> list[str]:
        for row in rows:
            while self.inside and self.inside[-1].depth >= row.depth:
                self.leave()
            if len(self.inside) == LEVELS_SHOWN:
                self.stand_beside(row)
            else:
                self.enter(row)
        while self.inside:
            self.leave()
        self.close_list()
        return self.html

    def enter(self, row: Row) -> None:
        if self.lists == len(self.inside):
            self.html.append('<ol role="list" class="thread">')
            self.lists += 1
        self.html.append("<li>")
        self.comment(row, self.inside[-1].pk if self.inside else self.thread.under)
        self.inside.append(row)

    def stand_beside(self, row: Row) -> None:
        """A reply below the last nested level: the next item of that level's list."""
        self.html.append("</li><li>")
        self.comment(row, self.inside[-2].pk)

    def leave(self) -> None:
        row = self.inside.pop()
        if self.lists > len(self.inside) + 1:
            self.close_list()
        if row.pk in self.thread.more:
            self.more(row, self.thread.more[row.pk])
        self.html.append("</li>")

    def close_list(self) -> None:
        if self.lists:
            self.html.append("</ol>")
            self.lists -= 1

    def comment(self, row: Row, above: int | None) -> None:
        """One comment, said to be in reply to its parent where that isn't the one it is nested in."""
        if row.status != Status.SHOWN:
            self.html.append(placeholder(row))
            return
        number, is_kept = row.number, row.rendered_by == rendering.RENDERER
        heading = row.heading_html if is_kept else rendering.heading(row.name, row.website, row.is_staff)
        time = row.time_html if is_kept else instants.time_tag(row.posted_at)
        text = row.text_html if is_kept else render_reader_text(row.text)
        self.html.append(
            f'<article class="comment" id="comment-{number}" aria-labelledby="comment-{number}-by">'
            f'<h3 id="comment-{number}-by">{number}. <bdi>{heading}</bdi></h3>'
            f'<p class="comment-when"><a href="{self.base}{number}/">{time}</a>'
            f"{'' if row.parent_id == above else self.in_reply_to(row)}</p>"
            f'<div class="comment-text" dir="auto">{text}</div>'
            f"{self.reply_link(row) if self.thread.takes_replies else ''}</article>"
        )

    def in_reply_to(self, row: Row) -> str:
        if row.parent__status != Status.SHOWN:
            return " in reply to a comment that is not shown"
        who = f"<bdi>{escape(row.parent__name)}</bdi> ({row.parent__number})"
        return f' in reply to <a href="{self.base}{row.parent__number}/">{who}</a>'

    def reply_link(self, row: Row) -> str:
        return (
            f'<p class="comment-reply"><a href="{self.base}{row.number}/reply/" data-reply>'
            f'Reply<span class="visually-hidden"> to <bdi>{escape(row.name)}</bdi></span></a></p>'
        )

    def more(self, row: Row, count: int) -> None:
        who = f"<bdi>{escape(row.name)}</bdi>" if row.status == Status.SHOWN else f"comment {row.number}"
        link = f"{count:,} more {'reply' if count == 1 else 'replies'} to {who}"
        self.html.append(f'<p class="more-replies"><a href="{self.base}{row.number}/">{link}</a></p>')


def placeholder(row: Row) -> SafeString:
    """The place that a comment with shown replies leaves: no name, no text."""
    said = INSTEAD[Status(row.status)]
    if row.number is None:
        return format_html('<article class="comment comment-gone"><h3>{}</h3></article>', said)
    return format_html(
        '<article class="comment comment-gone" id="comment-{0}" aria-labelledby="comment-{0}-by">'
        '<h3 id="comment-{0}-by">{0}. {1}</h3></article>',
        row.number,
        said,
    )
