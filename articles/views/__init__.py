"""Readers' pages: the same bytes for every anonymous reader, without cookie or token."""

from articles.views.archive import archive_day, archive_month, archive_year
from articles.views.lists import contributor, front, topic
from articles.views.place import place
from articles.views.preview import preview

__all__ = [
    "archive_day",
    "archive_month",
    "archive_year",
    "contributor",
    "front",
    "place",
    "preview",
    "topic",
]
