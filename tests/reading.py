"""Reading a page as a program reads it: its links, headings and words."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Reader(HTMLParser):
    """Collects the text of the elements asked for, and the attributes of every element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text: list[str] = []
        self.elements.append((tag, dict(attrs), text))
        if tag not in VOID:
            self.open.append((tag, text))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, text in self.open:
            text.append(data)


class Page:
    """A response of the site, to ask what is on it."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.status = response.status_code
        self.html = response.content.decode()
        self._elements = _Reader(self.html).elements

    def texts(self, tag: str, css_class: str = "") -> list[str]:
        """The words of each such element, white space folded, in the page's order."""
        return [
            " ".join("".join(text).split())
            for name, attrs, text in self._elements
            if name == tag and (not css_class or css_class in (attrs.get("class") or "").split())
        ]

    def attributes(self, tag: str, name: str) -> list[str]:
        return [attrs[name] or "" for element, attrs, _ in self._elements if element == tag and name in attrs]

    @property
    def headlines(self) -> list[str]:
        """The stories that a list shows."""
        return self.texts("h2", "teaser-headline")


def read(path: str, client: Client | None = None, **options: Any) -> Page:
    """A page as a stranger gets it, or whoever `client` is signed in as."""
    return Page((client or Client()).get(path, **options))
