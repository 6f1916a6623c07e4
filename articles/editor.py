"""The widget in which a story's body is written: the prose editor, started by our own module.

`static/js/desk-editor.js` starts it, so that nothing is injected that the policy would block and the
textbox has a name.
"""

from typing import Any

from django.forms import Script
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget, prose_editor_admin_media, prose_editor_js
from js_asset import Media

PRESET = "desk"


class BodyWidget(AdminProseEditorWidget):
    @property
    def media(self) -> Media:
        return prose_editor_admin_media + Media(
            js=[prose_editor_js, Script("js/desk-editor.js", type="module")]
        )


class BodyField(ProseEditorFormField):
    """A body as the form takes it: what the sanitiser leaves of it, with one kind of line end."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "preset": PRESET, "widget": BodyWidget})

    def to_python(self, value: Any) -> str:
        return self.sanitize(super().to_python(value).replace("\r\n", "\n"))
