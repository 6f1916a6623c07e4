"""What a reader says is wrong in a story: the sentence, why, and where to send the answer."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles import typed
from articles.models import Edition
from articles.models.mistake import MOST_WRONG
from articles.spotting import Sentence, number_in, sentence_at


class MistakeForm(forms.Form):
    """`edition` is what readers have now. A sentence of an earlier version that they had counts as well."""

    # Drawn as a choice of sentences. A mark means nothing but a sentence: see `articles.spotting`.
    mark = forms.CharField(label="Which sentence is wrong?", required=False)
    wrong = forms.CharField(
        label="What is wrong with it?",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "cols": 40, "required": True, "dir": "auto"}),
        help_text=f"Plain text, {MOST_WRONG:,} characters at most. If you can, say where to look it up.",
    )
    email = forms.CharField(
        label="E-mail (optional)",
        required=False,
        strip=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Only to tell you what came of it. Never shown, and deleted after that, or after 30 days.",
    )
    # Nobody sees this field; what fills it in is a program, or a browser that is too eager.
    nickname = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, edition: Edition, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.edition, self.now = edition, now
        self.marked_in = edition
        #: What was marked, wherever it stands; None as long as nothing is.
        self.sentence = self._marked() if self.is_bound else None

    def clean_mark(self) -> str:
        if self.sentence is None:
            raise ValidationError("Mark the sentence that is wrong.", code="no-sentence")
        return self.sentence.mark

    def clean_wrong(self) -> str:
        wrong = typed.lines(self.cleaned_data["wrong"])
        if not typed.is_visible(wrong):
            raise ValidationError("Say what is wrong with the sentence.", code="no-words")
        too_long = "You wrote {count} characters; {most} is the most. Nothing of it is lost: shorten it here."
        typed.refuse_long(wrong, MOST_WRONG, "wrong", too_long)
        return wrong

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        return typed.email(email) if email.strip() else ""

    @property
    def is_of_earlier_version(self) -> bool:
        """Whether what was marked stands in a version that readers had before this one."""
        return self.sentence is not None and self.marked_in.number != self.edition.number

    @property
    def as_marked(self) -> list[Sentence]:
        return [self.sentence] if self.sentence else []

    def _marked(self) -> Sentence | None:
        mark = self.data.get("mark", "")
        number = number_in(mark)
        if number is not None and number != self.edition.number:
            ran = Edition.objects.were_read(self.now).filter(article=self.edition.article_id, number=number)
            self.marked_in = ran.first()
        return sentence_at(self.marked_in, mark) if number is not None and self.marked_in else None
