"""What was put to the moderators is open again once the decision that came of it is undone."""

from typing import Any

from comments.models import Comment, ModerationEntry, NoticeMail
from comments.states import APPEALABLE, Decision

ANEW: dict[str, Any] = {"decision": Decision.OPEN, "decided_at": None, "decided_by": None, "answer": ""}


def reopen(row: Comment, undone: ModerationEntry) -> None:
    """Open the notices of a locked comment that were upheld by this decision or after it, or the appeal that
    it followed. Whoever gave notice is not told what was undone before the mail could leave."""
    if undone.verb == "restore":
        row.appeals.filter(decision=Decision.UPHELD, decided_at=undone.at).update(**ANEW)
    elif undone.to_status in APPEALABLE:
        notices = row.notices.upheld().filter(decided_at__gte=undone.at, is_forgotten=False)
        answers = NoticeMail.objects.filter(notice__in=list(notices), what=NoticeMail.What.ANSWER)
        answers.filter(tries=0, due_at__isnull=False).delete()
        # What may have left is not mailed again, but by the next decision.
        answers.update(due_at=None)
        notices.update(**ANEW)
