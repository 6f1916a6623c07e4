"""What publication needs to be told: from when, what it is to what stands, and until when."""

from typing import Any

from django import forms

from articles.desk.publishing import Pending
from articles.forms.lines import LinesField
from articles.forms.moments import MomentField
from articles.forms.moves import MoveForm
from articles.forms.outlook import where
from articles.sight import moment
from articles.states import Change

CHANGES = (
    (Change.MINOR, "A minor change: readers are told nothing, and no date moves"),
    (Change.UPDATE, "An update: moves the time of “Updated”, and may carry a note"),
    (Change.CORRECTION, "A correction: its note is shown with the story, with its date"),
    (Change.CLARIFICATION, "A clarification: its note is shown likewise"),
)


class PublishForm(MoveForm):
    when = forms.ChoiceField(choices=(), widget=forms.RadioSelect, initial="now")
    at = MomentField(label="Publish at", required=False)
    change = forms.ChoiceField(label="What this is", choices=CHANGES, widget=forms.RadioSelect)
    note = LinesField(
        label="Note to readers",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What changed, in a sentence. Corrections and clarifications can't go without.",
    )
    expires_at = MomentField(label="Ends", required=False, help_text="Leave empty for a story that stays.")
    pending = forms.ChoiceField(label="The version already scheduled", choices=(), widget=forms.RadioSelect)
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.article.version
        place = where(self.article)
        self.fields["when"].choices = [("now", f"Now: goes live at once, {place}"), ("at", "At a set time")]
        self.fields["expires_at"].initial = self.facts.end_to_come
        if self.facts.ran is None:
            del self.fields["change"], self.fields["note"]
        if self.facts.pending is None:
            del self.fields["pending"]
        else:
            scheduled = moment(self.facts.pending.live_from)
            self.fields["pending"].choices = [
                (Pending.VOID, f"Drop the version scheduled for {scheduled}"),
                (Pending.STRIKE_AGAIN, f"Make it again from the story as it is now, still for {scheduled}"),
            ]

    def replacing(self) -> None:
        """Begin with the time, change, note and end of what is scheduled, to be dropped for this."""
        pending = self.facts.pending
        if pending:
            self.initial |= {
                "when": "at",
                "at": pending.live_from,
                "change": pending.change,
                "note": pending.note,
                "expires_at": pending.expires_at,
                "pending": Pending.VOID,
            }

    @property
    def sentence(self) -> str:
        if not self.is_bound and self.initial.get("at"):
            return f"Goes live on {moment(self.initial['at'])}, {where(self.article)}."
        return super().sentence

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("when") == "at" and not cleaned.get("at") and "at" not in self.errors:
            self.add_error("at", forms.ValidationError("Say when to publish it.", code="required"))
        return cleaned

    def make(self, by: Any) -> bool:
        """Whoever was told that the story has changed meanwhile has seen it by the next press."""
        is_made = super().make(by)
        if not is_made:
            self.data = self.data.copy()
            self.data["seen_version"] = self.article.version
        return is_made

    def options(self) -> dict[str, Any]:
        told = dict(self.cleaned_data)
        if told.pop("when") == "now":
            told["at"] = None
        return told
