"""What readers see of a story, in the words of the desk's list. Reads `ArticleQuerySet.with_publication`."""

from datetime import UTC, datetime, tzinfo
from typing import Any

from django.db.models import F, Q, TextChoices
from django.utils import timezone
from django.utils.formats import date_format

from articles import clocks
from articles.states import Change


class Sight(TextChoices):
    LIVE = "live", "Live"
    CHANGED = "changed", "Live, with unpublished changes"
    SCHEDULED = "scheduled", "Scheduled"
    DOWN = "down", "Taken down"
    EXPIRED = "expired", "Expired"
    UNPUBLISHED = "unpublished", "Not published"


IS_LIVE = Q(standing_number__isnull=False) & ~Q(standing_change=Change.WITHDRAWAL)
IS_PENDING = Q(pending_at__isnull=False)

#: The rows that each word is about. A story may be live and scheduled.
ROWS = {
    Sight.LIVE: IS_LIVE,
    Sight.CHANGED: IS_LIVE & Q(worded_version__gt=F("latest_version")),
    Sight.SCHEDULED: IS_PENDING,
    Sight.DOWN: Q(standing_change=Change.WITHDRAWAL),
    Sight.EXPIRED: Q(latest_version__isnull=False, standing_number__isnull=True, pending_at__isnull=True),
    Sight.UNPUBLISHED: Q(latest_version__isnull=True),
}


#: Of these one at most holds, and it comes first.
ALONE = (Sight.LIVE, Sight.DOWN, Sight.EXPIRED, Sight.UNPUBLISHED)


def seen_as(article: Any) -> set[Sight]:
    """The words that hold for one row: the twin of `ROWS`."""
    if article.latest_version is None:
        return {Sight.UNPUBLISHED}
    seen = {Sight.SCHEDULED} if article.pending_at else set()
    if article.standing_change == Change.WITHDRAWAL:
        seen.add(Sight.DOWN)
    elif article.standing_number is not None:
        seen.add(Sight.LIVE)
        if article.worded_version > article.latest_version:
            seen.add(Sight.CHANGED)
    return seen or {Sight.EXPIRED}


def in_words(article: Any) -> str:
    """“Live · update scheduled Thu 14 May 06:00”: all of it, at a glance."""
    seen = seen_as(article)
    words = [sight.label for sight in ALONE if sight in seen]
    if Sight.SCHEDULED in seen:
        when = short_moment(article.pending_at)
        words.append(f"update scheduled {when}" if Sight.LIVE in seen else f"scheduled {when}")
    has_changes = article.latest_version and article.worded_version > article.latest_version
    if has_changes and Sight.DOWN not in seen:
        words.append("unpublished changes")
    line = " · ".join(words)
    return line[:1].upper() + line[1:]


def short_moment(moment: Any) -> str:
    """“Thu 14 May 06:00”, in the newsroom's zone; with its year where that is another."""
    local = timezone.localtime(moment)
    same_year = local.year == timezone.localdate().year
    return date_format(local, "D j M H:i" if same_year else "D j M Y H:i")


#: Zones are named for a place within one of these, or else for something that is no place.
CONTINENTS = frozenset(
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split()
)


def moment(instant: Any) -> str:
    """“Wednesday 14 May at 06:00 in Cairo (04:00 UTC)”: a moment in a sentence, in the newsroom's zone.

    With its year where that is another than this, and UTC's day where that is another.
    """
    zone = timezone.get_current_timezone()
    local, utc = instant.astimezone(zone), instant.astimezone(UTC)
    same_year = local.year == timezone.localdate().year
    said = f"{date_format(local, 'l j F' if same_year else 'l j F Y')} at {local:%H:%M}"
    if str(zone) in {"UTC", "Etc/UTC"}:
        return f"{said} UTC"
    utc_day = f"{date_format(utc, 'l')} " if utc.date() != local.date() else ""
    return f"{said} {_place(instant, zone)} ({utc_day}{utc:%H:%M} UTC)"


def _place(instant: datetime, zone: tzinfo) -> str:
    """“in Cairo”, as the zone is named for a place; “EEST” where it is not."""
    area, _, city = str(zone).rpartition("/")
    is_place = area.split("/")[0] in CONTINENTS and not city.isupper()
    return f"in {city.replace('_', ' ')}" if is_place else clocks.zone_name(instant, zone)
