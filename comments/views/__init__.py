"""The pages of the discussion: GET reads, POST posts."""

from comments.views.mine import (
    answer,
    appeal,
    delete,
    edit,
    erase,
    export,
    follow,
    leave,
    mine,
    open_mine,
    unfollow_all,
)
from comments.views.noticing import notice, notice_state
from comments.views.proving import confirm
from comments.views.reading import comment, discussion
from comments.views.recommending import recommend
from comments.views.replying import reply
from comments.views.reporting import report, reported
from comments.views.sent import sent
from comments.views.unsubscribing import unsubscribe

__all__ = [
    "answer",
    "appeal",
    "comment",
    "confirm",
    "delete",
    "discussion",
    "edit",
    "erase",
    "export",
    "follow",
    "leave",
    "mine",
    "notice",
    "notice_state",
    "open_mine",
    "recommend",
    "reply",
    "report",
    "reported",
    "sent",
    "unfollow_all",
    "unsubscribe",
]
