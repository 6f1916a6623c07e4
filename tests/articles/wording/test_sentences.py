"""A text cut into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.wording.sentences import sentences
from tests.articles.wording.bodies import modest

tricky = st.lists(
    st.sampled_from(["Mr", "U.S", "No", ".", "…", "?", "”", " ", "\n", "He", "5", "x", "。", "」", "؟", "a"])
).map("".join)


@given(text=st.text() | tricky)
@modest
def test_sentences_joined_are_the_text(text):
    assert "".join(sentences(text)) == text


@given(text=tricky)
@modest
def test_no_sentence_is_empty_or_goes_on_in_another_line(text):
    assert [each for each in sentences(text) if not each or "\n" in each.strip()] == []


@pytest.mark.parametrize(
    "apart",
    [
        ["He came. ", "She left! ", "Who stayed? ", "Nobody."],
        ["Mr. Smith met Dr. A. B. Jones of St. Louis. ", "They spoke."],
        ["The U.S. Senate voted at 5 p.m. in Washington. ", "Nobody came."],
        ["He left the U.S. ", "She stayed until 5 p.m. ", "Then all was quiet."],
        ["J. K. Rowling and J. A. Smith wrote it."],
        ["It is No. 5 on the list. ", "It was born on Jan. 3 and fell to 3.5. ", "Prices rose 1.2 percent."],
        ["Did you go? ", "No. ", "He did."],
        ["“It is over.” ", "“Why?” he asked. ", "(Nobody knew.) ", "“So it is…” she said."],
        ["He waited… ", "Nothing. ", "He waited... and left. ", "“Wait!” ", "Gone."],
        ["See example.com for more. ", "It costs $3.50 a month."],
        ["هل جاء الرئيس؟ ", "نعم، جاء. ", "ثم ذهب."],
        ["他来了。", "她走了！", "“你好吗？”", "好。"],
        ["「行く。」", "彼は言った。"],
        ["वह आया। ", "वह गया।"],
        ["A headline without a stop\n", "Then a sentence. ", "And one."],
    ],
)
def test_sentences_end_where_a_reader_would_say(apart):
    assert sentences("".join(apart)) == apart
