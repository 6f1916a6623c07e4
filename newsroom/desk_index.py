"""What waits for a person at the desk: piles of stories and comments, each leading to its list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition
from articles.sight import Sight
from articles.states import State
from comments.models import Comment


@dataclass(frozen=True)
class Pile:
    label: str
    count: int
    url: str


def waiting(person: Any) -> list[Pile]:
    """The piles of stories and of comments that are a person's business, by one small query each."""
    piles = _stories(person) if person.has_perm("articles.view_article") else []
    if person.has_perm("comments.moderate_comment"):
        url = reverse("admin:comments_comment_changelist")
        piles.append(Pile("Comments that wait", Comment.objects.waiting().count(), url))
    return piles


def _stories(person: Any) -> list[Pile]:
    filed = Article.objects.filter(state=State.FILED).count()
    ready = Article.objects.filter(state=State.READY).count()
    drafts = Article.objects.of(person).filter(state=State.DRAFT).never_published().count()
    scheduled = Edition.objects.pending(timezone.now()).count()
    mine = {"whose": "mine", "state__exact": State.DRAFT, "seen": Sight.UNPUBLISHED}
    return [
        Pile("My drafts", drafts, _list(**mine)),
        Pile("Filed to the desk", filed, _list(state__exact=State.FILED)),
        Pile("Ready to publish", ready, _list(state__exact=State.READY)),
        Pile("Scheduled", scheduled, _list(seen=Sight.SCHEDULED)),
    ]


def _list(**narrowed: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(narrowed)}"
