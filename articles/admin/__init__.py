"""The paper on the desk's site: tables, forms and buttons. Verbs do the work; no rule is made here."""

from articles.admin.article import ArticleAdmin
from articles.admin.contributor import ContributorAdmin
from articles.admin.desk_entry import DeskEntryAdmin
from articles.admin.edition import EditionAdmin
from articles.admin.mistake import MistakeAdmin
from articles.admin.redirect import RedirectAdmin
from articles.admin.section import SectionAdmin
from articles.admin.slot import SlotAdmin
from articles.admin.topic import TopicAdmin

__all__ = [
    "ArticleAdmin",
    "ContributorAdmin",
    "DeskEntryAdmin",
    "EditionAdmin",
    "MistakeAdmin",
    "RedirectAdmin",
    "SectionAdmin",
    "SlotAdmin",
    "TopicAdmin",
]
