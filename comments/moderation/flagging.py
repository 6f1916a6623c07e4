"""`flag`: a reader reports a comment. When what several report weighs enough, it waits for a moderator."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from comments.models import Comment, Discussion, Flag
from comments.moderation.blocking import refuse_blocked
from comments.moderation.logging import log
from comments.moderation.moving import lock, move
from comments.moderation.refusals import IllegalMove, refuse_unread
from comments.moderation.settling import recount, weight
from comments.moderation.standing import standing
from comments.moderation.tracing import BY_ADDRESS, persons, prints_of
from comments.senders import STRANGER, Sender
from comments.states import FOUND_GOOD, Complaint, Reason, Status

#: So much more must be reported of what a moderator has looked at and found good.
AFTER_A_LOOK = 2
#: Stands where a flag no longer tells from where it came.
FORGOTTEN = "forgotten"


def flag(comment: Comment, *, by: Any, reason: str, note: str = "", sender: Sender = STRANGER) -> None:
    """Report a shown comment. `by` is signed-in staff, whose report weighs like anybody's.

    A person counts once: a second report replaces the words of the first while that is open. A sender of
    whom nothing is known is refused, since they could count any number of times.
    """
    if reason not in Complaint.values:
        raise IllegalMove(comment, "flag", "unknown-reason", "Choose what is wrong with the comment.")
    with transaction.atomic():
        discussion, row = lock(comment)
        now = timezone.now()
        who = persons(by, sender, now)
        refuse_unread(row, "flag")
        refuse_blocked(by, sender, now)
        if not who:
            raise IllegalMove(row, "flag", "unknown-sender", "We can’t tell where this report comes from.")
        mine = Flag.objects.of(who).filter(comment=row)
        if mine.exists():
            mine.open().update(reason=reason, note=note)
            return
        source = _source(row, who, sender, now)
        row.flags.create(person=who[0], source=source, reason=reason, note=note, weight=weight(who), at=now)
        fields = recount(row)
        if row.reports >= _holds_at(row):
            fields += _hold(row, discussion, now)
        row.save(update_fields=fields)


def forget_flags(now: datetime) -> int:
    """Let old flags no longer tell from which address they came, nor what was noted: how many.

    Flags of writers and accounts keep their person, whose record they are.
    """
    old = Flag.objects.filter(at__lte=now - timedelta(days=settings.READER_ADDRESS_DAYS)).exclude(
        source=FORGOTTEN
    )
    from_addresses = Q(person__startswith=BY_ADDRESS)
    old.filter(from_addresses).update(person=nobody())
    return old.update(source=FORGOTTEN, note="")


def nobody() -> Concat:
    """A person whom nobody knows any more, another for each flag: for an `update` of `person`."""
    return Concat(Value(f"{FORGOTTEN}:"), Cast(F("pk"), CharField()))


def _source(row: Comment, who: list[str], sender: Sender, now: datetime) -> str:
    """The wider network, as the flags of this comment know it: perhaps by the key of an earlier week."""
    networks = [prints.network for prints in prints_of(sender, now)] or who
    known = row.flags.filter(source__in=networks).values_list("source", flat=True).first()
    return known or networks[0]


def _holds_at(row: Comment) -> float:
    """From which open weight on it is held, in hundredths."""
    least = 100 * settings.FLAGS_HOLD_AT
    return least * AFTER_A_LOOK if _was_found_good(row) else least


def _was_found_good(row: Comment) -> bool:
    """Whether a moderator looked at these words and let them stand; an edit makes other words of them.

    Who undoes that it is held looks at it as well.
    """
    entries = list(row.moderation_entries.all())
    edited = max((entry.position for entry in entries if entry.verb == "edit"), default=0)
    looked = [entry for entry in standing(entries) if entry.verb in FOUND_GOOD]
    undone = [entry for entry in entries if entry.verb == "undo"]
    looked += [
        entry for entry in undone if (entry.from_status, entry.to_status) == (Status.HELD, Status.SHOWN)
    ]
    return any(entry.actor_id and entry.position > edited for entry in looked)


def _hold(row: Comment, discussion: Discussion, now: datetime) -> list[str]:
    fields = move(row, discussion, Status.HELD, Reason.FLAGGED, now)
    log(row, "hold", source=Status.SHOWN, by=None, reason=row.why, at=now)
    return fields
