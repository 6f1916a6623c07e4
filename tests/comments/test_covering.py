"""Passages that are taken out of a text: found however they are spaced, overlapping, and nothing besides."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.body import TAKEN_OUT, render_reader_text
from comments.covering import cover, plain, spans

MARK = '<span class="taken-out">[removed by the moderators]</span>'


def covered(text, *passages):
    return cover(text, [{"passage": passage} for passage in passages]).replace(TAKEN_OUT, "█")


@pytest.mark.parametrize(
    ("text", "passages", "left"),
    [
        ("Call 555 now. Call 555!", ["555"], "Call █ now. Call █!"),
        ("He lives\n  at  Mill Lane.", ["lives at Mill"], "He █ Lane."),
        ("abc def ghi", ["abc def", "def ghi"], "█"),
        ("aaaa", ["aa"], "█"),
        ("one two", ["one ", " two"], "█ █"),
        ("A.B and AxB", ["A.B"], "█ and AxB"),
        ("abc", ["ABC"], "abc"),
        ("abc", ["", " "], "abc"),
        ("abc", [], "abc"),
    ],
)
def test_passages_are_covered(text, passages, left):
    assert covered(text, *passages) == left


@given(st.text("ab \n", max_size=40), st.lists(st.text("ab \n", max_size=4), max_size=4))
def test_nothing_of_a_passage_is_left_and_all_the_rest_is(text, passages):
    blanked = [{"passage": passage} for passage in passages]
    left = cover(text, blanked)

    assert [passage for passage in passages if spans(left, passage)] == []
    taken = {at for passage in passages for start, stop in spans(text, passage) for at in range(start, stop)}
    assert left.replace(TAKEN_OUT, "") == "".join(char for at, char in enumerate(text) if at not in taken)


def test_long_texts_of_one_letter_take_no_time():
    began = perf_counter()

    covered("a" * 8000, "a" * 4000)
    covered("a " * 4000, "a " * 2000)

    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("text", "passage", "html"),
    [
        ("Call <555>.", "<555>", f"<p>Call {MARK}.</p>"),
        ("One.\n\nTwo.", "One. Two", f"<p>{MARK}.</p>"),
        ("All.", "All.", f"<p>{MARK}</p>"),
        (
            "See https://a.example/secret/2 there",
            "secret",
            f'<p>See <a href="https://a.example/" rel="nofollow ugc noopener">https://a.example/</a>{MARK}/2 '
            "there</p>",
        ),
    ],
)
def test_mark_is_an_element_that_nobody_can_write(text, passage, html):
    assert render_reader_text(cover(text, [{"passage": passage}])) == html
    assert "<span" not in render_reader_text(f"[removed by the moderators] {MARK}")


def test_without_markup_the_mark_is_words():
    assert plain("Call 555.", [{"passage": "555"}]) == "Call [removed by the moderators]."
