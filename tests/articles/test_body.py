"""`articles.body`: one list for editor and sanitiser, and nothing that isn't on it."""

import pytest

from articles.body import (
    EXTENSIONS,
    clean,
    for_page,
    opening,
    render,
    render_reader_text,
    with_scrolling_tables,
)
from tests.articles.harmless import ALLOWED, troubles
from tests.cases import hostile_markup

LINK = '<p><a href="{}" rel="noopener">there</a></p>'
DEAD = '<p><a rel="noopener">there</a></p>'

#: What the editor makes with each of its extensions.
MADE = {
    "Bold": "<p>It <strong>rained</strong>.</p>",
    "Italic": "<p>It <em>rained</em>.</p>",
    "HardBreak": "<p>It rained,<br>and stopped.</p>",
    "Heading": "<h2>Rain</h2><h3>More rain</h3>",
    "BulletList": "<ul><li><p>Rain</p></li><li><p>Hail</p><ul><li><p>Big</p></li></ul></li></ul>",
    "OrderedList": '<ol start="3" type="a" data-type="lower-alpha"><li><p>Rain</p></li></ol>',
    "ListItem": "<ul><li><p>Rain</p><p>and hail</p></li></ul>",
    "Blockquote": "<blockquote><p>“It rained,” she said.</p></blockquote>",
    "Table": "<table><tbody><tr><td><p>Rain</p></td></tr></tbody></table>",
    "TableRow": "<table><tbody><tr><td><p>Rain</p></td></tr><tr><td><p>Hail</p></td></tr></tbody></table>",
    "TableHeader": '<table><tbody><tr><th colspan="2"><p>Rain</p></th></tr></tbody></table>',
    "TableCell": '<table><tbody><tr><td rowspan="2"><p>Rain</p></td></tr></tbody></table>',
    "Link": '<p><a href="https://example.org/?a=1&amp;b=2" title="More" rel="noopener">there</a></p>',
}


def test_there_is_an_example_of_all_that_the_editor_offers():
    assert set(MADE) == set(EXTENSIONS) - {"HTML", "Menu"}


@pytest.mark.parametrize("html", MADE.values(), ids=MADE)
def test_what_the_editor_makes_stays_as_it_is(html):
    assert (clean(html), render(html)) == (html, html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>Rain</h1><h4>Hail</h4>", "RainHail"),
        ('<p style="color: red" class="big" id="x" lang="en" title="t">Rain</p>', "<p>Rain</p>"),
        ('<p onclick="steal()">Rain</p>', "<p>Rain</p>"),
        ("<script>steal()</script><style>p { }</style><p>Rain</p>", "<p>Rain</p>"),
        ('<iframe src="https://example.org/"></iframe><p>Rain</p>', "<p>Rain</p>"),
        ('<p><img src="x" onerror="steal()">Rain</p>', "<p>Rain</p>"),
        ("<p><u>Rain</u> <s>fell</s> <code>x</code></p>", "<p>Rain fell x</p>"),
        (
            '<table border="1" style="width: 9px"><tr><td>1</td></tr></table>',
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
        ),
        ("<p>Rain<!-- secret --></p>", "<p>Rain</p>"),
        ("<svg><p>Rain</p></svg>", "<p>Rain</p>"),
        ('<a href="/x" target="_blank" rel="opener" download>x</a>', '<a href="/x" rel="noopener">x</a>'),
        ("<p>Ra\x00in</p>", "<p>Rain</p>"),
        ("<p></p>", ""),
        ("<p>&nbsp;<br></p>", ""),
        ("", ""),
    ],
)
def test_what_the_editor_does_not_make_is_gone(html, expected):
    assert clean(html) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org:8080/a/b?c=d#e",
        "https://example.org/@name",
        "https://xn--bcher-kva.example/",
        "mailto:desk@news.example",
        "/2026/03/02/rain/",
        "#notes",
        "africa/",
        "?page=2",
        "",
    ],
)
def test_addresses_that_say_where_they_lead_stay(address):
    assert clean(LINK.format(address)) == LINK.format(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:steal()",
        "JaVaScRiPt:steal()",
        " javascript:steal()",
        "java\tscript:steal()",
        "java\nscript:steal()",
        "&#106;avascript:steal()",
        "javascript&colon;steal()",
        "\x01javascript:steal()",
        "java\x01script:steal()",
        "java\x85script:steal()",
        "vbscript:steal()",
        "data:text/html,x",
        "da\nta:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "blob:https://example.org/x",
        "//example.org/",
        " //example.org/",
        "/\t/example.org/",
        "\\\\example.org/",
        "/\\example.org/",
        "&#47;/example.org",
        "https:example.org",
        "https:/example.org",
        "https:///example.org",
        "https:\\\\example.org@evil.example",
        "https://example.org@evil.example/",
        "https://user:password@example.org/",
        "https://:@evil.example/",
        "https:/\\example.org@evil.example/",
        "ht\ntps://example.org@evil.example/",
        "http://[",
    ],
)
@pytest.mark.parametrize("markup", ALLOWED)
def test_addresses_that_mislead_are_gone(address, markup):
    html = clean(f'<a href="{address}">there</a>', markup)

    assert (troubles(html, markup), "href" in html) == ([], False)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Rain</p><p></p><p>Hail</p>", "<p>Rain</p><p>Hail</p>"),
        ("<ul><li><p></p></li></ul><p>Rain</p>", "<p>Rain</p>"),
        ('<ol start="2"><li></li></ol><p>Rain</p>', "<p>Rain</p>"),
        ("<blockquote><p><br></p></blockquote>", ""),
        ("<h2> </h2>", ""),
        ("<table></table><p>Rain</p>", "<p>Rain</p>"),
        (
            "<table><tbody><tr></tr><tr><td><p></p></td></tr></tbody></table>",
            "<table><tbody><tr><td></td></tr></tbody></table>",
        ),
    ],
)
def test_readers_get_none_of_the_empty_lines_that_typing_leaves(html, expected):
    assert render(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello", "<p>Hello</p>"),
        ("One\r\ntwo\r\n\r\nthree", "<p>One<br>two</p><p>three</p>"),
        ("  \n\n a \n \n\n b \n", "<p>a </p><p> b</p>"),
        ("", ""),
        (" \n ", ""),
        ("<b>&amp;</b>", "<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"),
        (
            "see https://example.org/?a=1&b=2.",
            '<p>see <a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">'
            "https://example.org/?a=1&amp;b=2</a>.</p>",
        ),
        ("javascript:steal() //example.org", "<p>javascript:steal() //example.org</p>"),
    ],
)
def test_what_a_reader_typed_becomes_paragraphs_and_links(text, expected):
    assert render_reader_text(text) == expected


def test_markup_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="No such markup: postcard"):
        clean("x", "postcard")


@pytest.mark.parametrize("markup", ALLOWED)
def test_deeply_nested_markup_settles(markup):
    html = clean("<a href=/x><table><p><button>" * 200, markup)

    assert (clean(html, markup), troubles(html, markup)) == (html, [])


@pytest.mark.cases
@pytest.mark.parametrize("markup", ALLOWED)
def test_outside_cases_come_out_harmless(markup):
    found = {case: troubles(clean(case, markup), markup) for case in hostile_markup()}

    assert {case: wrong for case, wrong in found.items() if wrong} == {}


@pytest.mark.cases
def test_outside_cases_come_out_harmless_together_and_as_comments():
    cases = list(hostile_markup())
    rendered = [
        (render("\n".join(cases)), "story"),
        *((render_reader_text(case), "reader") for case in cases),
    ]

    assert [troubles(html, markup) for html, markup in rendered] == [[] for _ in rendered]


def test_tables_scroll_within_themselves_on_a_page():
    table = "<table><tbody><tr><td><p>Rain</p></td></tr></tbody></table>"

    html = with_scrolling_tables(f"<p>One</p>{table}<p>Two</p>{table}")

    box = f'<div class="scrolls" role="group" aria-label="Table" tabindex="0">{table}</div>'
    assert html == f"<p>One</p>{box}<p>Two</p>{box}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h3>Rain</h3><p>One</p>", '<h3 aria-level="2">Rain</h3><p>One</p>'),
        (
            "<h3>Rain</h3><h3>Hail</h3><h2>Sun</h2><h3>Wind</h3>",
            '<h3 aria-level="2">Rain</h3><h3 aria-level="2">Hail</h3><h2>Sun</h2><h3>Wind</h3>',
        ),
        ("<h2>Sun</h2><h3>Wind</h3>", "<h2>Sun</h2><h3>Wind</h3>"),
        ("<p>&lt;h3&gt;</p>", "<p>&lt;h3&gt;</p>"),
    ],
)
def test_headings_skip_no_level_on_a_page(html, expected):
    assert for_page(html) == expected


def test_story_opens_with_its_first_paragraph_and_not_with_a_table():
    assert (
        opening("<table><tbody><tr><td><p>Rain</p></td></tr></tbody></table><p>It rained.</p>")
        == "It rained."
    )
