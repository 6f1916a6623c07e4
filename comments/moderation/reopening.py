"""What was put to the moderators is open again once the decision that came of it is undone."""

from typing import Any

from django.db.models import QuerySet

from comments.models import Comment, ModerationEntry, NoticeMail
from comments.states import ANSWERS, APPEALABLE, Decision

ANEW: dict[str, Any] = {"decision": Decision.OPEN, "decided_at": None, "decided_by": None, "answer": ""}


def reopen(row: Comment, undone: ModerationEntry) -> int:
    """Open what followed this decision on a locked comment, or was answered by it: how many.

    That is the notices that were upheld by a removal or after it, or the appeal that led to a restoration.
    """
    if undone.verb == "restore":
        return row.appeals.filter(decision=Decision.UPHELD, decided_at=undone.at).update(**ANEW)
    if undone.verb == "reject_appeal":
        return row.appeals.filter(decision=Decision.REJECTED, decided_at=undone.at).update(**ANEW)
    notices = row.notices.filter(is_forgotten=False)
    if undone.verb in ANSWERS:
        return _open(notices.filter(decided_at=undone.at))
    if undone.to_status in APPEALABLE:
        return _open(notices.upheld().filter(decided_at__gte=undone.at))
    return 0


def _open(notices: QuerySet) -> int:
    """Whoever gave notice is not told what was undone before the mail could leave."""
    found = list(notices)
    if not found:
        return 0
    answers = NoticeMail.objects.filter(notice__in=found, what=NoticeMail.What.ANSWER)
    answers.filter(tries=0, due_at__isnull=False).delete()
    # What may have left is not mailed again, but by the next decision.
    answers.update(due_at=None)
    return notices.update(**ANEW)
