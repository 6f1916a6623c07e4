"""What a move needs to be told. Each form says what will be true afterwards, and makes the move."""

from typing import Any

from django import forms

from articles import desk
from articles.desk.publication import Publication
from articles.desk.withdrawing import Ground
from articles.forms.lines import LinesField
from articles.forms.moments import MomentField
from articles.forms.outlook import outlook
from articles.models import Article
from articles.sight import moment


class MoveForm(forms.Form):
    """A move that needs nothing to be told."""

    required_css_class = "required"

    def __init__(self, *args: Any, verb: str, article: Article, facts: Publication, **kwargs: Any) -> None:
        self.verb, self.article, self.facts = verb, article, facts
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    @property
    def sentence(self) -> str:
        return outlook(self.verb, self.article, self.facts)

    def options(self) -> dict[str, Any]:
        """What the verb is told."""
        return dict(self.cleaned_data)

    def make(self, by: Any) -> bool:
        """Make the move. False where the desk refuses: its sentence is then an error of this form."""
        try:
            getattr(desk, self.verb)(self.article, by=by, **self.options())
        except desk.IllegalMove as refusal:
            self.add_error(None, forms.ValidationError(refusal.sentence, code=refusal.code))
            return False
        return True


class SendBackForm(MoveForm):
    reason = LinesField(
        label="What should change",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="The writer reads it, and it stays in the log. Never public.",
    )


class SpikeForm(MoveForm):
    reason = LinesField(
        label="Why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="Kept in the log. Never public.",
    )


class RenameForm(MoveForm):
    slug = forms.CharField(
        label="New address", max_length=120, help_text="Letters, digits and hyphens: “libya-convoys”."
    )


class EmbargoForm(MoveForm):
    until = MomentField(required=False, help_text="Leave empty for no embargo.")


class WithdrawForm(MoveForm):
    ground = forms.ChoiceField(label="Ground", choices=Ground, widget=forms.RadioSelect)
    note = LinesField(
        label="Notice to readers",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        help_text="Readers find it in the story's place.",
    )
    names_story = forms.BooleanField(label="The notice names the story", required=False)
    reason = LinesField(
        label="For the log",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        help_text="Never public.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.facts.pending:
            when = moment(self.facts.pending.live_from)
            self.fields["pending"] = forms.ChoiceField(
                label="The version already scheduled",
                choices=[
                    ("void", f"Drop the version scheduled for {when}, which would bring the story back")
                ],
                widget=forms.RadioSelect,
            )
