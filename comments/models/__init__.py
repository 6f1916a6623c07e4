"""Every model of the discussion, one noun a file."""

from comments.models.appeal import Appeal
from comments.models.block import Block
from comments.models.claim import Claim
from comments.models.comment import Comment
from comments.models.discussion import Discussion
from comments.models.fingerprint_key import FingerprintKey
from comments.models.flag import Flag
from comments.models.follow import Follow
from comments.models.hidden_branch import HiddenBranch
from comments.models.log_head import LogHead
from comments.models.mailed_link import MailedLink
from comments.models.moderation_entry import ModerationEntry, ModerationSignals
from comments.models.moderator_keys import ModeratorKeys
from comments.models.notice import Notice, NoticeMail
from comments.models.owed_reply import OwedReply
from comments.models.recommendation import Recommendation
from comments.models.section_rules import SectionRules
from comments.models.trace import Trace
from comments.models.word_list import WordList
from comments.models.writer import Writer

__all__ = [
    "Appeal",
    "Block",
    "Claim",
    "Comment",
    "Discussion",
    "FingerprintKey",
    "Flag",
    "Follow",
    "HiddenBranch",
    "LogHead",
    "MailedLink",
    "ModerationEntry",
    "ModerationSignals",
    "ModeratorKeys",
    "Notice",
    "NoticeMail",
    "OwedReply",
    "Recommendation",
    "SectionRules",
    "Trace",
    "WordList",
    "Writer",
]
