"""What is filled in about a comment that is wrongly there, or gone: a report, a notice, an appeal."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError

from articles import typed
from comments import typed as comment_typed
from comments.forms import Plain
from comments.models.appeal import MOST_TEXT as MOST_APPEAL
from comments.models.flag import MOST_NOTE
from comments.models.notice import MOST_EXPLANATION, MOST_LAW
from comments.states import Complaint

TOO_LONG = "You wrote {count} characters; {most} is the most. Nothing of it is lost: shorten it here."


def lines_field(label: str, help_text: str, *, rows: int = 4, is_needed: bool = False) -> forms.CharField:
    """Several lines, taken as typed and judged by `typed`, so that no browser cuts them short."""
    attrs = {"rows": rows, "cols": 40, "dir": "auto", "required": is_needed}
    widget = forms.Textarea(attrs=attrs)
    return forms.CharField(label=label, help_text=help_text, widget=widget, required=False, strip=False)


def tidy(value: str, most: int, field: str) -> str:
    kept = typed.lines(value)
    typed.refuse_long(kept, most, field, TOO_LONG)
    return kept


class ReportForm(Plain, forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong with it?",
        required=False,
        choices=Complaint,
        widget=forms.RadioSelect(attrs={"required": True}),
        error_messages={"invalid_choice": "Choose one of the reasons in the list."},
    )
    note = lines_field(
        "Anything that a moderator should know (optional)",
        f"Plain text, {MOST_NOTE} characters at most. Moderators alone read it.",
    )

    def clean_reason(self) -> str:
        if not self.cleaned_data["reason"]:
            raise ValidationError("Choose what is wrong with the comment.", code="no-reason")
        return self.cleaned_data["reason"]

    def clean_note(self) -> str:
        return tidy(self.cleaned_data["note"], MOST_NOTE, "note")


class NoticeForm(Plain, forms.Form):
    """What Article 16(2) of the Digital Services Act asks for; the exact address is known already."""

    explanation = lines_field(
        "Why is it illegal?",
        f"Plain text, {MOST_EXPLANATION:,} characters at most. Say what in the comment is illegal, and why.",
        rows=8,
        is_needed=True,
    )
    law = forms.CharField(
        label="The law or right concerned (optional)",
        required=False,
        strip=False,
        help_text="If you know it. For example: privacy, defamation, a trade mark.",
    )
    is_of_child_abuse = forms.BooleanField(
        label="It is about the sexual abuse of children. Your name and address are then not needed.",
        required=False,
    )
    name = forms.CharField(
        label="Your name, or that of your organisation",
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        label="E-mail",
        required=False,
        strip=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Never shown, also not to whoever wrote the comment. What was decided is sent there.",
    )
    is_in_good_faith = forms.BooleanField(
        label="I believe in good faith that what I say here is accurate and complete.",
        required=False,
        widget=forms.CheckboxInput(attrs={"required": True}),
    )

    def clean_explanation(self) -> str:
        kept = tidy(self.cleaned_data["explanation"], MOST_EXPLANATION, "explanation")
        if not typed.is_visible(kept):
            raise ValidationError("Say why the comment is illegal.", code="no-explanation")
        return kept

    def clean_law(self) -> str:
        return tidy(self.cleaned_data["law"], MOST_LAW, "law")

    def clean_name(self) -> str:
        return self._of_sender("name", comment_typed.name)

    def clean_email(self) -> str:
        return self._of_sender("email", comment_typed.email)

    def clean_is_in_good_faith(self) -> bool:
        if not self.cleaned_data["is_in_good_faith"]:
            raise ValidationError(
                "We can only take a notice whose sender believes it to be accurate: please tick this.",
                code="no-good-faith",
            )
        return True

    def _of_sender(self, field: str, read: Callable[[str], str]) -> str:
        """Needed from everybody but those who may stay unnamed; what they typed all the same is kept."""
        value = self.cleaned_data[field]
        may_be_missing = self.cleaned_data.get("is_of_child_abuse") and not value.strip()
        return "" if may_be_missing else read(value)


class AppealForm(Plain, forms.Form):
    text = lines_field(
        "Why was it wrong?", f"Plain text, {MOST_APPEAL:,} characters at most.", rows=8, is_needed=True
    )

    def clean_text(self) -> str:
        kept = tidy(self.cleaned_data["text"], MOST_APPEAL, "text")
        if not typed.is_visible(kept):
            raise ValidationError("Say why the decision was wrong.", code="no-text")
        return kept
