"""What one text of a story is to hold instead, whatever its column keeps: text, HTML, an address or JSON."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from django.db.models import JSONField, SlugField

from articles import body
from articles.body import HTMLField
from articles.desk.expunging.names import Named
from articles.desk.expunging.texts import Text
from articles.models import Address
from articles.wording.blanking import Blanked, Blanking

#: Keys under which JSON holds codes and moments, which are nobody's words; and what those look like.
CODES = frozenset(
    "assignee at change due_at fields ground kind language overridden section skipped until".split()
)
CODE = re.compile(r"[a-z_-]*|[a-z]{2,3}(-\w+)*|[-0-9T:.+Z]+")


@dataclass
class Sieve:
    """Takes the words out of the texts of one story, one after the other."""

    blanking: Blanking
    named: Named
    #: Bodies are long, and most copies of a story have the same one.
    bodies: dict[str, Blanked] = field(default_factory=dict)
    #: What was made of each text so far, to be known again when the story is read once more.
    known: dict[Text, tuple[Any, list[str]]] = field(default_factory=dict)

    def blanked(self, text: Text) -> tuple[Any, list[str]]:
        """What the column is to hold, and each occurrence that it holds now."""
        if text not in self.known:
            self.known[text] = self._blanked(text)
        return self.known[text]

    def _blanked(self, text: Text) -> tuple[Any, list[str]]:
        found: list[str] = []
        if isinstance(text.field, JSONField):
            return self._json(json.loads(text.source), "", found), found
        if text.column == "change_message" and text.source.startswith("["):
            return json.dumps(self._json(json.loads(text.source), "", found)), found
        value = text.source
        while (blanked := self._column(text, value)).found:
            found += blanked.found
            # Cutting off a word's end can leave the very words.
            value = blanked.text[: text.field.max_length]
        return value, found

    def _column(self, text: Text, value: str) -> Blanked:
        if isinstance(text.field, HTMLField):
            return self._html(value)
        is_path = text.model is Address or (text.column == "object_repr" and value.startswith("/"))
        if isinstance(text.field, SlugField) or is_path:
            return self.blanking.in_address(value)
        return self.blanking.in_text(value)

    def _html(self, html: str) -> Blanked:
        if html not in self.bodies:
            self.bodies[html] = self.blanking.in_html(html)
        return self.bodies[html]

    def _json(self, value: Any, name: str, found: list[str]) -> Any:
        """`name` is the key that the value has; what is blanked is added to `found`."""
        if name in ("credits", "topics") and isinstance(value, list):
            return _without(value, self.named.of.get(name, {}), found)
        if isinstance(value, dict):
            return {key: self._json(each, key, found) for key, each in value.items()}
        if isinstance(value, list):
            return [self._json(each, name, found) for each in value]
        if not isinstance(value, str) or (name in CODES and CODE.fullmatch(value)):
            return value
        blanked = self._value(value, name)
        found += blanked.found
        return blanked.text if blanked.found else value

    def _value(self, value: str, name: str) -> Blanked:
        if name == "body":
            return self._html(body.clean(value))
        is_address = name == "slug" or value.startswith("/")
        return self.blanking.in_address(value) if is_address else self.blanking.in_text(value)


def _without(rows: list[Any], gone: dict[int, str], found: list[str]) -> list[Any]:
    """Credits or topics but for those named so."""
    keys = [row[0] if isinstance(row, list) else row for row in rows]
    found += [gone[key] for key in keys if key in gone]
    return [row for row, key in zip(rows, keys, strict=True) if key not in gone]
