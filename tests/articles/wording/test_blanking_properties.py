"""Whatever the text: after blanking the words are nowhere in it, and all else is as it was."""

from html import unescape
from unicodedata import normalize

from hypothesis import assume, given
from hypothesis import strategies as st

from articles.wording.blanking import Blanking
from articles.wording.blocks import text_of
from tests.articles.wording.bodies import heavy

PHRASES = st.sampled_from(["Zoë Müller", "Ana", "a b", "a-b", "王小明", "김 철수", "O'Brien & Sons", "ab ab"])
REPLACEMENTS = st.sampled_from(["[removed]", "…", "a woman", "x b", "&", "王", "철", "<i>"])
SPELLINGS = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        str.title,
        lambda text: normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", " \n"),
        lambda text: "\u00ad".join(text),
    ]
)
NOISE = st.text(
    alphabet="ab zoëä\u0308Zé-'&.,<>%4\n\u00a0\u00ad\u200b王小明김철수가\u1100\u1161\u0301", max_size=12
)


@st.composite
def texts(draw, phrase):
    """Noise, with the phrase in it in some spellings."""
    parts = [draw(NOISE)]
    for spell in draw(st.lists(SPELLINGS, max_size=4)):
        parts += [spell(phrase), draw(NOISE)]
    return "".join(parts)


@st.composite
def blankings(draw):
    blanking = Blanking(draw(PHRASES), draw(REPLACEMENTS))
    assume(blanking.fits)
    return blanking, draw(texts(blanking.words))


@given(blankings())
@heavy
def test_blanked_text_holds_none_of_them_and_blanking_again_changes_nothing(case):
    blanking, text = case

    blanked = blanking.in_text(text).text

    assert (blanking.in_text(blanked).found, blanking.in_text(blanked).text) == ((), blanked)


@given(blankings(), st.data())
@heavy
def test_blanked_html_holds_none_of_them_and_blanking_again_changes_nothing(case, data):
    blanking, text = case
    html = html_of(text, data)

    blanked = blanking.in_html(html).text

    assert (blanking.in_html(blanked).found, blanking.in_html(blanked).text) == ((), blanked)
    assert blanking.in_text(text_of(blanked)).found == ()


@given(
    PHRASES, st.lists(st.sampled_from(["rain", "wind,", "Zoë", "müller's", "Banana"]), min_size=1), SPELLINGS
)
@heavy
def test_all_other_words_stay_in_their_places(phrase, others, spell):
    blanking = Blanking(phrase)
    text = " · ".join(others)

    whole = blanking.in_text(f"{text} · {spell(phrase)} · {text}")

    assert (whole.text, len(whole.found)) == (f"{text} · [removed] · {text}", 1)


@given(NOISE, NOISE, SPELLINGS, st.data())
@heavy
def test_a_name_set_apart_is_found_in_any_text_and_html(before, after, spell, data):
    blanking = Blanking("Zoë Müller")
    assume(not blanking.in_text(f"{before} / {after}").found)
    name = spell("Zoë Müller")

    html = html_of(f"{before} / {name} / {after}", data)

    assert len(blanking.in_text(f"{before} / {name} / {after}").found) == 1
    assert len(blanking.in_html(html).found) == 1


def html_of(text, data):
    """The text as a paragraph, some letters spelt as entities and some in tags."""
    ways = [
        lambda sign: f"<strong>{escape(sign)}</strong>",
        lambda sign: f"&#{ord(sign)};",
        lambda sign: escape(sign),
        lambda sign: escape(sign),
        lambda sign: escape(sign),
    ]
    chosen = data.draw(st.lists(st.sampled_from(ways), min_size=len(text), max_size=len(text)))
    html = "".join(way(sign) for way, sign in zip(chosen, text, strict=True))
    assert unescape(html.replace("<strong>", "").replace("</strong>", "")) == text
    return f"<p>{html}</p>"


def escape(sign):
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign, sign)
