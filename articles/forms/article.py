"""The working copy as it is typed. What the desk refuses to save is said in the form, and nothing is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles import desk
from articles.desk.copy import DESK_FIELDS
from articles.forms.lines import LinesField
from articles.models import Article
from articles.models.story import STORY_FIELDS

#: Texts of a few lines.
SHORT = {"standfirst", "ednote"}


class ArticleForm(forms.ModelForm):
    """`by` is set by the admin, and may only save what `desk.check_save` lets them."""

    by: Any = None

    #: The version that the person had before them when they began to type.
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

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

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and "seen_version" in cleaned:
            self._check_save(cleaned["seen_version"])
        return cleaned

    def _check_save(self, seen_version: int) -> None:
        try:
            desk.check_save(self.instance, by=self.by, seen_version=seen_version)
        except desk.IllegalMove as refusal:
            # Having been told, the person may save over it, knowingly.
            self.data = self._seeing_what_stands()
            raise ValidationError(refusal.sentence, code=refusal.code) from refusal

    def _seeing_what_stands(self) -> Any:
        data = self.data.copy()
        data[self.add_prefix("seen_version")] = str(self.instance.version)
        return data
