"""What deciding on a mistake that a reader spotted needs to be told, and what will be true afterwards."""

from typing import Any

from django import forms

from articles import desk
from articles.forms.lines import LinesField
from articles.models import Mistake

SENTENCES = {
    "take_mistake": "It is being corrected. What is published next of the story settles it.",
    "reopen_mistake": "It waits to be seen to again.",
}


class DecisionForm(forms.Form):
    """A decision that needs nothing to be told. `mistake` has `has_address` annotated."""

    required_css_class = "required"

    def __init__(self, *args: Any, verb: str, mistake: Mistake, **kwargs: Any) -> None:
        self.verb, self.mistake = verb, mistake
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    @property
    def sentence(self) -> str:
        return SENTENCES[self.verb]

    def make(self, by: Any) -> bool:
        """Decide. False where the desk refuses: its sentence is then an error of this form."""
        try:
            getattr(desk, self.verb)(self.mistake, by=by, **self.cleaned_data)
        except desk.IllegalMove as refusal:
            self.add_error(None, forms.ValidationError(refusal.sentence, code=refusal.code))
            return False
        return True


class DeclineForm(DecisionForm):
    answer = LinesField(
        label="Answer (optional)",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Why it is right as it stands. Kept in the log as well.",
    )

    @property
    def sentence(self) -> str:
        if self.mistake.has_address:
            return (
                "The report is closed. Its reader is mailed that the desk found no mistake, and your answer."
            )
        return "The report is closed. Its reader left no address, and is told nothing."
