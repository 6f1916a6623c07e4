"""What publication needs to be told: from when, until when, with which note. The button says the rest."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms

from articles import clocks
from articles.desk import stops
from articles.desk.publishing import Pending
from articles.forms.lines import LinesField
from articles.forms.moments import MomentField
from articles.forms.moves import FIELDS, ScheduledField
from articles.forms.panel import PanelButton, PanelForm, previewable
from articles.forms.prospect import Prospect
from articles.sight import moment
from articles.states import CHANGES_THAT_DATE, Change

#: What a new version of a published story can be, in the words of a button.
CHANGES = {
    Change.MINOR: "a minor change",
    Change.UPDATE: "an update",
    Change.CORRECTION: "a correction",
    Change.CLARIFICATION: "a clarification",
}


class PublishForm(PanelForm):
    when = forms.ChoiceField(
        choices=[("now", "Now"), ("at", "At a set time")],
        required=False,
        widget=forms.RadioSelect,
        initial="now",
    )
    at = MomentField(label="Publish at", required=False)
    expires_at = MomentField(label="Ends", required=False, help_text="Leave empty for a story that stays.")
    note = LinesField(
        label="Note to readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What changed, in a sentence. A correction or clarification can't go without; an update "
        "may; of a minor change readers are told nothing.",
    )
    pending = ScheduledField()

    field_order = ("when", "at", "expires_at", "note", "pending", "override")

    #: What the desk proposes that this is.
    proposed = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposed = self.data.get("proposed", "")
        self.fields["expires_at"].initial = self.facts.end_to_come
        if self.facts.ran is None:
            del self.fields["note"]
        if self.facts.pending is None:
            del self.fields["pending"]
        else:
            self._offer_choices()

    def propose(self, change: str, note: str) -> None:
        """Put this button in front, and begin with this note."""
        self.proposed = change
        self.initial["note"] = note

    def replacing(self) -> None:
        """Begin with the time, change, note and end of what is scheduled, to be dropped for this."""
        pending = self.facts.pending
        if pending is None:
            return
        self.propose(pending.change, pending.note)
        if not self.is_bound:
            times = {"when": "at", "at": pending.live_from, "expires_at": pending.expires_at}
            self.initial |= {**times, "pending": Pending.VOID}
            self._offer_choices()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_later = cleaned.get("when") == "at"
        if not is_later:
            # Folded away: what is left in it is nobody's concern.
            self._errors.pop("at", None)
        elif self.wanted and not cleaned.get("at") and "at" not in self._errors:
            self.add_error("at", forms.ValidationError("Say when to publish it.", code="required"))
        self._check_times(cleaned, is_later=is_later)
        if "pending" in self.fields and is_later:
            self._offer_choices(is_later=True)
            if cleaned.get("pending") == Pending.STRIKE_AGAIN:
                cleaned["pending"] = ""
        return cleaned

    def _check_times(self, cleaned: dict[str, Any], *, is_later: bool) -> None:
        """Say beside the field what the desk would refuse, before anybody presses."""
        live_from = cleaned.get("at") if is_later else self.facts.now
        wrong = live_from and stops.wrong_time(self.facts.now, live_from, cleaned.get("expires_at"))
        if wrong:
            code, sentence = wrong
            self.add_error(FIELDS[code], forms.ValidationError(sentence, code=code))

    @property
    def is_later(self) -> bool:
        return self.chosen("when") == "at"

    @cached_property
    def prospect(self) -> Prospect:
        at = self.chosen("at") if self.is_later else None
        pending = self.chosen("pending") if "pending" in self.fields else ""
        return Prospect(self.article, self.facts, at, self.chosen("expires_at"), pending or "")

    @property
    def live_from(self) -> datetime:
        return self.prospect.live_from

    @property
    def sentence(self) -> str:
        if self.is_stopped:
            return "As it stands, this can't be published. What stops it is said below."
        if self.is_later and self.prospect.at is None:
            return "Say when it goes live."
        if "expires_at" in self.errors:
            return "Say when it ends, or leave that empty."
        return self.prospect.sentence

    @property
    def buttons(self) -> list[PanelButton]:
        """One a change for a story that readers have had; none while something stops it."""
        if self.is_stopped:
            return []
        does = "Schedule" if self.is_later else "Publish"
        does = f"Override and {does.lower()}" if self.asks_for_reason else does
        if self.facts.ran is None:
            return [PanelButton(Change.FIRST, does if self.is_later else f"{does} now", "main")]
        front = self.wanted or self.proposed
        return [
            PanelButton(change, f"{does} as {what}", "main" if change == front else "plain")
            for change, what in CHANGES.items()
        ]

    @property
    def noted_as(self) -> str:
        """As what the preview shows the note; "" without one."""
        if "note" not in self.fields or not self.chosen("note"):
            return ""
        change = self.pressed or self.proposed
        return change if change in CHANGES_THAT_DATE else Change.CORRECTION

    @property
    def preview_query(self) -> dict[str, str]:
        query = {"at": clocks.key(self.prospect.at)} if self.prospect.at else {}
        if self.noted_as:
            query |= {"change": self.noted_as, "note": previewable(self.chosen("note"))}
        return query

    def options(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in ("expires_at", "seen_version")}
        told |= {name: self.cleaned_data.get(name) or "" for name in ("note", "override")}
        pending = self.cleaned_data.get("pending") or None
        return {**told, "at": self.prospect.at, "change": self.pressed, "pending": pending}

    def _offer_choices(self, is_later: bool | None = None) -> None:
        """Of what becomes of the scheduled version; with two at once, only the newer could be scheduled."""
        scheduled = moment(self.facts.pending.live_from)
        drop = f"Drop the version scheduled for {scheduled}"
        again = f"Make it again from the story as it is now, still for {scheduled}"
        is_later = self.initial.get("when") == "at" if is_later is None else is_later
        self.fields["pending"].choices = (
            [(Pending.VOID, f"{drop}: only one can be scheduled at a time")]
            if is_later
            else [(Pending.VOID, drop), (Pending.STRIKE_AGAIN, again)]
        )
