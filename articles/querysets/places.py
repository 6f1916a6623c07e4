"""Questions about where things stand: slots, sections, topics and people, addresses."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q


class SlotQuerySet(models.QuerySet):
    def filled(self, at: datetime) -> Self:
        """The slots that hold at this instant, the one that began last first."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at).order_by(
            "-starts_at", "-pk"
        )


class SectionQuerySet(models.QuerySet):
    def get_by_natural_key(self, path: str) -> Any:
        return self.get(path=path)


class SlugQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug: str) -> Any:
        return self.get(slug=slug)


class AddressQuerySet(models.QuerySet):
    def get_by_natural_key(self, path: str) -> Any:
        return self.get(path=path)
