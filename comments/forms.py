"""The reply form, for guests and for staff, and the small form of a moderator's decision."""

from functools import cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.safestring import SafeString

from comments import typed
from comments.states import Cadence

#: What a reply says, and under which name.
WORDS = ("name", "email", "website", "text")
#: The same, and how often its writer wants mail about replies.
SENT = (*WORDS, "cadence")


class Plain:
    """How our forms are drawn: fields only, since the templates hold the form and its button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


def _line(
    label: str, *, autocomplete: str, help_text: str = "", kind: str = "text", is_needed: bool = True
) -> forms.CharField:
    """A line of text. Always taken as typed and judged by `typed`, so no browser cuts it short."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete, "required": is_needed})
    widget.input_type = kind
    return forms.CharField(label=label, widget=widget, help_text=help_text, required=False, strip=False)


def _website() -> forms.CharField:
    return _line(
        "Website (optional)",
        autocomplete="url",
        kind="url",
        is_needed=False,
        help_text="Shown with your comment: your name becomes a link to it.",
    )


class TrapInput(forms.TextInput):
    """A field that people don't see. What fills in every field that there is fills in this one too."""


def _trap() -> forms.CharField:
    widget = TrapInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    return forms.CharField(label="Leave this empty", widget=widget, required=False)


class TextField(forms.CharField):
    widget = forms.Textarea(attrs={"rows": 8, "cols": 40, "required": True})

    def __init__(self) -> None:
        super().__init__(
            label="Comment",
            required=False,
            strip=False,
            help_text=f"Plain text, {typed.MOST_TEXT:,} characters at most.",
        )


class StaffReplyForm(Plain, forms.Form):
    """For signed-in staff, who write under the name of their account."""

    website = _website()
    text = TextField()

    def clean_website(self) -> str:
        return typed.website(self.cleaned_data["website"])

    def clean_text(self) -> str:
        return typed.text(self.cleaned_data["text"])

    @property
    def words(self) -> dict[str, str]:
        """What was typed and chosen, tidied, as `post` takes it."""
        return {name: self.cleaned_data.get(name, "") for name in SENT}


class EditForm(Plain, forms.Form):
    """For the writer of a comment, who puts it another way."""

    text = TextField()

    def clean_text(self) -> str:
        return typed.text(self.cleaned_data["text"])


class LinkForm(Plain, forms.Form):
    """For somebody who wants the link to their own page."""

    email = _line("E-mail", autocomplete="email", kind="email", help_text="Never shown.")

    def clean_email(self) -> str:
        return typed.email(self.cleaned_data["email"])


class ReplyForm(StaffReplyForm):
    name = _line("Name", autocomplete="name")
    email = _line("E-mail", autocomplete="email", kind="email", help_text="Never shown.")

    cadence = forms.ChoiceField(
        label="Mail me when somebody replies",
        choices=[("", "No"), *Cadence.choices],
        required=False,
        help_text="About answers to this very comment, once your address is confirmed. Each mail has a link "
        "that ends it.",
        error_messages={"invalid_choice": "Choose whether we mail you: no, at once, or once a day."},
    )

    subject = _trap()
    #: Filled in by the page's script: how long the form was open.
    seconds = forms.FloatField(required=False, widget=forms.HiddenInput)

    field_order = (*SENT, "subject", "seconds")

    def clean_name(self) -> str:
        return typed.name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return typed.email(self.cleaned_data["email"])


@cache
def bare_fields() -> SafeString:
    """The fields of an empty reply form: the same for every reader and story, so drawn once a process."""
    return render_crispy_form(ReplyForm())
