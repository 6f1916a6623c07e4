"""Words blanked out of a text for good, in whatever spelling: plain text, HTML, and addresses."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from unicodedata import normalize

from django.utils.html import escape
from django.utils.text import slugify

from articles.wording.blocks import ATTRIBUTE, INLINE, TAG, lines
from articles.wording.spellings import RUNS_ON, Spelling, fold
from articles.wording.units import EDGE, Unit, html_units, plain_units
from articles.wording.words import vocabulary

REMOVED = "[removed]"
#: How much of the text around the words is shown, in characters on either side.
AROUND = 40
#: An element within a line whose words were all blanked.
EMPTIED = re.compile(rf"<({'|'.join(sorted(INLINE))})(?: [^<>]*)?></\1>")


@dataclass(frozen=True)
class Blanked:
    """A text after blanking, and each of the words' occurrences as it was, with what stood around it."""

    text: str
    found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blanking:
    """What is to be blanked, and what stands in its place. The two have no word in common (see `fits`)."""

    words: str
    replacement: str = REMOVED

    @property
    def fits(self) -> bool:
        """Whether no word of them is in their replacement, so that there is an end to replacing them."""
        return not _parts(f"{self.words} {self._words_slug}") & _parts(self.replacement)

    def in_text(self, text: str) -> Blanked:
        return self._plain(text, self._in_text, self.replacement)

    def in_address(self, address: str) -> Blanked:
        """A path or a slug, which may hold the words as a slug: “amina-diallo”."""
        return self._plain(address, self._in_address, self.slug)

    def in_html(self, html: str) -> Blanked:
        """Clean HTML. A link whose address holds the words is a link no more.

        Line by line, since no word goes on in another. Copies of a story share nearly all of theirs.
        """
        known = self._lines
        blanked = [
            known[line] if line in known else known.setdefault(line, self._line(line)) for line in lines(html)
        ]
        return Blanked(
            "".join(line.text for line in blanked), tuple(each for line in blanked for each in line.found)
        )

    def _line(self, html: str) -> Blanked:
        found: list[str] = []
        if self._in_address.may_be_in(unescape(html)):
            html, found = self._without_links(html)
        while self._in_text.may_be_in(unescape(TAG.sub("", html))):
            units = html_units(html)
            spans = list(self._in_text.find(units))
            if not spans:
                break
            found += [_around(units, span) for span in spans]
            for span in reversed(spans):
                html = _replace(html, span, escape(self.replacement))
            html = _without_emptied(html)
        return Blanked(html, tuple(found))

    @cached_property
    def _lines(self) -> dict[str, Blanked]:
        """What was made of each line of HTML so far."""
        return {}

    @cached_property
    def slug(self) -> str:
        """What stands for the words in an address."""
        proposed = (slugify(self.replacement), slugify(REMOVED), "story")
        return next(each for each in proposed if each and not any(self._in_address.find(plain_units(each))))

    @cached_property
    def _in_text(self) -> Spelling:
        """Of several words the slug is found in a text as well; that of a single one may be another word."""
        return Spelling(self.words, *([self._words_slug] if "-" in self._words_slug else []))

    @cached_property
    def _in_address(self) -> Spelling:
        return Spelling(self.words, *([self._words_slug] if self._words_slug else []))

    @cached_property
    def _words_slug(self) -> str:
        return slugify(self.words)

    def _plain(self, text: str, spelling: Spelling, replacement: str) -> Blanked:
        found: list[str] = []
        while spelling.may_be_in(text):
            units = plain_units(text)
            spans = list(spelling.find(units))
            if not spans:
                break
            found += [_around(units, span) for span in spans]
            for span in reversed(spans):
                text = text[: span[0].start] + replacement + text[span[-1].end :]
        return Blanked(text, tuple(found))

    def _without_links(self, html: str) -> tuple[str, list[str]]:
        """Take the tags away of links to an address that holds the words."""
        found: list[str] = []
        whole, start, is_open = "", 0, False
        for tag in TAG.finditer(html):
            if tag[2].lower() != "a":
                continue
            told = [self.in_address(unescape(value)).found for _, value in ATTRIBUTE.findall(tag[3])]
            found += [each for some in told for each in some]
            if any(told) or (is_open and tag[1] == "/"):
                whole += html[start : tag.start()]
                start, is_open = tag.end(), tag[1] != "/"
        return whole + html[start:], found


def _parts(text: str) -> set[str]:
    """The words of a text, and each letter of scripts in which words run on."""
    whole = normalize("NFKC", text)
    return {*RUNS_ON.findall(whole), *vocabulary(fold(RUNS_ON.sub(" ", whole)))}


def _around(units: list[Unit], span: list[Unit]) -> str:
    """The words with a little of what stands around them, on one line."""
    first = bisect_left(units, span[0].start, key=_start)
    last = bisect_left(units, span[-1].start, key=_start) + 1
    before, after = _read(units[max(first - AROUND, 0) : first]), _read(units[last : last + AROUND])
    if first > AROUND:
        before = f"… {before.partition(' ')[2] or before}"
    if last + AROUND < len(units):
        after = f"{after.rpartition(' ')[0] or after} …"
    return " ".join(f"{before}{_read(span)}{after}".split())


def _start(unit: Unit) -> int:
    return unit.start


def _read(units: list[Unit]) -> str:
    return "".join(unit.text for unit in units).replace(EDGE, " ")


def _replace(html: str, span: list[Unit], replacement: str) -> str:
    """Put the replacement in the place of the first unit; tags between the others stay."""
    for unit in reversed(span[1:]):
        html = html[: unit.start] + html[unit.end :]
    return html[: span[0].start] + replacement + html[span[0].end :]


def _without_emptied(html: str) -> str:
    while (shorter := EMPTIED.sub("", html)) != html:
        html = shorter
    return html
