"""What expunging needs to be told: which words, what stands in their place, and why."""

from typing import Any

from django import forms

from articles import desk
from articles.desk.expunging import LONGEST_REPLACEMENT, MOST, REMOVED, Survey
from articles.forms.lines import LinesField
from articles.models import Article


class ExpungeForm(forms.Form):
    """Looks first and changes nothing; `seen` is the fingerprint of the places that the person was shown."""

    required_css_class = "required"

    words = forms.CharField(
        label="Words or name to expunge",
        max_length=MOST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="As in “Amina Diallo”. Found in capitals or not, in addresses too, as whole words; in "
        "scripts without spaces and in Korean wherever they stand. Look for other spellings, for endings and "
        "for parts of a name separately.",
    )
    replacement = forms.CharField(
        label="What stands in their place",
        max_length=LONGEST_REPLACEMENT,
        initial=REMOVED,
        help_text="Readers see it too.",
    )
    reason = LinesField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text="By whose order or at whose wish, without the words themselves. It stays in the log.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        self.article = article
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def look(self) -> Survey | None:
        """Where the words are. None where the desk refuses them; its sentence is an error of this form."""
        told = {name: self.cleaned_data[name] for name in ("words", "replacement")}
        try:
            return desk.look_for_words(self.article, **told)
        except desk.IllegalMove as refusal:
            self._say(refusal)
            return None

    def make(self, by: Any) -> bool:
        """Expunge. False where the desk refuses: its sentence is then an error of this form."""
        try:
            desk.expunge(self.article, by=by, **self.cleaned_data)
        except desk.IllegalMove as refusal:
            self._say(refusal)
            return False
        return True

    def _say(self, refusal: desk.IllegalMove) -> None:
        error = forms.ValidationError(refusal.sentence, code=refusal.code)
        if not self.has_error(forms.forms.NON_FIELD_ERRORS, refusal.code):
            self.add_error(None, error)
