"""The verbs of the discussion: everything that is done to a comment, by whoever does it.

`post(article, *, by, …)`; by moderators `show`, `keep`, `hold`, `remove`, `restore`, `mark_spam`,
`hide_branch`, `show_branch` and `undo` (comment, *, by, …), `blank_part` and `unblank`, and of what is put to
them `decide_notice` and `decide_appeal`; by writers `prove`, `answer`, `disown`, `edit`, `retract`, `erase`
and `appeal`; by readers `flag` and `give_notice`. In one transaction each locks the discussion, on which
numbers, places and counters hang, then the comment, and last the end of the log; checks the move and the
permission; writes only what it changes; and leaves a `ModerationEntry`. `by=None` is a guest for `post` and
`flag`, else the system. What can't be done raises `IllegalMove`.

`pick` and `unpick` go by the same rules. `recommend` and `unrecommend(comment, *, by, sender)` are a
reader's: they lock the comment alone, and a `Recommendation` is all that they leave.
`follow` and `unfollow` are wishes for mail, of which the log knows nothing.
"""

from comments.moderation.appealing import appeal, decide_appeal
from comments.moderation.blanking import blank_part, unblank
from comments.moderation.branches import hide_branch, show_branch
from comments.moderation.deciding import hold, keep, mark_spam, remove, restore, show
from comments.moderation.flagging import flag
from comments.moderation.following import follow, unfollow, unfollow_all
from comments.moderation.noticing import decide_notice, give_notice
from comments.moderation.owning import edit, erase, retract
from comments.moderation.picking import pick, unpick
from comments.moderation.posting import post
from comments.moderation.proving import answer, disown, prove
from comments.moderation.rebuilding import rebuild
from comments.moderation.recommending import is_recommended, recommend, unrecommend
from comments.moderation.refusals import IllegalMove
from comments.moderation.undoing import undo

#: The verbs that decide on a comment, by name: what admin buttons and actions call.
DECISIONS = {
    verb.__name__: verb for verb in (show, keep, hold, remove, mark_spam, restore, hide_branch, show_branch)
}

#: What editors do to a comment without deciding whether readers may see it.
PICKS = {verb.__name__: verb for verb in (pick, unpick)}

__all__ = [
    "DECISIONS",
    "PICKS",
    "IllegalMove",
    "answer",
    "appeal",
    "blank_part",
    "decide_appeal",
    "decide_notice",
    "disown",
    "edit",
    "erase",
    "flag",
    "follow",
    "give_notice",
    "hide_branch",
    "hold",
    "is_recommended",
    "keep",
    "mark_spam",
    "pick",
    "post",
    "prove",
    "rebuild",
    "recommend",
    "remove",
    "restore",
    "retract",
    "show",
    "show_branch",
    "unblank",
    "undo",
    "unfollow",
    "unfollow_all",
    "unpick",
    "unrecommend",
]
