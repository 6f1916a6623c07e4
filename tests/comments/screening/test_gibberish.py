"""Gibberish is told from words, whatever language they are of."""

import pytest

from comments.screening.gibberish import gibberish
from tests import cases
from tests.comments.screening.facts import make_facts, sentences


@pytest.mark.parametrize(
    "text",
    [
        "asdkjhaskjdh qwlkejqwe lkjasdlkj",
        "hjdfgkjhdfgkjhdfg",
        "asdfghjkl qwertyuiop zxcvbnm",
        "dkjfdkjfdkjfhdkfjhg",
    ],
)
def test_letters_struck_at_random_are_seen(text):
    assert sentences(text) == [f"no words, as far as the letters tell: “{text}”"]


@pytest.mark.parametrize(
    "text",
    [
        "Prezydent podpisał wczoraj ustawę o przeciwdziałaniu przestępczości i wszystkich zaskoczył.",
        "Čtvrtek zmrzlina strč prst skrz krk vzdělávání průmyslového",
        "Mae'r llywodraeth yn cefnogi ysgolion a gweithgareddau cymdeithasol ym mhob ardal.",
        "Geschwindigkeitsbegrenzung und Rechtsschutzversicherungsgesellschaften",
        "Nguyễn Phú Trọng đã phát biểu trước Quốc hội về vấn đề này",
        "hahahahahaha lolololol whaaaaat nooooooo",
        "hahahahahahaha so true",
        "Bahahahahahaha",
        "ahahahahahaha that's brilliant",
        "wkwkwkwkwkwkwkwk",
        "kkkkkkkkkkkkkkkk jajajajajajaja",
        "Mwahahahahahahaha hihihihihihihi xaxaxaxaxaxaxa",
        "Brzezinski, Tchaikovsky, Mkhitaryan and Krzyzewski walk into a bar.",
        "BBC GDPR NATO HTML UNHCR",
        "https://a.example/xkqjzvwqpfhgkdjsnbvc",
        "Мне это совсем не нравится",
        "这是一个很好的故事",
        "👍👍👍",
        "",
    ],
)
def test_words_of_any_language_names_and_cries_pass(text):
    assert gibberish(make_facts(text)) is None


@pytest.mark.cases
def test_declarations_of_human_rights_are_words():
    for file in sorted((cases.FOLDER / "i18n").rglob("*.txt")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            assert gibberish(make_facts(line)) is None
