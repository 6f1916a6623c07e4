"""A body as blocks, and a block as plain text."""

import re
from html import unescape
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from articles.body import clean
from articles.wording.blocks import Piece, blocks, pieces, tag_of, text_of
from tests.articles.wording.bodies import modest

TAGS = "p a strong em h2 h3 ul ol li blockquote br".split()
soup = st.lists(
    st.one_of(
        st.builds("<{}>".format, st.sampled_from([*TAGS, 'a href="/x/>"', 'ol start="2"'])),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        st.sampled_from(["one", "two ", " three", "&lt;p&gt;", "&amp;lt;", "\n", "<", "5 > 4", "é"]),
    ),
    max_size=16,
).map(lambda parts: clean("".join(parts)))


def test_a_body_is_cut_at_its_outermost_elements():
    body = (
        "<p>One <strong>two</strong></p>\n<h2>Three</h2><ul><li><p>a</p><ol><li>b</li></ol></li></ul>"
        "<blockquote><p>Four</p><p>Five</p></blockquote>"
    )

    assert blocks(body) == [
        "<p>One <strong>two</strong></p>",
        "<h2>Three</h2>",
        "<ul><li><p>a</p><ol><li>b</li></ol></li></ul>",
        "<blockquote><p>Four</p><p>Five</p></blockquote>",
    ]


def test_words_between_blocks_become_paragraphs():
    assert blocks("One <em>two</em><p>Three</p> four ") == [
        "<p>One <em>two</em></p>",
        "<p>Three</p>",
        "<p>four</p>",
    ]


def test_blocks_without_words_are_blocks():
    body = '<p></p><hr><figure data-picture="12"></figure><table><colgroup><col></colgroup></table><p>a</p>'

    assert blocks(body) == [
        "<p></p>",
        "<hr>",
        '<figure data-picture="12"></figure>',
        "<table><colgroup><col></colgroup></table>",
        "<p>a</p>",
    ]


def test_an_empty_body_has_no_blocks():
    assert blocks(" \n") == []


@given(html=soup)
@modest
def test_no_word_is_lost_between_blocks(html):
    assert said("".join(blocks(html))) == said(html)


@given(html=soup)
@modest
def test_blocks_are_cut_no_further(html):
    found = blocks(html)

    assert [blocks(block) for block in found] == [[block] for block in found]


@given(html=soup)
@modest
def test_the_text_of_blocks_has_each_word(html):
    assert "\n".join(text_of(block) for block in blocks(html)).split() == said_apart(html)


def test_text_is_decoded_and_has_lines():
    block = "<ul>\n<li><p>Fish &amp; chips</p></li>\n<li>a<br>b &lt;i&gt;<ol><li>c</li></ol></li>\n</ul>"

    assert text_of(block) == "Fish & chips\na\nb <i>\nc"


def test_pieces_say_how_their_words_look():
    block = '<p>a <strong>b<em>c</em></strong><a href="/x/?a=1&amp;b=2" title="T" rel="noopener">d</a></p>'

    assert pieces(block) == [
        Piece("a "),
        Piece("b", ("bold",)),
        Piece("c", ("bold", "italic")),
        Piece("d", ("link to /x/?a=1&b=2 titled “T”",)),
    ]


def test_the_outermost_element_is_no_look_of_its_words():
    assert pieces("<blockquote><h2>a</h2><p>b</p></blockquote>") == [
        Piece("a", ("in a heading",)),
        Piece("\nb"),
    ]


def test_a_block_has_the_tag_of_its_outermost_element():
    assert [tag_of(block) for block in ("<h2>a</h2>", "<OL start='3'><li>a</li></OL>", "a")] == [
        "h2",
        "ol",
        "p",
    ]


def said(html):
    """All that is said, space aside."""
    return re.sub(r"\s+", "", unescape(re.sub(r"""<(?:"[^"]*"|[^>"])*>""", "", html)))


def said_apart(html):
    """The words, with those of different lines and blocks apart."""
    spaced = re.sub(r"<br>|</?(?:p|h2|h3|ul|ol|li|blockquote)\b[^>]*>", "\n", html)
    return unescape(re.sub(r"""<(?:"[^"]*"|[^>"])*>""", "", spaced)).split()


def seconds_for(depth):
    html = "<blockquote>" * depth + "<p>One.</p>" + "</blockquote>" * depth

    def measure():
        start = process_time()
        pieces(html)
        return process_time() - start

    return min(measure() for _ in range(3))


def test_time_grows_with_the_depth_and_not_with_its_square():
    assert seconds_for(8000) < 10 * seconds_for(2000)
