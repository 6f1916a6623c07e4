"""One comment as a page shows it, as safe HTML. No queries, no models.

Written for pages of hundreds of comments: rows are plain tuples, and what each shows comes ready from its
columns.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from comments import rendering
from comments.paths import LEVELS
from comments.states import INSTEAD, Status

PICK_BADGE = ' <span class="badge badge-pick">Editors’ pick</span>'


class Row(NamedTuple):
    """A comment as its page needs it; the fields are named as a query names them."""

    pk: int
    parent_id: int | None
    path: str
    depth: int
    number: int | None
    status: str
    shown_replies: int
    recommended: int
    picked_at: datetime | None
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
    edited_at: datetime | None = None
    blanked: Iterable[Any] = ()

    @property
    def is_staff(self) -> bool:
        return self.account_id is not None


class Drawing:
    """Draws the comments of one story. What it returns is escaped or out of an `HTMLField`."""

    def __init__(self, story_path: str, *, takes_replies: bool) -> None:
        self.base = escape(f"{story_path}comments/")
        self.takes_replies = takes_replies

    def comment(self, row: Row, *, is_nested: bool, is_beside: bool) -> str:
        """`is_nested`: the page has it in the list of its parent, or it has none. `is_beside`: it is deeper
        than the page nests, which is then said in words."""
        number, is_kept = row.number, row.rendered_by == rendering.RENDERER
        heading = row.heading_html if is_kept else rendering.heading(row.name, row.website, row.is_staff)
        time = row.time_html if is_kept else rendering.when(row.posted_at, row.edited_at)
        text = row.text_html if is_kept else rendering.text(row.text, row.blanked)
        badge = PICK_BADGE if row.picked_at else ""
        return (
            f'<article class="comment" id="comment-{number}" aria-labelledby="comment-{number}-by">'
            f'<h3 id="comment-{number}-by">{number}. <bdi>{heading}</bdi>'
            f"{self.in_reply_to(row, is_nested) if row.parent_id else ''}{badge}</h3>"
            f'<p class="comment-when"><a href="{self.base}{number}/">{time}</a>'
            f"{level(row) if is_beside else ''}</p>"
            f'<div class="comment-text" dir="auto">{text}</div>'
            f"{self.actions(row)}</article>"
        )

    def in_reply_to(self, row: Row, is_nested: bool) -> str:
        """What it answers: by name, and as a link where that isn't the comment that it is nested in."""
        if row.parent__status != Status.SHOWN:
            who = "a comment that is not shown"
        elif is_nested:
            who = f"<bdi>{escape(row.parent__name)}</bdi>"
        else:
            number = row.parent__number
            who = f'<a href="{self.base}{number}/"><bdi>{escape(row.parent__name)}</bdi> ({number})</a>'
        return f'<span class="answered">, in reply to {who}</span>'

    def actions(self, row: Row) -> str:
        number, name = row.number, escape(row.name)
        reply = (
            f'<a href="{self.base}{number}/reply/" data-reply>'
            f'Reply<span class="visually-hidden"> to <bdi>{name}</bdi></span></a>'
        )
        return (
            f'<p class="comment-actions">{reply if self.takes_replies else ""}'
            f'<button form="recommend-form" formaction="{self.base}{number}/recommend/">Recommend'
            f'<span class="visually-hidden"> comment {number} by <bdi>{name}</bdi></span></button>'
            f"{recommendations(row.recommended)} {self.report_link(row)}</p>"
        )

    def report_link(self, row: Row) -> str:
        return (
            f'<a href="{self.base}{row.number}/report/" rel="nofollow" class="report">Report'
            f'<span class="visually-hidden"> <bdi>{escape(row.name)}</bdi>’s comment</span></a>'
        )

    def more(self, row: Row, count: int, after: int | None) -> str:
        """The link to `count` replies that the page doesn't list, which begin after the number `after`."""
        who = f"<bdi>{escape(row.name)}</bdi>" if row.status == Status.SHOWN else f"comment {row.number}"
        link = f"{count:,} more {'reply' if count == 1 else 'replies'} to {who}"
        query = f"?after={after}" if after else ""
        return f'<p class="more-replies"><a href="{self.base}{row.number}/{query}#replies">{link}</a></p>'


def recommendations(count: int) -> str:
    """The count, with the word for it where it can only be heard; "" for none."""
    if not count:
        return ""
    word = "recommendation" if count == 1 else "recommendations"
    return f' <span class="recommendations">{count:,}<span class="visually-hidden"> {word}</span></span>'


def level(row: Row) -> str:
    deeper = " or deeper" if row.depth == LEVELS - 1 else ""
    return f' <span class="level">Level {row.depth + 1}{deeper}</span>'


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
