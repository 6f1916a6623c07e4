"""The pages of the discussion: GET reads, POST posts."""

from comments.views.reading import comment, discussion
from comments.views.replying import reply
from comments.views.sent import sent

__all__ = ["comment", "discussion", "reply", "sent"]
