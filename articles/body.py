"""The one door for HTML: what a story or a reader's text may hold, and the fields that store it.

What the editor can make and what the sanitiser lets through are one list, `EXTENSIONS`. Every column
of stored HTML, derived ones too, is an `HTMLField`: it cleans on the way into the database, so a
fixture or an `update()` is cleaned as well, and only what comes out of the database is marked safe.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import nh3
from django.db import models
from django.utils.html import escape, strip_tags, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django_prose_editor.config import allowlist_from_extensions, expand_extensions

from articles.editor import BodyField

#: What the editor offers; the markup of each is what stories may hold.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "HTML": False,
    "Menu": {
        "groups": [
            {"group": "blockType -lists"},
            {"group": "lists"},
            {"group": "nodes -blockType -lists"},
            {"group": "marks"},
            {"group": "link"},
            {"group": "table"},
            {"group": "history"},
        ]
    },
}

SCHEMES = {"http", "https", "mailto"}
#: Left alone, nh3 lets `lang` and `title` through on every tag.
NOWHERE: dict[str, set[str]] = {"*": set()}
#: Raised whenever `render` makes something else of the same body; older renderings are made anew.
RENDERER = 1

#: In a reader's text: a part was taken out here. What is typed never holds it, see `typed.lines`.
TAKEN_OUT = "\x1a"
TAKEN_OUT_SAID = "[removed by the moderators]"
TAKEN_OUT_HTML = f'<span class="taken-out">{TAKEN_OUT_SAID}</span>'

FIRST_PARAGRAPH = re.compile(r"<p>(.+?)</p>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
SCROLLING = '<div class="scrolls" role="group" aria-label="Table" tabindex="0"><table>'
TOLD_AS_LARGER = '<h3 aria-level="2">'
EMPTY = re.compile(
    r'<(p|h2|h3|li|ul|ol|blockquote|table|thead|tbody|tr)(?: [a-z-]+="[^"]*")*>(\s|<br>|&nbsp;)*</\1>'
)
#: Taking a forbidden tag away can leave what a browser reads otherwise; cleaning that again settles it.
ROUNDS = 8


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Drop links that leave the site without saying so (`//host`) or that a browser would repair into one.

    Browsers skip control characters, read `\\` as `/` and make `https:/host` and `https:host` whole.
    """
    if name != "href":
        return value
    address = re.sub(r"[\x00-\x20\x7f-\x9f]+", "", value).replace("\\", "/")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        is_plain = not address.startswith("//") and parts.scheme in {"", "mailto"}
        return value if is_plain else None
    # user@host addresses exist to look like another host.
    return value if parts.netloc and "@" not in parts.netloc else None


@cache
def cleaner(markup: str) -> nh3.Cleaner:
    """The sanitiser of one kind of markup: "story", "line" (links in a line of text) or "reader"."""
    if markup == "story":
        allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
        attributes = {**allowed["attributes"], "a": allowed["attributes"]["a"] - {"rel"}}
        return _cleaner(allowed["tags"], attributes, "noopener")
    if markup == "line":
        return nh3.Cleaner(
            tags={"a", "span", "time"},
            attributes={**NOWHERE, "a": {"href", "rel"}, "time": {"datetime"}},
            allowed_classes={"span": {"badge"}},
            link_rel=None,
            url_schemes=SCHEMES,
            attribute_filter=_keep_attribute,
        )
    if markup == "reader":
        tags = {"p", "br", "a", "em", "strong", "blockquote", "code", "span"}
        return _cleaner(tags, {"a": {"href"}}, "nofollow ugc noopener", {"span": {"taken-out"}})
    raise ValueError(f"No such markup: {markup}")


def _cleaner(
    tags: set[str],
    attributes: dict[str, set[str]],
    rel: str,
    classes: dict[str, set[str]] | None = None,
) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=tags,
        attributes={**NOWHERE, **attributes},
        allowed_classes=classes,
        link_rel=rel,
        url_schemes=SCHEMES,
        attribute_filter=_keep_attribute,
    )


def clean(html: str, markup: str = "story") -> str:
    """Harmless HTML of the given markup; cleaning what is clean changes nothing."""
    cleaned = _settle(cleaner(markup), html.replace("\x00", ""))
    return "" if markup == "story" and EMPTY.fullmatch(cleaned.strip()) else cleaned


def _settle(chosen: nh3.Cleaner, html: str) -> str:
    for _ in range(ROUNDS):
        if (cleaned := chosen.clean(html)) == html:
            return html
        html = cleaned
    # Nothing that a person wrote gets here; as plain text it is harmless.
    return chosen.clean(escape(html))


def render(body: str) -> SafeString:
    """The HTML that readers get of a story's body: clean, and without the empty lines that typing leaves."""
    html = clean(body)
    while (shorter := EMPTY.sub("", html)) != html:
        html = shorter
    return mark_safe(html)


def with_scrolling_tables(html: str) -> SafeString:
    """Clean HTML for a page: each table in a box that scrolls within itself, by keyboard too."""
    boxed = html.replace("<table>", SCROLLING).replace("</table>", "</table></div>")
    return mark_safe(boxed)


def with_headings_in_order(html: str) -> SafeString:
    """Clean HTML for a page: smaller headings with no larger one before them are told as larger ones."""
    before, larger, after = html.partition("<h2>")
    return mark_safe(before.replace("<h3>", TOLD_AS_LARGER) + larger + after)


def for_page(html: SafeString) -> SafeString:
    """Clean HTML as readers' pages have it; bodies that need nothing of this come back as they are."""
    if "<table>" in html:
        html = with_scrolling_tables(html)
    return with_headings_in_order(html) if "<h3>" in html else html


def opening(body: str, length: int = 300) -> str:
    """The first words of a story as plain text, of its first paragraph outside of tables."""
    html = clean(body)
    found = FIRST_PARAGRAPH.search(TABLE.sub("", html))
    text = unescape(strip_tags(found[1] if found else html))
    return Truncator(" ".join(text.split())).chars(length)


def render_reader_text(text: str) -> SafeString:
    """Plain text as a reader typed it, as paragraphs with links that lend no credit to what they point at.

    `TAKEN_OUT` in it becomes words that look like nothing that a reader can write.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    paragraphs = (_urlize(part) for part in re.split(r"\n\s*\n", lines) if part)
    html = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return mark_safe(clean(html, "reader"))


def _urlize(text: str) -> str:
    """Escaped, with links; no link goes on over a part that was taken out."""
    return TAKEN_OUT_HTML.join(urlize(part, autoescape=True) for part in text.split(TAKEN_OUT))


def join_trusted(fragments: Iterable[str]) -> SafeString:
    """One piece of HTML from pieces that are HTML already: escaped, or out of an `HTMLField`."""
    return mark_safe("".join(fragments))


def escape_line(text: str) -> SafeString:
    """A line of plain text as HTML."""
    return escape(text)


class HTMLField(models.TextField):
    """A column of HTML of one markup (see `cleaner`). Cleaned before it is stored, safe once it was."""

    def __init__(self, *args: Any, markup: str = "story", **kwargs: Any) -> None:
        self.markup = markup
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "markup": self.markup}

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return clean(value, self.markup) if isinstance(value, str) else value

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> SafeString | None:
        return None if value is None else mark_safe(value)

    def formfield(self, **kwargs: Any) -> Any:
        if self.markup != "story":
            return super().formfield(**kwargs)
        return super().formfield(
            **{
                **kwargs,
                "form_class": BodyField,
                "config": {"extensions": EXTENSIONS},
                "sanitize": clean,
            }
        )
