"""When mail about replies is due. Pure reckoning; nothing here knows a row."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone

from comments.states import Cadence

#: From when a reply is shown until it may be mailed: “Undo” comes before.
SETTLES = timedelta(seconds=60)
#: From one mail to a writer to the next. What comes meanwhile comes together, whoever replies however often.
APART = timedelta(minutes=10)
#: For so long readers may be unable to read a reply that is owed. Then nobody is told of it any more.
WAITS = timedelta(days=7)
#: After so many failures in a row, some three weeks of them, nothing more is mailed to an address.
MOST_TRIES = 27


def due(cadence: str, shown_at: datetime) -> datetime:
    """When a reply that is shown then is to be mailed."""
    ready_at = shown_at + SETTLES
    return next_digest(ready_at) if cadence == Cadence.DAILY else ready_at


def next_digest(after: datetime) -> datetime:
    """The next time, after an instant, at which the clock of the site strikes the hour of digests.

    Days are counted on that clock, so they may have 23 or 25 hours. An hour that is left out as the clocks go
    forward strikes right after; of one that comes twice, the first is meant.
    """
    local = timezone.localtime(after, timezone.get_default_timezone())
    today = local.replace(hour=settings.REPLY_DIGEST_HOUR, minute=0, second=0, microsecond=0, fold=0)
    strikes = today.astimezone(UTC)
    return strikes if strikes > after else (today + timedelta(days=1)).astimezone(UTC)
