"""What taking down needs to be told: the ground, the notice, and what becomes of a scheduled version."""

from typing import Any

from django import forms

from articles.desk.publishing import Pending
from articles.desk.withdrawing import Ground
from articles.forms.lines import LinesField
from articles.forms.moves import ScheduledField
from articles.forms.panel import PanelButton, PanelForm, previewable
from articles.forms.prospect import taken_down
from articles.sight import moment
from articles.states import Change


class WithdrawForm(PanelForm):
    ground = forms.ChoiceField(label="Ground", choices=Ground, widget=forms.RadioSelect)
    note = LinesField(
        label="Notice to readers",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        help_text="Readers find it in the story's place.",
    )
    names_story = forms.BooleanField(label="The notice names the story", required=False)
    pending = ScheduledField()
    reason = LinesField(
        label="For the log",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        help_text="Never public.",
    )

    field_order = ("ground", "note", "names_story", "pending", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("override", None)
        if self.facts.pending is None:
            del self.fields["pending"]
        else:
            when = moment(self.facts.pending.live_from)
            said = f"Drop the version scheduled for {when}, which would bring the story back"
            self.fields["pending"].choices = [(Pending.VOID, said)]

    @property
    def sentence(self) -> str:
        return taken_down(self.facts, self.chosen("pending") if "pending" in self.fields else "")

    @property
    def buttons(self) -> list[PanelButton]:
        return [PanelButton(Change.WITHDRAWAL, "Take down", "grave")]

    @property
    def preview_query(self) -> dict[str, str]:
        note = previewable(self.chosen("note") or "Your notice will stand here.")
        named = {"names_story": "on"} if self.chosen("names_story") else {}
        return {"change": Change.WITHDRAWAL, "note": note, **named}

    def options(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in ("ground", "note", "names_story", "reason")}
        return {**told, "pending": self.cleaned_data.get("pending") or None}
