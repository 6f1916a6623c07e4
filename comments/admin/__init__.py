"""The desk of the moderators: what waits, what was decided, and how each discussion takes comments."""

from comments.admin.comments import CommentAdmin
from comments.admin.discussions import DiscussionAdmin
from comments.admin.log import ModerationEntryAdmin

__all__ = ["CommentAdmin", "DiscussionAdmin", "ModerationEntryAdmin"]
