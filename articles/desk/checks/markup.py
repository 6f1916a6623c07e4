"""Checks of how the body is built. No queries; the body is clean, so its tags are all well-formed."""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.text import Truncator

from articles import body
from articles.desk.checks.candidate import Candidate

HEADER = re.compile(r"<th[ >]")
HEADING = re.compile(r"<h([23])>(.*?)</h\1>", re.DOTALL)


def skipped_heading(candidate: Candidate) -> str:
    """The first heading of the body, where it is of the lower of its two levels."""
    first = HEADING.search(candidate.body)
    if first is None or first[1] == "2":
        return ""
    return Truncator(unescape(strip_tags(first[2])).strip()).chars(60)


def table_without_headers(candidate: Candidate) -> bool:
    return any(not HEADER.search(table) for table in body.TABLE.findall(candidate.body))
