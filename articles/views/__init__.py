"""Readers' pages: the same bytes for every anonymous reader, without cookie or token."""

from articles.views.archive import archive_day, archive_month, archive_year
from articles.views.changes import changes
from articles.views.corrections import corrections, corrections_feed
from articles.views.lists import contributor, front, topic
from articles.views.mistake import mistake, thanks
from articles.views.place import place
from articles.views.preview import preview

__all__ = [
    "archive_day",
    "archive_month",
    "archive_year",
    "changes",
    "contributor",
    "corrections",
    "corrections_feed",
    "front",
    "mistake",
    "place",
    "preview",
    "thanks",
    "topic",
]
