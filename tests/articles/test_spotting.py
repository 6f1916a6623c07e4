"""Which sentences can be marked, and what a mark means."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body
from articles.spotting import number_in, paragraphs, place_name, sentence_at

words = st.text(st.sampled_from("ab .!?é 。\n<&"), max_size=12)
bodies = st.lists(words, max_size=5).map(
    lambda texts: body.render("".join(f"<p>{body.escape_line(text)}</p>" for text in texts))
)


def edition(*, headline="Rain", standfirst="", html="", number=1, article_id=1):
    return SimpleNamespace(
        headline=headline, standfirst=standfirst, html=html, number=number, article_id=article_id
    )


def sentences(story):
    return [sentence for paragraph in paragraphs(story) for sentence in paragraph.sentences]


@given(words, words, bodies)
def test_every_word_can_be_marked_and_each_mark_means_one_sentence(headline, standfirst, html):
    story = edition(headline=headline, standfirst=standfirst, html=html)
    found = sentences(story)

    text = " ".join([headline, standfirst, body.unescape(body.strip_tags(html.replace("</p>", " ")))])
    assert "".join("".join(each.text for each in found).split()) == "".join(text.split())
    assert len({each.mark for each in found}) == len(found)
    assert [sentence_at(story, each.mark) for each in found] == found


@pytest.mark.parametrize(
    ("other", "is_good"),
    [
        ({}, True),
        ({"headline": "Wind"}, True),
        ({"number": 2}, False),
        ({"article_id": 2}, False),
        ({"html": "<p>Dry. Cold.</p>"}, False),
        ({"html": "<p>Wet.</p>"}, False),
    ],
)
def test_a_mark_is_good_for_its_words_in_their_place_alone(other, is_good):
    html = "<p>Dry. Wet.</p>"
    mark = sentences(edition(html=html))[-1].mark

    assert (sentence_at(edition(**{"html": html, **other}), mark) is not None) is is_good


def test_the_same_words_twice_are_two_sentences():
    found = sentences(edition(headline="", html="<p>Rain. Rain.</p><p>Rain.</p>"))

    assert [(each.paragraph, each.text) for each in found] == [(1, "Rain."), (1, "Rain."), (2, "Rain.")]
    assert len({each.mark for each in found}) == 3


def test_places_are_numbered_by_what_stands_in_the_body():
    found = paragraphs(edition(standfirst="Wet.", html="<h2>One</h2><ul><li>Two</li><li>Three</li></ul>"))

    assert [(each.name, [sentence.text for sentence in each.sentences]) for each in found] == [
        ("Headline", ["Rain"]),
        ("Standfirst", ["Wet."]),
        ("Paragraph 1", ["One"]),
        ("Paragraph 2", ["Two", "Three"]),
    ]
    assert [place_name(number) for number in (-1, 0, 12)] == ["Headline", "Standfirst", "Paragraph 12"]


@pytest.mark.parametrize(
    "text", ["", "12", "-1-a", "x-a", "1" * 10 + "-a", "²-a", "٣-a", " 1-a", "1 -a", "1.5-a"]
)
def test_what_is_no_mark_has_no_number(text):
    assert number_in(text) is None


def test_the_number_is_that_of_its_version():
    assert number_in(sentences(edition(number=12))[0].mark) == 12
