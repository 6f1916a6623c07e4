"""Whether HTML is harmless, judged by its structure and by a list of its own."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

LINK = {"href", "rel"}
ALLOWED = {
    "story": {
        **{tag: set() for tag in "p h2 h3 ul li blockquote strong em br".split()},
        **{tag: set() for tag in "table thead tbody tr".split()},
        **{tag: {"colspan", "rowspan"} for tag in ("th", "td")},
        "ol": {"start", "type", "data-type"},
        "a": LINK | {"title"},
    },
    "line": {"a": LINK, "span": {"class"}, "time": {"datetime"}},
    "reader": {
        **{tag: set() for tag in "p br em strong blockquote code".split()},
        "a": LINK,
        "span": {"class"},
    },
}


class Judge(HTMLParser):
    """Collects what is wrong with a piece of HTML of one markup."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.allowed, self.open, self.troubles = ALLOWED[markup], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.allowed:
            self.troubles.append(f"<{tag}>")
        for name, value in attrs:
            if name not in self.allowed.get(tag, ()):
                self.troubles.append(f"{tag} {name}")
            if name == "href":
                self.judge_address(value or "")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.troubles.append(f"unbalanced </{tag}>")

    def handle_comment(self, data):
        self.troubles.append("comment")

    handle_decl = handle_pi = unknown_decl = handle_comment

    def judge_address(self, value):
        """As a browser would read it: control characters skipped, backslashes turned."""
        address = re.sub(r"[\x00-\x20\x7f-\x9f]", "", value).replace("\\", "/").lower()
        scheme = re.match(r"([a-z][a-z0-9+.-]*):", address)
        if address.startswith("//") or (scheme and scheme[1] not in {"http", "https", "mailto"}):
            self.troubles.append(f"href {value!r}")
        elif scheme and scheme[1] != "mailto":
            if not re.match(r"https?://[^/]", address) or "@" in urlsplit(address).netloc:
                self.troubles.append(f"href {value!r}")


def troubles(html: str, markup: str) -> list[str]:
    """What is wrong with it: nothing, if all is well."""
    judge = Judge(markup)
    judge.feed(html)
    judge.close()
    return judge.troubles + [f"unclosed <{tag}>" for tag in judge.open]
