"""Questions about many of the mistakes that readers spotted."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Case, When

from articles.querysets.editions import NOT_IN_LISTS
from articles.states import UNSETTLED, Finding


class MistakeQuerySet(models.QuerySet):
    def unsettled(self) -> Self:
        """Those that the desk still has to see to."""
        return self.filter(state__in=UNSETTLED)

    def open(self) -> Self:
        return self.filter(state=Finding.OPEN)

    def taken(self) -> Self:
        return self.filter(state=Finding.TAKEN)

    def owed(self, at: datetime) -> Self:
        """Those whose readers are to be answered by this instant."""
        # Undo is offered up to the very instant, and must find nothing mailed.
        return self.filter(answer_due_at__lt=at, answered_at=None)

    def for_the_desk(self) -> Self:
        """With what the desk shows of each, in one query. Never the reader's address, only `has_address`."""
        shown = self.select_related("edition", "decided_by").annotate(
            has_address=Case(When(email="", then=False), default=True, output_field=models.BooleanField())
        )
        return shown.defer("email", *(f"edition__{name}" for name in NOT_IN_LISTS))
