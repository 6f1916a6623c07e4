"""The rule of the publish panel: a press does what was said; else it does nothing, and says it anew."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django import forms
from django.utils.text import Truncator

from articles.forms.moves import CheckedForm

CHANGED = "This is not what was said before you pressed. Read it once more; pressing again does it."
NO_LONGER = "Nothing was done: what was said before you pressed does not hold any more."
SAVED = (
    "Somebody saved this story after you opened this page. Look at it once more; pressing again takes it as "
    "it is now."
)

#: So many bytes of a note no server refuses in an address, and so many characters never take more.
MOST_IN_ADDRESS, SURELY_FIT = 6000, 500


def previewable(note: str) -> str:
    """A note as the address of a preview holds it: whole, but for a very long one of many-byte letters."""
    return note if len(quote(note)) <= MOST_IN_ADDRESS else Truncator(note).chars(SURELY_FIT)


@dataclass(frozen=True)
class PanelButton:
    """`press` is what the button sends."""

    press: str
    label: str
    look: str


class PanelForm(CheckedForm):
    """What is published or taken down; the sentence, what is asked and the buttons follow what was chosen."""

    template = "admin/articles/article/panel.html"

    said = forms.CharField(required=False, widget=forms.HiddenInput)

    #: Said above the sentence where a press was not heeded.
    notice = ""

    @property
    def buttons(self) -> list[PanelButton]:
        raise NotImplementedError

    @property
    def preview_query(self) -> dict[str, str]:
        """What the preview must be told to look as this would."""
        raise NotImplementedError

    @property
    def promise(self) -> str:
        """What a press is about: the sentence, and what it would be made in spite of."""
        return " ".join([self.sentence, *(stop.sentence for stop in self.stops)])

    @property
    def wanted(self) -> str:
        """What the button that was pressed sent, whether it is still offered or not."""
        return self.data.get("press", "") if self.is_bound else ""

    @property
    def pressed(self) -> str:
        """The button that was pressed, if it is one of those that are offered."""
        return self.wanted if self.wanted in {button.press for button in self.buttons} else ""

    @property
    def is_pressed(self) -> bool:
        return bool(self.pressed)

    @property
    def asks_about_scheduled(self) -> bool:
        """Whether it is still to be chosen what becomes of the scheduled version."""
        return "pending" in self.fields and not self.chosen("pending")

    def chosen(self, name: str) -> Any:
        """What is chosen in this field: typed and valid, or what the page begins with."""
        if not self.is_bound:
            return self.get_initial_for_field(self.fields[name], name)
        self.is_valid()
        return self.cleaned_data.get(name)

    def look(self) -> None:
        """Answer a look at other choices: say so if these are other words than those shown before."""
        seen = self.chosen("seen_version")
        if seen is not None and seen != self.article.version:
            self.notice = SAVED

    def make(self) -> bool:
        if self.asks_about_scheduled:
            return False
        if self.cleaned_data["seen_version"] != self.article.version:
            self.notice = SAVED
        elif self.cleaned_data["said"] != self.promise:
            self.notice = CHANGED
        return not self.notice and super().make()

    def point_out(self) -> None:
        super().point_out()
        if self.wanted and not self.is_pressed:
            self.notice = NO_LONGER
        if not self.errors and self.asks_about_scheduled:
            self.fields["pending"].widget.attrs["autofocus"] = True
