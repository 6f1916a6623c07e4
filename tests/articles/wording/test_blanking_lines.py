"""HTML is blanked line by line, each line once: to readers it is as if all were blanked at once."""

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from articles.body import clean
from articles.wording.blanking import Blanking
from articles.wording.blocks import lines
from articles.wording.spellings import Spelling
from articles.wording.units import html_units
from tests.articles.wording.bodies import heavy
from tests.articles.wording.test_blanking_properties import blankings, html_of
from tests.articles.wording.test_blocks import soup

EMPTY = re.compile(r"<(a|em|strong)(?: [^<>]*)?></\1>")
FRAMES = ["{}", "<ul><li>{}</li></ul>", "<blockquote>{0}{0}</blockquote>", "\u0301{}\u0301", "x<br>{}a b"]
ADDRESSES = ["/x/", "/by/zoe-muller/", "/by/ana/", "/a-b/", "mailto:O'Brien & Sons", "/%E7%8E%8B/%E5%B0"]


@given(soup)
@heavy
def test_lines_joined_are_the_html_and_no_link_goes_on_in_another(html):
    found = lines(html)

    assert "".join(found) == html
    assert all(line.count("<a ") == line.count("</a>") for line in found)


def test_html_is_cut_where_no_word_goes_on():
    html = "A<p>b <em>c<br>d</em></p>\n<ul><li>e</li><li>f</li></ul>"

    cut = ["A", "<p>b <em>c<br>d</em>", "</p>\n", "<ul>", "<li>e", "</li>", "<li>f", "</li>", "</ul>"]
    assert lines(html) == cut


@st.composite
def cases(draw):
    blanking, text = draw(blankings())
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        part = draw(st.sampled_from(FRAMES)).format(html_of(text, draw(st.data())))
        address = draw(st.sampled_from(["", *ADDRESSES]))
        parts.append(f'<a href="{escape(address)}">{part}</a>' if address else part)
    return blanking, clean("".join(parts))


@given(cases())
@heavy
def test_line_by_line_is_as_good_as_all_at_once(case):
    blanking, html = case

    blanked = blanking.in_html(html)

    text, count = blanked_at_once(blanking, html)
    assert (without_empty(blanked.text), len(blanked.found)) == (without_empty(text), count)


def test_a_line_that_copies_share_is_looked_through_once(monkeypatch):
    looked = []
    find = Spelling.find
    monkeypatch.setattr(
        Spelling,
        "find",
        lambda self, units: looked.append("".join(unit.text for unit in units)) or find(self, units),
    )
    blanking = Blanking("Amina Diallo", "a woman")

    for html in ("<p>Rain.</p><p>Amina Diallo.</p>", "<h2>Wind</h2><p>Amina Diallo.</p>"):
        assert blanking.in_html(html).text.endswith("<p>a woman.</p>")

    assert [text.strip("\x00") for text in looked] == ["Amina Diallo."]


def test_elements_that_were_empty_elsewhere_are_left_alone():
    html = "<p>Rain<em></em>.</p><p><em>Amina Diallo</em> ran.</p>"

    assert Blanking("Amina Diallo", "…").in_html(html).text == "<p>Rain<em></em>.</p><p><em>…</em> ran.</p>"


def blanked_at_once(blanking, html):
    """What the whole becomes where it is cut into characters at once: its text, and how many were found."""
    html, links = blanking._without_links(html)
    count = len(links)
    while spans := list(blanking._in_text.find(html_units(html))):
        count += len(spans)
        for first, *others in reversed(spans):
            for unit in reversed(others):
                html = html[: unit.start] + html[unit.end :]
            html = html[: first.start] + escape(blanking.replacement) + html[first.end :]
        html = without_empty(html)
    return html, count


def without_empty(html):
    while (shorter := EMPTY.sub("", html)) != html:
        html = shorter
    return html
