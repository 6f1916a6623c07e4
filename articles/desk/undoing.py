"""For a minute, what was published or taken down can be as if it had never been."""

from datetime import timedelta
from typing import Any

from articles.desk import addresses
from articles.desk.moving import Hold, hold
from articles.desk.refusals import IllegalMove
from articles.desk.striking import reinstate, void
from articles.models import Article, DeskEntry, Edition
from articles.states import State

#: How long after striking an edition it can be undone; nothing is mailed or pinged before it has passed.
UNDO_WINDOW = timedelta(seconds=60)


def undo(article: Any, *, by: Any) -> Edition:
    """Void what was struck within the last minute, and put all else back as it was before.

    Readers get what they had; a scheduled edition that was dropped for it counts again; a working copy
    that nobody has touched since is where it was.
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
        struck = list(editions.effective().filter(struck_at=newest.struck_at).order_by("-number"))
        for edition in struck:
            void(edition, now=held.now)
        held.edition = newest
        if dropped := dropped_for(held.article, struck):
            reinstate(dropped)
            addresses.claim(held.article, dropped.published_on)
            held.details["reinstated"] = dropped.number
        _give_back_its_state(struck[-1], held)
    return newest


def dropped_for(article: Article, struck: list[Edition]) -> Edition | None:
    """The scheduled edition that was voided by the move that struck these (the last of them first).

    None as well if somebody has seen to it since: unscheduled what was struck again in its place, or set
    an embargo that it would break.
    """
    move = _move_that_struck(struck[-1])
    details = move.details if move else {}
    again = details.get("struck_again")
    if again and again != struck[0].number:
        return None
    dropped = article.editions.filter(number__in=details.get("voided", ())).last()
    lifts_at = article.embargo_lifts_at
    return None if dropped and lifts_at and dropped.live_from < lifts_at else dropped


def _move_that_struck(edition: Edition) -> DeskEntry | None:
    return edition.desk_entries.filter(verb__in=("publish", "withdraw")).first()


def _give_back_its_state(struck: Edition, held: Hold) -> None:
    move = _move_that_struck(struck)
    was_saved_since = held.article.version != struck.struck_version
    if move and held.article.state == move.to_state and not was_saved_since:
        held.target = State(move.from_state)
