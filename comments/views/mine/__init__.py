"""The page of a writer: their comments, what became of each, and what they can do about it.

It opens by a mailed link, in one browser, for a day. Nothing here is cached, and no address of it is told to
another page. Every form carries a token of its own, since a page that tells no referrer has no origin either.
"""

from comments.views.mine.acting import answer, delete, edit
from comments.views.mine.appealing import appeal
from comments.views.mine.following import follow, unfollow_all
from comments.views.mine.leaving import erase, export, leave
from comments.views.mine.opening import open_mine
from comments.views.mine.page import mine

__all__ = [
    "answer",
    "appeal",
    "delete",
    "edit",
    "erase",
    "export",
    "follow",
    "leave",
    "mine",
    "open_mine",
    "unfollow_all",
]
