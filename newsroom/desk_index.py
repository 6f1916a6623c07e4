"""What waits for a person at the desk: piles of stories and comments, each leading to its list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Autosave, Edition, Mistake
from articles.sight import Sight, short_moment
from articles.states import State
from comments.models import Comment

#: As many as anybody has open.
MOST_UNSAVED = 20


@dataclass(frozen=True)
class Pile:
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class Unsaved:
    """What somebody typed and never saved, and the form in which it is offered."""

    story: str
    typed: str
    url: str


def unsaved(person: Any) -> list[Unsaved]:
    """A person's own unsaved words, the newest first; a story once. One query."""
    rows = Autosave.objects.unsaved().filter(writer=person).select_related("article").order_by("-typed_at")
    rows = rows.only("article__headline", "article__slugline", "typed_at")
    newest = {row.article_id: row for row in reversed(rows[:MOST_UNSAVED])}
    return [
        Unsaved(
            story=str(row.article) if row.article else "A new story",
            typed=short_moment(row.typed_at),
            url=reverse("admin:articles_article_change", args=[row.article_id])
            if row.article
            else reverse("admin:articles_article_add"),
        )
        for row in reversed(newest.values())
    ]


def waiting(person: Any) -> list[Pile]:
    """The piles of stories and of comments that are a person's business, by one small query each."""
    piles = _stories(person) if person.has_perm("articles.view_article") else []
    if person.has_perm("articles.decide_mistake"):
        url = reverse("admin:articles_mistake_changelist")
        piles.append(Pile("Readers spotted", Mistake.objects.open().count(), url))
    if person.has_perm("comments.moderate_comment"):
        url = reverse("admin:comments_queue")
        piles.append(Pile("Comments that wait", Comment.objects.queued().count(), url))
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
