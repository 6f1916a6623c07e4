"""From a comment to what readers get of it: its text, its heading and its time, as safe HTML. No queries.

It is made when the comment is shown and kept beside it. `RENDERER` is raised whenever this makes
something else of the same comment; what is empty or older is made anew in memory.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import instants
from articles.body import render_reader_text
from comments.covering import cover

RENDERER = 1

#: The columns that `keep` writes.
KEPT = ("text_html", "heading_html", "time_html", "rendered_by")

STAFF_BADGE = "Staff"


def keep(comment: Any) -> None:
    """Write what readers get of this comment into its columns; the caller saves `KEPT`."""
    comment.text_html = text(comment.text, comment.blanked)
    comment.heading_html = heading(comment.name, comment.website, comment.is_staff)
    comment.time_html = when(comment.posted_at, comment.edited_at)
    comment.rendered_by = RENDERER


def text(words: str, blanked: Iterable[Any] = ()) -> SafeString:
    """What was said, with a mark in the place of what moderators took out of it."""
    return render_reader_text(cover(words, blanked))


def when(posted_at: datetime, edited_at: datetime | None) -> SafeString:
    """When it was said, and that it is no longer as it was said then."""
    posted = instants.time_tag(posted_at)
    return format_html("{}, edited", posted) if edited_at else posted


def heading(name: str, website: str, is_staff: bool) -> SafeString:
    """Who speaks: the name, as a link if they gave a website, and a badge for staff."""
    if website:
        who = format_html('<a href="{}" rel="nofollow ugc noopener">{}</a>', website, name)
    else:
        who = format_html("{}", name)
    return format_html('{} <span class="badge">{}</span>', who, STAFF_BADGE) if is_staff else who
