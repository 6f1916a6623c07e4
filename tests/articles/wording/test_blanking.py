"""Words blanked in a text: what is found, what is left alone, and what stands there afterwards."""

import pytest

from articles.wording.blanking import Blanking

AMINA = Blanking("Amina Diallo")


@pytest.mark.parametrize(
    "text",
    [
        "Amina Diallo",
        "AMINA diallo",
        "Amina  \n Diallo",
        "Amina\u00a0Diallo",
        "Amina\u2009Diallo",
        "Ami\u00adna Di\u00adallo",
        "Amina\u200b\u200bDiallo",
        "Amina\u2060 \u200eDiallo",
        "\uff21mina Diallo",
        "Amina-Diallo",
        "Amina\u2011Diallo",
        "amina.diallo",
        "amina_diallo",
        "amina%20diallo",
    ],
)
def test_is_found_however_it_is_spelt(text):
    assert AMINA.in_text(f"“{text}”, she said.").text == "“[removed]”, she said."


@pytest.mark.parametrize(
    "text",
    [
        "Amina Diallos",
        "Jamina Diallo",
        "Aminadiallo",
        "Amina, Diallo",
        "Amina. Diallo",
        "Amina Diallo\u0301",
        "Amina B. Diallo",
        "Diallo Amina",
    ],
)
def test_other_words_are_left_alone(text):
    assert (AMINA.in_text(text).text, AMINA.in_text(text).found) == (text, ())


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("Zoë Müller", "Zoe\u0308 MU\u0308LLER's", "[removed]'s"),
        ("Zoe\u0308 Mu\u0308ller", "Zoë Müller", "[removed]"),
        ("Zoë Müller", "zoe-muller", "[removed]"),
        ("Zoë", "Zoe", "Zoe"),
        ("Strauß", "STRAUSS", "[removed]"),
        ("Straus", "Strauß", "Strauß"),
        ("Işık", "IŞIK, işik", "[removed], [removed]"),
        ("İpek", "ipek", "[removed]"),
        ("ΟΔΥΣΣΕΥΣ", "Οδυσσεύς Οδυσσευς", "Οδυσσεύς [removed]"),
        ("O'Brien", "O’Brien", "[removed]"),
        ("Brien", "l'Brien's", "l'[removed]'s"),
        ("the rapist", "the therapist, the rapist", "the therapist, [removed]"),
        ("Rosa & Söhne", "ROSA & SO\u0308HNE", "[removed]"),
        ("أمينة", "أميـــنة وأمينة", "[removed] وأمينة"),
        ("ậm", "a\u0302\u0323m a\u0323\u0302m", "[removed] [removed]"),
    ],
)
def test_letters_of_the_world(words, text, expected):
    assert Blanking(words).in_text(text).text == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("김철수", "김철수는 왔다", "[removed]는 왔다"),
        ("김철", "김철수", "[removed]수"),
        ("가나", "각나 가난", "각나 가난"),
        ("王小明", "记者王小明报道", "记者[removed]报道"),
        ("สมชาย", "นายสมชายกล่าว", "นาย[removed]กล่าว"),
        ("ガンダ", "カ\u3099ンタ\u3099ム", "[removed]ム"),
    ],
)
def test_in_scripts_that_run_on_it_is_found_wherever_it_stands(words, text, expected):
    assert Blanking(words).in_text(text).text == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Amina <strong>Diallo</strong> ran.</p>", "<p>[removed] ran.</p>"),
        (
            "<p><em>Am</em>ina <strong>Diallo ran</strong>.</p>",
            "<p><em>[removed]</em><strong> ran</strong>.</p>",
        ),
        ("<p>Amina<br>Diallo</p>", "<p>[removed]</p>"),
        ("<p>Amina&nbsp;Diallo &amp; Am&iacute;na</p>", "<p>[removed] &amp; Am&iacute;na</p>"),
        ("<p>Amina &#68;iallo, A&shy;mina Diallo</p>", "<p>[removed], [removed]</p>"),
        ("<p>Amina</p><p>Diallo</p>", "<p>Amina</p><p>Diallo</p>"),
        ("<ul><li>Amina</li><li>Diallo</li></ul>", "<ul><li>Amina</li><li>Diallo</li></ul>"),
        (
            '<p><a href="/by/amina-diallo/">Her</a> <a href="/x/">story</a></p>',
            '<p>Her <a href="/x/">story</a></p>',
        ),
        ('<p><a href="mailto:Amina.Diallo@x.example">Write</a></p>', "<p>Write</p>"),
        ('<p><a href="https://x.example/?q=Amina%20Diallo">Here</a></p>', "<p>Here</p>"),
        ('<p><a href="/x/" title="Amina Diallo">Here</a></p>', "<p>Here</p>"),
        ('<p><a href="/x/">Amina Diallo</a> ran</p>', '<p><a href="/x/">[removed]</a> ran</p>'),
    ],
)
def test_html_keeps_its_form(html, expected):
    assert AMINA.in_html(html).text == expected


def test_what_stands_in_their_place_is_text():
    assert Blanking("Amina", "<b> & co").in_html("<p>Amina</p>").text == "<p>&lt;b&gt; &amp; co</p>"


@pytest.mark.parametrize(
    ("words", "replacement", "address", "expected"),
    [
        ("Amina Diallo", "[removed]", "/2026/03/02/amina-diallo-wins/", "/2026/03/02/removed-wins/"),
        ("Zoë", "a girl", "/2026/03/02/zoe/", "/2026/03/02/a-girl/"),
        ("Diallo", "…", "/2026/03/02/diallos-win/", "/2026/03/02/diallos-win/"),
        ("王小明", "某", "/2026/03/02/%E7%8E%8B%E5%B0%8F%E6%98%8E/", "/2026/03/02/removed/"),
        ("removed", "…", "/2026/03/02/removed/", "/2026/03/02/story/"),
    ],
)
def test_addresses_get_what_addresses_can_hold(words, replacement, address, expected):
    assert Blanking(words, replacement).in_address(address).text == expected


def test_each_occurrence_is_shown_with_what_is_around_it():
    text = f"{'long ' * 20}Amina Diallo and {'on ' * 30}Amina Diallo."

    shown = AMINA.in_text(text).found

    assert shown == (
        "… long long long long long long long Amina Diallo and on on on on on on on on on on on …",
        "… on on on on on on on on on on on on on Amina Diallo.",
    )


@pytest.mark.parametrize(
    ("words", "replacement", "fits"),
    [
        ("Amina Diallo", "[removed]", True),
        ("Amina Diallo", "a woman", True),
        ("Amina Diallo", "AMINA D.", False),
        ("Zoë Müller", "Zoe", False),
        ("김철수", "철수씨", False),
        ("a & b", "&", True),
    ],
)
def test_no_word_may_be_in_what_replaces_it(words, replacement, fits):
    assert Blanking(words, replacement).fits is fits


def test_what_blanking_joins_to_the_words_again_is_blanked_too():
    assert Blanking("a & b", "&").in_text("a a & b b").text == "&"
