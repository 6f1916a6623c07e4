"""For a minute, what was published or taken down can be as if it had never been."""

from typing import Any

from django.db.models import F, QuerySet

from articles.desk import addresses
from articles.desk.moving import UNDO_WINDOW, Hold, hold
from articles.desk.refusals import IllegalMove
from articles.desk.stops import check_number
from articles.desk.striking import reinstate, void
from articles.models import Article, DeskEntry, Edition
from articles.states import State


def undo(article: Any, *, by: Any, number: int | None = None) -> Edition:
    """Void what was struck within the last minute, and put all else back as it was before.

    `number` is that of the newest version the person knew of; where another is by now, nothing is done.

    Readers get what they had; a scheduled edition that was dropped for it counts again; a working copy
    that nobody has moved since, or written another word of, is where it was.
    """
    with hold(article, "undo", by) as held:
        editions = held.article.editions
        newest = editions.effective().last()
        if newest is None or held.now - newest.struck_at > UNDO_WINDOW:
            raise IllegalMove(
                held.article,
                "undo",
                "too-late",
                "There is nothing to undo: a published version can be undone for one minute. After that, "
                "correct the story or take it down.",
            )
        check_number(held, "undo", newest, number)
        struck = list(editions.effective().filter(struck_at=newest.struck_at).order_by("-number"))
        for edition in struck:
            void(edition, now=held.now)
        held.edition = newest
        if dropped := dropped_for(held.article, struck):
            reinstate(dropped, now=held.now)
            addresses.claim(held.article, dropped.published_on)
            held.details["reinstated"] = dropped.number
        _give_back_its_state(struck[-1], held)
    return newest


def dropped_for(article: Article, struck: list[Edition]) -> Edition | None:
    """The scheduled edition that was voided by the move that struck these (the last of them first).

    None as well if somebody has seen to it since: unscheduled what was struck again in its place, or set
    an embargo that it would break. One that was scheduled in spite of an embargo is none of these.
    """
    move = _move_that_struck(struck[-1])
    if move is None:
        return None
    again = move.details.get("struck_again")
    if again and again != struck[0].number:
        return None
    dropped = article.editions.filter(number__in=move.details.get("voided", ())).last()
    lifts_at = article.embargo_lifts_at
    is_forbidden = dropped and lifts_at and dropped.live_from < lifts_at
    return None if is_forbidden and _since(move).filter(verb="embargo").exists() else dropped


def _move_that_struck(edition: Edition) -> DeskEntry | None:
    return edition.desk_entries.filter(verb__in=("publish", "withdraw")).first()


def _since(move: DeskEntry) -> QuerySet[DeskEntry]:
    """What was done to the story after this. Its lock makes the keys follow in order."""
    return DeskEntry.objects.filter(article=move.article_id, pk__gt=move.pk)


def _give_back_its_state(struck: Edition, held: Hold) -> None:
    move = _move_that_struck(struck)
    was_written_since = held.article.worded_version > struck.struck_version
    if move is None or was_written_since or held.article.state != move.to_state:
        return
    went_and_came_back = _since(move).exclude(to_state=F("from_state")).exists()
    if not went_and_came_back:
        held.target = State(move.from_state)
        held.article.claimed_by_id = move.details.get("claimed_by")
