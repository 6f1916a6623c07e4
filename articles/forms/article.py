"""The working copy as it is typed. What the desk refuses to save is said in the form, and nothing is lost."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from articles import desk
from articles.desk.fields import DESK_FIELDS, KEYS
from articles.forms.lines import LinesField
from articles.forms.numbers import NumberField
from articles.models import Article
from articles.models.story import STORY_FIELDS

#: Texts of a few lines.
SHORT = {"standfirst", "ednote"}


class SittingField(forms.UUIDField):
    """The name of an opened form, which is not among the things that one changes in it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class ArticleForm(forms.ModelForm):
    """`by` is set by the admin, and may only save what `desk.check_save` lets them."""

    by: Any = None
    #: Whether it only shows what was typed earlier, and is not to be saved as it comes.
    is_taking = False

    #: The version that the person had before them when they began to type.
    seen_version = NumberField()
    #: The name of this opened form, under which what is typed in it is kept.
    sitting = SittingField(initial=uuid4)
    #: That of an earlier one, whose words were taken into this.
    taken = SittingField()

    class Meta:
        model = Article
        fields = (*STORY_FIELDS, "topics", *DESK_FIELDS, "slug")
        field_classes = {"standfirst": LinesField, "ednote": LinesField}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            # Else a field with a callable default is compared with what the browser says it was.
            field.show_hidden_initial = False
        for name in SHORT & self.fields.keys():
            self.fields[name].widget.attrs["rows"] = 3
        if self.instance.pk:
            self.fields["seen_version"].required = True
            self.initial["seen_version"] = self.instance.version
            self._hand_on("topics", *self.initial.get("topics", ()))
            for name in KEYS:
                self._hand_on(name, getattr(self.instance, name))

    def _hand_on(self, name: str, *rows: Any) -> None:
        """Spare the field's widget from asking for rows that are at hand."""
        if field := self.fields.get(name):
            widget = getattr(field.widget, "widget", field.widget)
            widget.known = tuple(row for row in rows if row is not None)

    def is_valid(self) -> bool:
        return not self.is_taking and super().is_valid()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and not self.is_taking and "seen_version" in cleaned:
            self._check_save(cleaned["seen_version"])
        return cleaned

    def _check_save(self, seen_version: int) -> None:
        try:
            desk.check_save(self.instance, by=self.by, seen_version=seen_version)
        except desk.IllegalMove as refusal:
            raise ValidationError(refusal.sentence, code=refusal.code) from refusal
