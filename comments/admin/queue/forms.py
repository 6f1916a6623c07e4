"""What a moderator sends from the queue: which comments to hand out, and by which keys they decide."""

from typing import Any

from django import forms

from comments.admin.deciding import DEFAULT_REASON, REASONS
from comments.models import ModeratorKeys
from comments.models.moderator_keys import USUAL

SIZES = (10, 20, 50, 100)
NEWEST, RISK = "newest", "risk"


class HandOutForm(forms.Form):
    order = forms.ChoiceField(
        choices=[(RISK, "Most at risk first"), (NEWEST, "Newest first")],
        initial=RISK,
        help_text="Threats and notices of illegal content come first in both.",
    )
    size = forms.TypedChoiceField(
        label="How many", coerce=int, choices=[(size, str(size)) for size in SIZES], initial=50
    )
    is_proved = forms.BooleanField(
        label="Only from confirmed addresses",
        required=False,
        help_text="The tick leaves out what its writers may yet confirm, but no threat and no notice.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


def reasons() -> list[tuple[str, str]]:
    """The short list, each beside the digit that chooses it. The first leaves it to the move."""
    named = enumerate(REASONS, start=1)
    return [DEFAULT_REASON, *((reason.value, f"{digit} {reason.label}") for digit, reason in named)]


class KeysForm(forms.ModelForm):
    class Meta:
        model = ModeratorKeys
        fields = ("is_on", *USUAL)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for action in USUAL:
            self.fields[action].widget.attrs |= {"size": 2, "autocomplete": "off", "autocapitalize": "none"}
