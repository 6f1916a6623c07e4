"""Asking the checks about a story, as publication does."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.desk import checks
from articles.models import Article


def stops(
    article: Article, *, by: Any = None, at: datetime | None = None, verb: str = "publish"
) -> list[str]:
    """The codes of what stops it."""
    candidate = checks.Candidate(article, by, at or timezone.now())
    return [finding.code for finding in checks.stops(candidate, verb)]


def doubts(article: Article, *, at: datetime | None = None) -> dict[str, str]:
    """What is worth checking: code and sentence."""
    candidate = checks.Candidate(article, None, at or timezone.now())
    return {finding.code: finding.sentence for finding in checks.doubts(candidate)}
