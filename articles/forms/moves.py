"""What a move needs to be told. Each form says what will be true afterwards, and makes the move."""

from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms

from articles import desk
from articles.desk import checks
from articles.desk.publication import Publication
from articles.desk.publishing import Pending
from articles.forms.lines import LinesField
from articles.forms.moments import MomentField
from articles.forms.numbers import NumberField
from articles.forms.outlook import outlook
from articles.models import Article
from articles.sight import moment
from articles.states import may_override

#: The field beside which a refusal of the desk is said; others are said above all of them.
FIELDS = {
    "in-the-past": "at",
    "expires-too-early": "expires_at",
    "note-needed": "note",
    "ground-needed": "ground",
    "pending": "pending",
}


class ScheduledField(forms.ChoiceField):
    """What becomes of the version that is scheduled already; a form without one leaves the field out."""

    def __init__(self) -> None:
        super().__init__(
            label="The version already scheduled", required=False, choices=(), widget=forms.RadioSelect
        )


class MoveForm(forms.Form):
    """A move that needs nothing to be told. What hidden fields carry is what was true when it was shown."""

    required_css_class = "required"
    template = "admin/articles/article/move.html"

    def __init__(
        self, *args: Any, verb: str, article: Article, facts: Publication, by: Any, **kwargs: Any
    ) -> None:
        self.verb, self.article, self.facts, self.by = verb, article, facts, by
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    @property
    def sentence(self) -> str:
        return outlook(self.verb, self.article, self.facts)

    @property
    def is_pressed(self) -> bool:
        """Whether the move was asked for, and not only a look at what it would do."""
        return self.is_bound

    def options(self) -> dict[str, Any]:
        """What the verb is told."""
        return dict(self.cleaned_data)

    def make(self) -> bool:
        """Make the move. False where the desk refuses: its sentence is then an error of this form."""
        try:
            getattr(desk, self.verb)(self.article, by=self.by, **self.options())
        except desk.IllegalMove as refusal:
            self.refuse(refusal)
            return False
        return True

    def refuse(self, refusal: desk.IllegalMove) -> None:
        """Say so, beside the field if it is about one; the page that comes back is about what is true now."""
        field = FIELDS.get(refusal.code, "")
        error = forms.ValidationError(refusal.sentence, code=refusal.code)
        self.add_error(field if field in self.fields else None, error)
        self.data = {**self.data.dict(), **{field.name: field.initial for field in self.hidden_fields()}}

    def point_out(self) -> None:
        """Let the first field with an error have the focus when the page comes back."""
        wrong = next((name for name in self.fields if name in self.errors), "")
        if wrong:
            self.fields[wrong].widget.attrs["autofocus"] = True


class VersionForm(MoveForm):
    """A move that is about one version, and not about another that came meanwhile."""

    number = NumberField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = number_meant(self.verb, self.facts)


def number_meant(verb: str, facts: Publication) -> int | None:
    """The number of the version that undoing or unscheduling is about."""
    edition = {"undo": facts.newest, "unschedule": facts.pending}.get(verb)
    return edition.number if edition else None


class CheckedForm(MoveForm):
    """A move that the desk's checks may stop. Those who may override a stop are asked for their reason."""

    override = LinesField(
        label="Override it, because",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="The log keeps your reason. Never public.",
    )
    seen_version = NumberField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_version"].initial = self.article.version
        if not may_override(self.by, self.article):
            del self.fields["override"]

    @property
    def live_from(self) -> datetime:
        """The instant at which the checks judge the story."""
        return self.facts.now

    @cached_property
    def stops(self) -> list[checks.Finding]:
        return checks.stops(checks.Candidate(self.article, self.by, self.live_from), self.verb)

    @property
    def is_stopped(self) -> bool:
        """Whether something stops it that this person may not override."""
        return not all(stop.may_be_overridden and "override" in self.fields for stop in self.stops)

    @property
    def asks_for_reason(self) -> bool:
        return bool(self.stops) and not self.is_stopped

    def refuse(self, refusal: desk.IllegalMove) -> None:
        if self.asks_for_reason and refusal.code in {stop.code for stop in self.stops}:
            self.add_error("override", forms.ValidationError("Say why, for the log.", code=refusal.code))
        else:
            super().refuse(refusal)


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


class EmbargoForm(VersionForm):
    until = MomentField(required=False, help_text="Leave empty for no embargo.")
    pending = ScheduledField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.facts.pending is None:
            del self.fields["pending"]
        else:
            self.fields["number"].initial = self.facts.pending.number
            when = moment(self.facts.pending.live_from)
            self.fields["pending"].choices = [(Pending.VOID, f"Drop the version scheduled for {when}")]
            self.fields["pending"].help_text = "Needed only if it would go live before the embargo lifts."
