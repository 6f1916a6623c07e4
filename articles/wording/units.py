"""A text's characters, and where each stands in its source, which may spell it `&eacute;` or `%C3%A9`."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from articles.wording.blocks import INLINE, TAG

ENTITY = r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);"
PERCENTS = r"(?:%[0-9a-fA-F]{2})+"
PLAIN = re.compile(rf"{PERCENTS}|.", re.DOTALL)
MARKUP = re.compile(rf"{TAG.pattern}|{ENTITY}|{PERCENTS}|.", re.DOTALL)
#: No word holds it and no space is it: the edge of a paragraph.
EDGE = "\x00"


class Unit(NamedTuple):
    """A character of a text, and where it stands in its source, which may spell it out: `&eacute;`."""

    text: str
    start: int
    end: int


def plain_units(text: str) -> list[Unit]:
    """Those of plain text, in which an address may stand: `%20` is a space."""
    return [unit for token in PLAIN.finditer(text) for unit in _read(token)]


def html_units(html: str) -> list[Unit]:
    """Those of HTML: no tag within a line parts its words, `<br>` is a space and any other tag an edge."""
    return [unit for token in MARKUP.finditer(html) for unit in _read(token)]


def _read(token: re.Match[str]) -> Iterator[Unit]:
    source, start, end = token[0], token.start(), token.end()
    if len(source) == 1:
        yield Unit(source, start, end)
    elif source[0] == "<":
        name = token[2].lower()
        if name == "br":
            yield Unit("\n", start, end)
        elif name not in INLINE:
            yield Unit(EDGE, start, end)
    elif source[0] == "%":
        yield from _percents(source, start)
    else:
        yield Unit(unescape(source), start, end)


def _percents(source: str, start: int) -> Iterator[Unit]:
    try:
        signs = unquote_to_bytes(source).decode()
    except UnicodeDecodeError:
        signs = ""
    for sign in signs:
        end = start + 3 * len(sign.encode())
        yield Unit(sign, start, end)
        start = end
    if not signs:
        yield Unit(EDGE, start, start + len(source))
