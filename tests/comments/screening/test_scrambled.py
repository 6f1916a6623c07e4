"""Scrambled words: what copies have in them, and what people write by themselves."""

import json
from pathlib import Path

import pytest

from comments.screening.lexicon import lexicon_of
from comments.screening.scrambled import _meant, scrambled_word
from tests import cases
from tests.comments.screening.facts import make_facts, sentences

SEED = Path(__file__).parents[3] / "comments" / "fixtures" / "libya.json"


def test_both_comments_of_the_story_are_seen_through():
    texts = [row["fields"]["text"] for row in json.loads(SEED.read_text()) if "text" in row["fields"]]

    assert [sentences(text) for text in texts] == [
        ["scrambled word: nsacseery → necessary"],
        ["scrambled word: onhting → nothing"],
    ]


@pytest.mark.parametrize("word", ["nsacseery", "NSACSEERY", "Nsacseery"])
def test_case_hides_nothing_where_it_tells_nothing(word):
    text = f"{word} is what it is for all of us here."

    assert sentences(text.upper() if word.isupper() else text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Popele calipmon aubot tifrafc ervey mnionrg, aluhtgoh bldiuing aohtenr mowraoty creeats cstognioen.",
        "Cutorenis wouhitt rlelabie jsralunoim qlukciy bemcoe pcelas werhe crorpuiton saredps.",
    ],
)
def test_a_comment_of_nothing_but_scrambled_words_is_no_other_language(text):
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "word",
    [
        "nsac\u200bseery",
        "nsac\u00adseery",
        "nsаcseery",  # Cyrillic а
        "ｎｓａｃｓｅｅｒｙ",
        "nsácseery",
        "*nsacseery*",
        "~nsacseery~",
        "nsacseery-like",
        "nsacseery’s",
    ],
)
def test_no_dress_hides_it(word):
    assert sentences(f"I find it {word} to say so to all of us.") == ["scrambled word: nsacseery → necessary"]


@pytest.mark.parametrize(
    "text",
    [
        "That is realy a tounge in the thier cheek, becuase I beleive it and teh rest too.",
        "We met Onhting there, and Mr Nsacseery as well.",
        "The testcase is that they don't and shouldn't.",
        "Look at @onhting and #nsacseery in onhting.example for the rest of it",
        "The code says onhting_is and x.onhting() and nsacseery=3 for this",
        "Hahaha, hmmmm, aaargh, pffft, that was a good one for all of us!",
        "y'all gonna wanna see what they dunno about innit, wot a laugh",
    ],
)
def test_slips_names_handles_code_and_cries_pass(text):
    assert sentences(text) == []


def test_the_storys_own_words_pass():
    text = "What does the onhting in this story do to all of us?"

    assert sentences(text) == ["scrambled word: onhting → nothing"]
    assert sentences(text, story_text="The Onhting came.") == []


@pytest.mark.parametrize("language", ["en-GB", "EN", "en_US"])
def test_varieties_of_a_language_share_its_words(language):
    assert sentences("I find it nsacseery to say so", language=language) != []


@pytest.mark.parametrize("language", ["fr", "ha", "", "../words/en", "eng"])
def test_a_language_without_words_is_silent(language):
    assert sentences("I find it nsacseery to say so", language=language) == []


def test_a_comment_in_another_language_than_the_story_passes():
    assert sentences("Tous sont égaux devant la loi et leurs droits sont les mêmes.") == []


def test_every_common_word_is_known_as_itself():
    lexicon = lexicon_of("en")
    told = [word for word in sorted(lexicon.common) if sentences(f"and this is {word} to all of us")]

    assert (len(lexicon.common) > 9_000, told) == (True, [])


def test_no_common_word_with_two_neighbours_swapped_is_told_as_another():
    lexicon = lexicon_of("en")
    swapped = {
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for word in lexicon.known
        for place in range(len(word) - 1)
    }

    assert [
        (word, meant) for word in sorted(swapped - lexicon.known) if (meant := _meant(word, lexicon))
    ] == []


@pytest.mark.parametrize("word", ["aletr", "asusme", "aslepe", "aoplogies", "arsie", "altreed", "agnel"])
def test_a_slip_in_a_word_that_has_another_words_letters_passes(word):
    assert sentences(f"They will do it {word} for all of us here.") == []


@pytest.mark.cases
def test_declarations_of_human_rights_pass_in_every_language():
    lines = [
        line
        for file in sorted((cases.FOLDER / "i18n").rglob("*.txt"))
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
    ]

    assert [line for line in lines if scrambled_word(make_facts(line))] == []
