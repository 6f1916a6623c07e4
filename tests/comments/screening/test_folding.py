"""Folding: what looks alike comes out the same."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.screening import see
from comments.screening.folding import fold, shown, skeletons
from comments.screening.tokens import words
from tests.comments.screening.facts import make_facts

SAME = [
    ("Viagra", "vіаgrа"),  # Cyrillic і and а
    ("Viagra", "Ｖｉａｇｒａ"),
    ("Viagra", "vi\u200bag\u200dra"),
    ("Viagra", "v\u202ei\u2066agra"),
    ("Viagra", "vïágrà"),
    ("Viagra", "𝓿𝓲𝓪𝓰𝓻𝓪"),
    ("Straße", "STRASSE"),
    ("Наталья", "НАТАЛЬЯ"),
    ("e" + "\u0301" * 500, "e"),
    ("vɪᴀɢʀᴀ", "Viagra"),
    ("ᴛʜᴇ ꜰɪɴᴇ ᴊᴜɢ ʟᴏʙᴘᴅᴋᴍ", "the fine jug lobpdkm"),
    ("Barroп", "Barron"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_looks_alike_folds_alike(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once_for_ascii(text):
    folded = fold(text.encode("ascii", "ignore").decode())

    assert fold(folded) == folded


@given(st.text(), st.text(alphabet="\u200b\u200c\u200d\u2060\ufeff\u202a\u202e\u00ad"))
def test_unseen_characters_make_no_difference(text, unseen):
    assert fold(unseen + text + unseen) == fold(text)


@given(st.text())
def test_nothing_unseen_is_left(text):
    assert not {unicodedata.category(char) for char in fold(text) if not char.isspace()} & {"Cf", "Mn", "Me"}


@pytest.mark.parametrize("text", ["a" * 8_000, "a" + "\u0301\u0323\u0330" * 2_666, "e\u0301\u200b" * 2_666])
def test_no_text_takes_long_to_see_through(text):
    def spent(first: str) -> float:
        began = time.process_time()
        see(make_facts(first + text))
        return time.process_time() - began

    assert min(spent(first) for first in "abc") < 0.1


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ｎｓａｃ", "Nsac"),
        ("Аmina", "Amina"),
        ("é\u200bÉ", "eE"),
        ("Ünï", "Uni"),
        ("plain Text", "plain Text"),
    ],
)
def test_what_is_shown_keeps_its_capitals(text, seen):
    assert shown(text) == seen


LOOK_LIKE_JIMMY = [
    "ᴊimmy Barron",
    "Jimmy Barroп",
    "Јimmy Bаrron",
    "JIMMY BARRON",
    "jimmy.barron",
    "Jimmy  Barron",
    "Jirnmy Barron",
]


@pytest.mark.parametrize("name", LOOK_LIKE_JIMMY)
def test_names_that_look_alike_have_a_skeleton_in_common(name):
    assert skeletons(name) & skeletons("Jimmy Barron")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("ΕDGΑR SΤΟΝΕ", "Edgar Stone"),
        ("νίκος", "Νίκος"),
        ("Wi11iam", "William"),
        ("C|aire", "Claire"),
        ("Vvill", "Will"),
    ],
)
def test_capitals_digits_and_pairs_of_letters_are_seen_through(typed, taken):
    assert skeletons(typed) & skeletons(taken)


@pytest.mark.parametrize("name", ["Jimmy Baron", "Tim Barron", "Jimmy"])
def test_other_names_have_none_in_common(name):
    assert not skeletons(name) & skeletons("Jimmy Barron")


@pytest.mark.parametrize("name", ["", "123!", "…", "🙂"])
def test_names_without_letters_have_none(name):
    assert not skeletons(name) & skeletons("!!")


def test_letters_that_were_spread_out_are_one_word():
    assert words("Buy v.i,a g r a in the U.S.A. or a b") == [
        "buy",
        "viagra",
        "in",
        "the",
        "usa",
        "or",
        "a",
        "b",
    ]


def test_scripts_without_spaces_are_read_character_by_character():
    assert words("買う薬 now") == ["買", "う", "薬", "now"]


@given(st.text())
def test_folding_makes_a_text_at_most_a_few_times_as_long(text):
    assert len(fold(text + "\ufdfa" * 10)) <= 8 * len(text) + 10
