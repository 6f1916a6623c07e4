"""What holds for `articles.body` whatever it is given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.body import EMPTY, RENDERER, clean, render, render_reader_text
from tests.articles.harmless import ALLOWED, troubles

TAGS = (
    "p a strong em h2 h3 h4 ul ol li blockquote br code span time table tr td button form select option svg "
    "math mtext title style script noscript textarea iframe template xmp plaintext"
).split()
ATTRIBUTES = [
    "",
    ' href="/x"',
    " href=javascript:x",
    ' href="//x"',
    ' href="https:\\\\a@b"',
    " onclick=x",
    ' title=">"',
    ' class="badge"',
    " start=2",
    ' datetime="2026"',
    ' title="<p></p>"',
]
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(
        ["&nbsp;", "&lt;p&gt;", "&", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", "\n", "\x00", " "]
    ),
    st.text(max_size=4),
)
soup = st.lists(pieces, max_size=14).map("".join)
modest = settings(max_examples=400, deadline=None, database=None, derandomize=True)


@pytest.mark.parametrize("markup", ALLOWED)
@given(html=soup)
@modest
def test_what_is_clean_is_harmless_and_stays_as_it_is(markup, html):
    cleaned = clean(html, markup)

    assert (troubles(cleaned, markup), clean(cleaned, markup)) == ([], cleaned)


@given(html=soup)
@modest
def test_what_was_rendered_is_clean_without_empty_lines_and_stays_as_it_is(html):
    rendered = render(html)

    assert (render(rendered), clean(rendered), EMPTY.search(rendered)) == (rendered, rendered, None)


@given(text=soup | st.text())
@modest
def test_whatever_a_reader_types_is_harmless_and_stays_as_it_is(text):
    html = render_reader_text(text)

    assert (troubles(html, "reader"), clean(html, "reader")) == ([], html)


def test_the_renderer_has_a_version():
    assert RENDERER >= 1
