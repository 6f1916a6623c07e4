"""Questions about working copies."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from articles.sight import ROWS, Sight


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, uid: str) -> Any:
        return self.get(uid=UUID(uid))

    def with_publication(self, at: datetime) -> Self:
        """Annotate what the desk sees at a glance, each None where there is none:

        `standing_change`, `standing_version`, `standing_number` of the edition that stands,
        `pending_at`, `pending_version` of the one that is scheduled, `latest_version` of the newest that
        counts, and `public_path`.
        """
        of_article = self.model.editions.rel.related_model.objects.filter(article=OuterRef("pk"))
        addresses = self.model.addresses.rel.related_model.objects.filter(article=OuterRef("pk"))
        standing = of_article.standing(at)
        pending = of_article.pending(at)
        return self.annotate(
            standing_change=Subquery(standing.values("change")[:1]),
            standing_version=Subquery(standing.values("struck_version")[:1]),
            standing_number=Subquery(standing.values("number")[:1]),
            pending_at=Subquery(pending.values("live_from")[:1]),
            pending_version=Subquery(pending.values("struck_version")[:1]),
            latest_version=Subquery(of_article.effective().order_by("-number").values("struck_version")[:1]),
            public_path=Subquery(addresses.filter(is_current=True).values("path")[:1]),
        )

    def with_last_hand(self) -> Self:
        """Annotate `saved_by`: the printed name of whoever saved last.

        None if nobody saved it since it was begun.
        """
        entries = self.model.desk_entries.rel.related_model.objects
        saves = entries.filter(article=OuterRef("pk"), verb__in=("save", "restore")).order_by("-at", "-pk")
        return self.annotate(saved_by=Subquery(saves.values("actor_name")[:1]))

    def seen_as(self, sight: str) -> Self:
        """Those that readers see in this way (`Sight`); needs `with_publication`."""
        return self.filter(ROWS[Sight(sight)])

    def of(self, person: Any) -> Self:
        """A person's own: what they began, were assigned or have claimed."""
        return self.filter(Q(created_by=person) | Q(assignee=person) | Q(claimed_by=person))

    def live(self, at: datetime) -> Self:
        """Those that readers may read at this instant."""
        editions = self.model.editions.rel.related_model.objects
        return self.filter(Exists(editions.live(at).filter(article=OuterRef("pk"))))

    def ever_published(self) -> Self:
        """Those with an edition that counts, scheduled ones too."""
        return self.filter(self._has_run())

    def never_published(self) -> Self:
        return self.filter(~self._has_run())

    def _has_run(self) -> Exists:
        editions = self.model.editions.rel.related_model.objects
        return Exists(editions.effective().filter(article=OuterRef("pk")))
