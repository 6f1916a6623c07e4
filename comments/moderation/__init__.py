"""The verbs of the discussion: everything that is done to a comment, by whoever does it.

`post(article, *, by, …)` and `show`, `hold`, `remove`, `restore`, `mark_spam(comment, *, by, …)`. In one
transaction each locks the discussion, on which numbers, places and counters hang, and then the comment;
checks the move and the permission; writes only what it changes; and leaves a `ModerationEntry`. `by=None`
is a guest for `post` and the system for the others. What can't be done raises `IllegalMove`.
"""

from comments.moderation.deciding import hold, mark_spam, remove, restore, show
from comments.moderation.posting import post
from comments.moderation.rebuilding import rebuild
from comments.moderation.refusals import IllegalMove

#: The verbs that decide on a comment, by name: what admin buttons and actions call.
DECISIONS = {verb.__name__: verb for verb in (show, hold, remove, mark_spam, restore)}

__all__ = ["DECISIONS", "IllegalMove", "hold", "mark_spam", "post", "rebuild", "remove", "restore", "show"]
