"""Every model of the discussion, one noun a file."""

from comments.models.comment import Comment
from comments.models.discussion import Discussion
from comments.models.moderation_entry import ModerationEntry, ModerationSignals
from comments.models.writer import Writer

__all__ = ["Comment", "Discussion", "ModerationEntry", "ModerationSignals", "Writer"]
