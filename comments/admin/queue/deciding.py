"""From a button or key of the queue to the verbs. A press names what to do and with which comments."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from django.http import HttpRequest

from articles.typed import whole_number
from comments import moderation
from comments.models import Claim, Comment
from comments.moderation.claiming import keep
from comments.moderation.refusals import IllegalMove
from comments.states import MOVES

UNDO = "undo"
#: In place of a comment's key: all that have a tick.
TICKED = "ticked"
#: So many refusals are told one by one.
MOST_TOLD = 3


@dataclass(frozen=True)
class Press:
    """“show:17”: what to do, and with which comments; with all that are ticked, or with one."""

    verb: str
    pks: tuple[int, ...]
    is_bulk: bool = False

    @classmethod
    def read(cls, request: HttpRequest) -> Self | None:
        """None for what no button of ours sends."""
        verb, _, target = request.POST.get("press", "").partition(":")
        if verb not in MOVES and verb != UNDO:
            return None
        is_bulk = target == TICKED
        typed = request.POST.getlist(TICKED) if is_bulk else [target]
        pks = [whole_number(each, digits=18) for each in typed]
        return cls(verb, tuple(pk for pk in pks if pk is not None), is_bulk)


@dataclass
class Outcome:
    """How many it was done to, and what was said where it was not."""

    done: int
    refusals: list[str]

    @property
    def told(self) -> list[str]:
        """The refusals, as many as can be read beside what is refused."""
        more = len(self.refusals) - MOST_TOLD
        if more <= 0:
            return self.refusals
        rest = "1 more was refused." if more == 1 else f"{more} more were refused."
        return [*self.refusals[:MOST_TOLD], rest]


def act(request: HttpRequest, press: Press, now: Any) -> Outcome:
    """Do it to each comment that is in this moderator's hands."""
    outcome = Outcome(0, [])
    mine = Claim.objects.of(request.user).filter(pk__in=press.pks).values("pk")
    for comment in Comment.objects.filter(pk__in=mine).select_related("article"):
        try:
            _verb(request, press, comment)()
            outcome.done += 1
        except IllegalMove as refusal:
            outcome.refusals.append(refusal.sentence)
    if outcome.done + len(outcome.refusals) < len(press.pks):
        outcome.refusals.append("What is no longer in your hands stays as it is. Take the next ones.")
    keep(request.user, now)
    return outcome


def _verb(request: HttpRequest, press: Press, comment: Comment) -> Callable[[], None]:
    seen = whole_number(request.POST.get(f"seen-{comment.pk}", ""), digits=18)
    if press.verb == UNDO:
        return lambda: moderation.undo(comment, by=request.user, seen=seen)
    verb, reason = press.verb, request.POST.get(f"reason-{comment.pk}", "")
    if press.is_bulk:
        reason = reason or request.POST.get("reason", "")
        # As its key does: what is shown, and was reported, stays.
        verb = "keep" if verb == "show" and comment.is_shown else verb
    return lambda: moderation.DECISIONS[verb](comment, by=request.user, seen=seen, reason=reason, note="")
