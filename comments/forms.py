"""The reply form, for guests and for staff, and the small form of a moderator's decision."""

from functools import cache
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils.safestring import SafeString

from comments import typed


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


class ReplyForm(StaffReplyForm):
    name = _line("Name", autocomplete="name")
    email = _line("E-mail", autocomplete="email", kind="email", help_text="Never shown.")

    field_order = ("name", "email", "website", "text")

    def clean_name(self) -> str:
        return typed.name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return typed.email(self.cleaned_data["email"])


@cache
def bare_fields() -> SafeString:
    """The fields of an empty reply form: the same for every reader and story, so drawn once a process."""
    return render_crispy_form(ReplyForm())
