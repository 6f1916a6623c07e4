"""The desk of the moderators: what waits, what was decided, and how each discussion takes comments."""

from comments.admin.appeals import AppealAdmin
from comments.admin.blocks import BlockAdmin
from comments.admin.comments import CommentAdmin
from comments.admin.discussions import DiscussionAdmin
from comments.admin.flags import FlagAdmin
from comments.admin.log import ModerationEntryAdmin
from comments.admin.notices import NoticeAdmin
from comments.admin.rules import SectionRulesAdmin
from comments.admin.word_lists import WordListAdmin

__all__ = [
    "AppealAdmin",
    "BlockAdmin",
    "CommentAdmin",
    "DiscussionAdmin",
    "FlagAdmin",
    "ModerationEntryAdmin",
    "NoticeAdmin",
    "SectionRulesAdmin",
    "WordListAdmin",
]
