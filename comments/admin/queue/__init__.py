"""The moderators' queue: comments in one's hands, that stay where they are while one decides on them."""

from comments.admin.queue.pages import queue_urls

__all__ = ["queue_urls"]
