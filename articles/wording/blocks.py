"""A body as its top-level blocks, and a block as plain text with what its words look like."""

import re
from html import unescape
from itertools import pairwise
from typing import NamedTuple

TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>""")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')

INLINE = frozenset(
    "a abbr b br cite code del em i img ins kbd mark q s small span strong sub sup time u wbr".split()
)
VOID = frozenset("area br col embed hr img input source track wbr".split())
#: How words look that stand in such an element, so that “no longer …” can go before it.
LOOKS = {
    "strong": "bold",
    "b": "bold",
    "em": "italic",
    "i": "italic",
    "u": "underlined",
    "s": "struck through",
    "sub": "subscript",
    "sup": "superscript",
    "code": "code",
    "h2": "in a heading",
    "h3": "in a smaller heading",
    "ul": "in a list",
    "ol": "in a numbered list",
    "blockquote": "in a quotation",
}


class Piece(NamedTuple):
    """Plain text, and how it looks: "bold", "link to /x/"."""

    text: str
    looks: tuple[str, ...] = ()


def blocks(html: str) -> list[str]:
    """The top-level blocks of a body, each as its HTML; words between blocks become a paragraph."""
    found: list[str] = []
    start = depth = 0
    for tag in TAG.finditer(html):
        closing, name = tag[1], tag[2].lower()
        if name in INLINE:
            continue
        if depth == 0 and not closing:
            found += _stray(html[start : tag.start()])
            start = tag.start()
        if name not in VOID:
            depth = max(depth - 1, 0) if closing else depth + 1
        if depth == 0:
            found.append(html[start : tag.end()])
            start = tag.end()
    return found + ([html[start:]] if depth else _stray(html[start:]))


def lines(html: str) -> list[str]:
    """HTML cut before each tag that parts words, but never within a link. Joined, they give it back."""
    cuts = [0]
    in_link = False
    for tag in TAG.finditer(html):
        name = tag[2].lower()
        if name == "a":
            in_link = tag[1] != "/"
        elif name not in INLINE and not in_link:
            cuts.append(tag.start())
    return [html[start:end] for start, end in pairwise([*cuts, len(html)]) if start < end]


def tag_of(block: str) -> str:
    """The name of a block's outermost element: "p", "h2"."""
    found = TAG.match(block)
    return found[2].lower() if found else "p"


def text_of(block: str) -> str:
    """The plain text of a block, with a newline for each `<br>` and between paragraphs, items and cells."""
    return "".join(piece.text for piece in pieces(block))


def pieces(block: str) -> list[Piece]:
    """The plain text of a block, cut where its looks change. Those of the outermost element don't count."""
    found: list[Piece] = []
    opened: list[tuple[str, str]] = []
    start, at_edge = 0, True
    for tag in TAG.finditer(block + "<p>"):
        text = unescape(block[start : tag.start()])
        start = tag.end()
        if text and not (at_edge and text.isspace()):
            _put(found, "\n" if at_edge and found else "", [])
            _put(found, text, opened)
            at_edge = False
        name = tag[2].lower()
        if name == "br":
            _put(found, "\n", opened)
        at_edge = at_edge or name not in INLINE
        _follow(opened, tag)
    return found


def _stray(html: str) -> list[str]:
    return [f"<p>{html.strip()}</p>"] if TAG.sub("", html).strip() or "<img" in html else []


def _put(found: list[Piece], text: str, opened: list[tuple[str, str]]) -> None:
    looks = tuple(sorted({look for _, look in opened if look}))
    if found and found[-1].looks == looks:
        text = found.pop().text + text
    if text:
        found.append(Piece(text, looks))


def _follow(opened: list[tuple[str, str]], tag: re.Match[str]) -> None:
    """Keep `opened`, the elements around the words, true to this tag."""
    closing, name = tag[1], tag[2].lower()
    if not closing and name not in VOID:
        is_outermost = not opened and name not in INLINE
        opened.append((name, "" if is_outermost else _look(name, tag[3])))
    elif (place := _last(opened, name)) is not None:
        del opened[place:]


def _last(opened: list[tuple[str, str]], name: str) -> int | None:
    """Where the innermost open element of this name stands; sought from within, where it most often is."""
    return next((place for place in reversed(range(len(opened))) if opened[place][0] == name), None)


def _look(name: str, attributes: str) -> str:
    if name != "a":
        return LOOKS.get(name, "")
    told = dict(ATTRIBUTE.findall(attributes))
    title = f" titled “{unescape(told['title'])}”" if told.get("title") else ""
    return f"link to {unescape(told['href'])}{title}" if "href" in told else ""
