"""From a moderator's button to the verbs: what was done, and what was refused and why."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.typed import whole_number
from comments import moderation
from comments.models import Comment
from comments.states import EVERY_MOVE, MODERATORS_REASONS, MOVES, Reason

DEFAULT_REASON = ("", "The usual reason for it")
#: That nothing is against it goes without saying: it is the usual one where it is shown.
REASONS = tuple(reason for reason in MODERATORS_REASONS if reason != Reason.FINE)


class DecisionFields(forms.Form):
    """Why. Left alone, each move has a reason of its own."""

    reason = forms.ChoiceField(
        required=False, choices=[DEFAULT_REASON, *((reason.value, reason.label) for reason in REASONS)]
    )


class DecisionActionForm(DecisionFields, ActionForm):
    """The list's action bar, with the reason in it."""


class DecisionForm(DecisionFields):
    """The form of one comment's page, with room for a note."""

    note = forms.CharField(required=False, max_length=500, help_text="For the other moderators.")


def decide(
    request: HttpRequest,
    verb: str,
    comments: Iterable[Comment],
    *,
    seen: Mapping[int, int | None],
    reason: str = "",
    note: str = "",
) -> None:
    """Do it to each, and report: how many it was done to, and each refusal in its own words.

    `seen` has the last entry of each one's log that was on the page.
    """
    done = 0
    for comment in comments:
        said = {"reason": reason, "note": note, "seen": seen.get(comment.pk)}
        try:
            moderation.DECISIONS[verb](comment, by=request.user, **said)
            done += 1
        except moderation.IllegalMove as refusal:
            messages.warning(request, refusal.sentence)
    if done:
        count = "1 comment" if done == 1 else f"{done} comments"
        messages.success(request, f"{EVERY_MOVE[verb].label}: done for {count}.")


def undo(request: HttpRequest, comment: Comment, seen: int | None) -> None:
    """Take back the last decision on it, if that is still the one that was `seen`."""
    try:
        moderation.undo(comment, by=request.user, seen=seen)
    except moderation.IllegalMove as refusal:
        messages.warning(request, refusal.sentence)
    else:
        messages.success(request, "Undo: done for 1 comment.")


def action_for(verb: str) -> Callable[[Any, HttpRequest, QuerySet], None]:
    """The action of the list that does this to what was ticked."""

    @admin.action(description=f"{MOVES[verb].label}", permissions=["moderate"])
    def action(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> None:
        form = DecisionFields(request.POST)
        reason = form.cleaned_data["reason"] if form.is_valid() else "unknown"
        comments = list(queryset.select_related("article"))
        decide(request, verb, comments, reason=reason, seen=_seen_in_list(request, comments))

    action.__name__ = verb
    return action


def _seen_in_list(request: HttpRequest, comments: list[Comment]) -> dict[int, int | None]:
    typed = {comment.pk: request.POST.get(f"seen-{comment.pk}", "") for comment in comments}
    return {pk: whole_number(seen, digits=18) for pk, seen in typed.items()}
