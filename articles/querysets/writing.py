"""Questions about what was saved of a story, and what was only typed."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

UNSAVED = Q(typed_at__isnull=False, left_at=None)
OPEN = Q(closed_at=None)


class RevisionQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str, version: int) -> Any:
        return self.get(article__uid=uid, version=version)


class AutosaveQuerySet(models.QuerySet):
    def get_by_natural_key(self, sitting: str) -> Any:
        return self.get(sitting=UUID(sitting))

    def unsaved(self) -> Self:
        """Those that hold words which nobody saved and whose writer has not turned them down."""
        return self.filter(UNSAVED)

    def open_since(self, instant: datetime) -> Self:
        """Forms that were open at this instant or later, as far as anyone heard."""
        return self.filter(OPEN, seen_at__gte=instant)

    def leftovers(self, article: Any, writer: Any) -> Self:
        """All that this person typed and nobody saved, what they turned down included, the newest first.

        For new stories where `article` is None.
        """
        return self.exclude(typed_at=None).filter(article=article, writer=writer).order_by("-typed_at", "-pk")

    def around(self, article: Any) -> Self:
        """Those of a story, and those for new ones by who wrote in it: it may have begun as one of them."""
        writers = article.revisions.order_by().values("saved_by")
        return self.filter(Q(article=article) | Q(article=None, writer__in=writers))

    def at_hand(self, article: Any, writer: Any, since: datetime) -> Self:
        """What a form's page tells: this writer's unsaved words, and who has had the story open since.

        Of a new story, which has no history, what they turned down as well.
        """
        own, others = Q(writer=writer), ~Q(writer=writer) & OPEN & Q(seen_at__gte=since)
        wanted = (own & UNSAVED) | others if article else own & Q(typed_at__isnull=False)
        rows = self.filter(article=article).filter(wanted)
        return rows.select_related("writer")
