"""The front page at an instant: how many stories it shows, and where among them one would stand."""

from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, Subquery

from articles.models import Article, Edition, Slot
from articles.querysets import SlotQuerySet

#: How many stories the front page shows, its lead among them: a lead, two, three, and four rows of four.
FRONT_SIZE = 22


class Standing(StrEnum):
    LEAD = "lead"
    AMONG = "among"
    ABSENT = "absent"


def leads(at: datetime) -> SlotQuerySet:
    """The places that editors gave to a lead; the first of them holds, if its story is live."""
    return Slot.objects.filled(at).filter(place=Slot.Place.LEAD)


def standing_of(article: Article, first_published_at: datetime, at: datetime) -> Standing:
    """Where this story would stand if it were live at this instant. One query."""
    live = Edition.objects.live(at)
    chosen = Subquery(leads(at).values("article")[:1])
    others = live.exclude(article=article).newest_first()
    others = others.annotate(chosen=chosen, is_chosen_live=Exists(live.filter(article=chosen)))
    rows = list(others.values_list("first_published_at", "article", "chosen", "is_chosen_live")[:FRONT_SIZE])
    chosen_article, is_chosen_live = rows[0][2:] if rows else (None, False)
    if chosen_article == article.pk:
        return Standing.LEAD
    lead = chosen_article if is_chosen_live else None
    newer = sum((at, pk) > (first_published_at, article.pk) for at, pk, *_ in rows if pk != lead)
    if lead is None and newer == 0:
        return Standing.LEAD
    return Standing.AMONG if newer < FRONT_SIZE - bool(lead) else Standing.ABSENT
