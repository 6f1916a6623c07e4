"""Text cut into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.wording.words import vocabulary, words
from tests.articles.wording.bodies import modest


@given(text=st.text())
@modest
def test_words_joined_are_the_text(text):
    assert "".join(words(text)) == text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Don't stop, l’eau!", ["Don't", " ", "stop", ",", " ", "l’eau", "!"]),
        ("$1,200.50 in 2026.", ["$", "1,200.50", " ", "in", " ", "2026", "."]),
        ("mother-in-law", ["mother", "-", "in", "-", "law"]),
        ("caf\u0065\u0301 closed", ["caf\u0065\u0301", " ", "closed"]),
        ("नमस्ते दुनिया", ["नमस्ते", " ", "दुनिया"]),
        ("می‌خواهم", ["می‌خواهم"]),
        ("قالَ الرئيس؟", ["قالَ", " ", "الرئيس", "؟"]),
        ("東京で会う。", ["東", "京", "で", "会", "う", "。"]),
        ("ที่นี่", ["ที่", "นี่"]),
        ("서울에서 만나", ["서울에서", " ", "만나"]),
    ],
)
def test_words_are_those_of_the_language(text, cut):
    assert words(text) == cut


def test_a_vocabulary_has_no_capitals_points_or_spaces():
    assert vocabulary("The cat, the CAT.") == {"the", "cat"}
