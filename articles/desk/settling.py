"""What publication does to the mistakes being corrected. Called where editions are struck and voided."""

from datetime import datetime
from typing import Any

from django.db.models import Case, DateTimeField, Value, When

from articles.desk.moving import UNDO_WINDOW
from articles.models import Edition, Mistake
from articles.states import Finding


def settle(edition: Edition, *, now: datetime) -> None:
    """Count as corrected what was taken up before this edition was struck; its readers are owed an answer.

    They get it when the edition stands, and not before it can't be undone any more.
    """
    taken = Mistake.objects.taken().filter(article=edition.article_id, decided_at__lte=edition.struck_at)
    due = answer_due(max(now + UNDO_WINDOW, edition.live_from))
    taken.update(state=Finding.CORRECTED, settled_by=edition, answer_due_at=due)


def put_back(edition: Edition) -> None:
    """Count as still being corrected what this edition, now void, had settled; nobody is told anything."""
    settled = Mistake.objects.filter(settled_by=edition)
    settled.update(state=Finding.TAKEN, settled_by=None, answer_due_at=None)


def answer_due(at: datetime) -> Any:
    """This instant, for those who left an address."""
    return Case(When(email="", then=None), default=Value(at), output_field=DateTimeField())
