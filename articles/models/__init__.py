"""Every model of the paper, one noun a file."""

from articles.models.address import Address, Redirect
from articles.models.article import Article
from articles.models.autosave import Autosave
from articles.models.contributor import Contributor
from articles.models.credit import ArticleCredit, EditionCredit
from articles.models.desk_entry import DeskEntry
from articles.models.edition import Edition
from articles.models.mistake import Mistake
from articles.models.revision import Revision
from articles.models.section import Section
from articles.models.slot import Slot
from articles.models.topic import Topic

__all__ = [
    "Address",
    "Article",
    "ArticleCredit",
    "Autosave",
    "Contributor",
    "DeskEntry",
    "Edition",
    "EditionCredit",
    "Mistake",
    "Redirect",
    "Revision",
    "Section",
    "Slot",
    "Topic",
]
