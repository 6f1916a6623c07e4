"""From a moderator's button to the verbs: what was done, and what was refused and why."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import QuerySet
from django.http import HttpRequest

from comments import moderation
from comments.models import Comment
from comments.states import MODERATORS_REASONS, MOVES

DEFAULT_REASON = ("", "The usual reason for it")


class DecisionFields(forms.Form):
    """Why. Left alone, each move has a reason of its own."""

    reason = forms.ChoiceField(
        required=False,
        choices=[DEFAULT_REASON, *((reason.value, reason.label) for reason in MODERATORS_REASONS)],
    )


class DecisionActionForm(DecisionFields, ActionForm):
    """The list's action bar, with the reason in it."""


class DecisionForm(DecisionFields):
    """The form of one comment's page, with room for a note."""

    note = forms.CharField(required=False, max_length=500, help_text="For the other moderators.")


def decide(
    request: HttpRequest, verb: str, comments: Iterable[Comment], *, reason: str = "", note: str = ""
) -> None:
    """Do it to each, and report: how many it was done to, and each refusal in its own words."""
    done = 0
    for comment in comments:
        try:
            moderation.DECISIONS[verb](comment, by=request.user, reason=reason, note=note)
            done += 1
        except moderation.IllegalMove as refusal:
            messages.warning(request, refusal.sentence)
    if done:
        count = "1 comment" if done == 1 else f"{done} comments"
        messages.success(request, f"{MOVES[verb].label}: done for {count}.")


def action_for(verb: str) -> Callable[[Any, HttpRequest, QuerySet], None]:
    """The action of the list that does this to what was ticked."""

    @admin.action(description=f"{MOVES[verb].label}", permissions=["moderate"])
    def action(model_admin: Any, request: HttpRequest, queryset: QuerySet) -> None:
        form = DecisionFields(request.POST)
        reason = form.cleaned_data["reason"] if form.is_valid() else "unknown"
        decide(request, verb, queryset.select_related("article"), reason=reason)

    action.__name__ = verb
    return action
