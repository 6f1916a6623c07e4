"""Which comments a moderator has in hand: handed out, kept for as long as they work, handed back.

A claim is nobody's lock: it ends by itself, and says only whose turn it is.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from articles.desk.moving import printed_name
from comments.models import Claim, Comment
from comments.models.claim import LASTS
from comments.moderation.refusals import IllegalMove


def hand_out(by: Any, comments: Any, most: int) -> int:
    """Give a moderator so many of these comments, in their order, in place of what they had: how many.

    What another has in hand is left out. Two who ask at one moment get different ones.
    """
    with transaction.atomic():
        now = timezone.now()
        # In two windows of one moderator, one after the other.
        get_user_model().objects.select_for_update(no_key=True).values_list("pk").get(pk=by.pk)
        hand_back(by)
        pks = _lock_free(comments, most, now)
        Claim.objects.filter(pk__in=pks, until__lte=now).delete()
        Claim.objects.bulk_create(
            Claim(comment_id=pk, moderator=by, place=place, until=now + LASTS)
            for place, pk in enumerate(pks, start=1)
        )
        return len(pks)


def _lock_free(comments: Any, most: int, now: datetime) -> list[int]:
    """So many of these that nobody has in hand, locked. What somebody is just being given is skipped."""
    held = Claim.objects.holding(now)
    free = comments.exclude(pk__in=held.values("pk")).select_for_update(skip_locked=True, no_key=True)
    pks: list[int] = []
    while True:
        found = list(free.exclude(pk__in=pks).values_list("pk", flat=True)[: most - len(pks)])
        # Given to somebody between our look and our lock.
        gone = set(held.filter(pk__in=found).values_list("pk", flat=True))
        pks += [pk for pk in found if pk not in gone]
        if not gone:
            return pks


def hand_back(by: Any) -> None:
    Claim.objects.of(by).delete()


def keep(by: Any, now: datetime) -> None:
    """Go on holding what one has in hand, having done something."""
    Claim.objects.of(by).update(until=now + LASTS)


def refuse_claimed(row: Comment, verb: str, by: Any, now: datetime) -> None:
    """Refuse to decide on what another moderator has in hand."""
    if by is None:
        return
    claim = (
        Claim.objects.holding(now).exclude(moderator=by).filter(pk=row.pk).select_related("moderator").first()
    )
    if claim is not None:
        holder = printed_name(claim.moderator)
        raise IllegalMove(
            row, verb, "claimed", f"{holder} has the comment by {row.name} in hand. Leave it to them, or ask."
        )
