"""Questions about many comments, named so that they read aloud. What readers may see is said here, once."""

from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from comments.paths import LAST
from comments.states import Status


class CommentQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=UUID(uid))

    def shown(self) -> Self:
        """What readers may read."""
        return self.filter(status=Status.SHOWN)

    def placed(self) -> Self:
        """What has a place on the page: what is shown, and the empty places of what has shown replies."""
        return self.filter(Q(status=Status.SHOWN) | Q(shown_replies__gt=0))

    def waiting(self) -> Self:
        """What waits for a moderator, the longest wait first."""
        return self.filter(status=Status.HELD).order_by("posted_at", "pk")

    def on(self, article_id: int) -> Self:
        return self.filter(article_id=article_id)

    def roots(self) -> Self:
        """Comments on the story itself, in the order in which they came."""
        return self.filter(depth=0).order_by("path")

    def below(self, path: str) -> Self:
        """The replies under a comment and theirs, in the order in which the branch reads."""
        return self.filter(path__gt=path, path__lt=path + LAST).order_by("path")

    def after(self, path: str) -> Self:
        return self.filter(path__gt=path)


class DiscussionQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(article__uid=UUID(uid))
