"""From an editor's button to the verbs that pick: what was done, and what was refused and why."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from comments import moderation
from comments.models import Comment
from comments.states import PICKS, Move, may


def offered(request: HttpRequest, comment: Comment) -> list[Move]:
    """What this person can do about a comment: pick it, or, if it is a pick, think again."""
    verb = "unpick" if comment.is_picked else "pick"
    return [PICKS[verb]] if comment.status in PICKS[verb].sources and may(request.user, verb) else []


def do(request: HttpRequest, verb: str, comments: Iterable[Comment]) -> None:
    """Do it to each, and report: how many it was done to, and each refusal in its own words."""
    done = 0
    for comment in comments:
        try:
            moderation.PICKS[verb](comment, by=request.user)
            done += 1
        except moderation.IllegalMove as refusal:
            messages.warning(request, refusal.sentence)
    if done:
        count = "1 comment" if done == 1 else f"{done} comments"
        messages.success(request, f"{PICKS[verb].label}: done for {count}.")


def action_for(verb: str) -> Callable[[Any, HttpRequest, QuerySet], None]:
    """The action of the list that does this to what was ticked."""

    @admin.action(description=PICKS[verb].label, permissions=["pick"])
    def action(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> None:
        do(request, verb, queryset.select_related("article"))

    action.__name__ = verb
    return action
