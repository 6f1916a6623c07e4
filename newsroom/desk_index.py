"""What waits for a person when they come to the desk: piles of stories, each leading to its list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from articles.models import Article
from articles.sight import Sight
from articles.states import State


@dataclass(frozen=True)
class Pile:
    """`count` is None where counting would mean reading every edition."""

    label: str
    count: int | None
    url: str


def waiting(person: Any) -> list[Pile]:
    """The piles of somebody who works on stories, by one small query each; none for others."""
    if not person.has_perm("articles.view_article"):
        return []
    filed = Article.objects.filter(state=State.FILED).count()
    ready = Article.objects.filter(state=State.READY).count()
    drafts = Article.objects.of(person).filter(state=State.DRAFT).never_published().count()
    mine = {"whose": "mine", "state__exact": State.DRAFT, "seen": Sight.UNPUBLISHED}
    return [
        Pile("My drafts", drafts, _list(**mine)),
        Pile("Filed to the desk", filed, _list(state__exact=State.FILED)),
        Pile("Ready to publish", ready, _list(state__exact=State.READY)),
        Pile("Scheduled", None, _list(seen=Sight.SCHEDULED)),
    ]


def _list(**narrowed: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(narrowed)}"
