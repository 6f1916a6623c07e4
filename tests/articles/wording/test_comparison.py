"""Two versions of a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.wording.blocks import blocks, text_of
from articles.wording.comparison import (
    Passage,
    Sentence,
    compare_bodies,
    compare_sentences,
    compare_texts,
    fold,
)
from articles.wording.runs import Mark, Run
from tests.articles.wording.bodies import bodies, edit, edits, html_of, modest

SAME, ADDED, REMOVED, CHANGED = Mark.SAME, Mark.ADDED, Mark.REMOVED, Mark.CHANGED
decorated = st.lists(
    st.builds(
        "<{0}>{1}<{2}>{3}</{2}> {4}</{0}>".format,
        st.sampled_from(["p", "h2", "blockquote"]),
        st.sampled_from(["The cat ", "A dog ", "", "U.S. ", "東京"]),
        st.sampled_from(["strong", "em", "u"]),
        st.sampled_from(["sat", "sat down", "1,200", " ", "ran &amp; hid"]),
        st.sampled_from(["on the mat.", "there", "", "<br>again"]),
    ),
    max_size=5,
).map("".join)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("The cat sat.", "The dog sat.", [("The ", SAME), ("cat", REMOVED), ("dog", ADDED), (" sat.", SAME)]),
        ("one two three", "one three", [("one ", SAME), ("two ", REMOVED), ("three", SAME)]),
        ("", "new", [("new", ADDED)]),
        ("", "", []),
        ("12 men, 15 women", "13 men, 15 women", [("12", REMOVED), ("13", ADDED), (" men, 15 women", SAME)]),
        (
            "12 men and 15 women",
            "13 men and 16 women",
            [
                ("12", REMOVED),
                ("13", ADDED),
                (" men and ", SAME),
                ("15", REMOVED),
                ("16", ADDED),
                (" women", SAME),
            ],
        ),
        ("東京で会う", "大阪で会う", [("東京", REMOVED), ("大阪", ADDED), ("で会う", SAME)]),
        # Two changes with next to nothing between them are one.
        (
            "a cat sat here",
            "a dog ran here",
            [("a ", SAME), ("cat sat", REMOVED), ("dog ran", ADDED), (" here", SAME)],
        ),
        (
            "Mr Smith of Leeds said no",
            "Mrs Jones of York said no",
            [("Mr Smith of Leeds", REMOVED), ("Mrs Jones of York", ADDED), (" said no", SAME)],
        ),
    ],
)
def test_words_are_marked(old, new, runs):
    assert compare_texts(old, new) == [Run(*run) for run in runs]


@given(old=st.text(), new=st.text())
@modest
def test_runs_give_back_both_texts(old, new):
    assert both_of(compare_texts(old, new)) == (old, new)


def test_very_long_texts_are_compared_part_by_part():
    old = " ".join(f"w{number}" for number in range(6000))
    new = f"first {old} last".replace("w100 ", "x ").replace("w5900 ", "y ")

    runs = compare_texts(old, new)

    assert both_of(runs) == (old, new)
    assert len([run for run in runs if not run.is_same]) < 12


@given(body=bodies, steps=edits)
@modest
def test_passages_give_back_both_bodies(body, steps):
    old, new = html_of(body), html_of(edit(body, steps, "new")[0])

    assert texts_of(compare_bodies(old, new)) == (words_of(old), words_of(new))


@given(old=decorated, new=decorated)
@modest
def test_passages_of_decorated_words_give_back_both_bodies(old, new):
    assert texts_of(compare_bodies(old, new)) == (words_of(old), words_of(new))


@given(html=decorated)
@modest
def test_nothing_changes_from_a_body_to_itself(html):
    assert [passage for passage in compare_bodies(html, html) if not passage.is_same] == []
    assert [sentence for sentence in compare_sentences(html, html) if not sentence.is_same] == []


def test_words_that_only_look_otherwise_say_so():
    old = '<p>See <strong>all this</strong> and <a href="/x/">more</a> or <em>less</em></p>'
    new = '<p>See all this and <a href="/y/">more</a> or <strong>less</strong></p>'

    (passage,) = compare_bodies(old, new)

    assert passage == Passage(
        (
            Run("See ", SAME),
            Run("all this", REMOVED, "bold"),
            Run("all this", ADDED, "no longer bold"),
            Run(" and ", SAME),
            Run("more", REMOVED, "link to /x/"),
            Run("more", ADDED, "link to /y/"),
            Run(" or ", SAME),
            Run("less", REMOVED, "italic"),
            Run("less", ADDED, "bold"),
        ),
        "p",
        CHANGED,
    )


def test_a_lost_link_is_told():
    (passage,) = compare_bodies('<p><a href="/x/">More</a> here</p>', "<p>More here</p>")

    assert passage.runs[1] == Run("More", ADDED, "no longer linked to /x/")


def test_nobody_hears_of_spaces_that_look_otherwise():
    (passage,) = compare_bodies("<p><strong>a b</strong> c</p>", "<p><strong>a</strong> c</p>")

    assert passage.runs == (Run("a ", SAME), Run("b ", REMOVED, "bold"), Run("c", SAME))


def test_blocks_are_added_removed_and_become_others():
    old = "<p>Gone for good</p><p>War in Libya</p><ul><li>One</li></ul><p>Same</p>"
    new = '<h2>War in Libya</h2><ul><li>One</li></ul><figure data-picture="12"></figure><p>Same</p>'

    assert compare_bodies(old, new) == [
        Passage((Run("Gone for good", REMOVED),), "p", REMOVED),
        Passage((Run("War in Libya", SAME),), "h2", CHANGED, "now a heading"),
        Passage((Run("One", SAME),), "ul", SAME),
        Passage((), "figure", ADDED),
        Passage((Run("Same", SAME),), "p", SAME),
    ]


def test_what_did_not_change_folds_away_but_for_its_edges():
    same, added = (Passage((), "p", mark) for mark in (SAME, ADDED))
    passages = [same, same, same, added, same, same, same, added, same, same]

    stretches = fold(passages)

    assert [(stretch.is_folded, stretch.count) for stretch in stretches] == [(True, 2), (False, 8)]
    assert [each for stretch in stretches for each in stretch.passages] == passages


def test_readers_see_the_sentences_that_changed():
    old = "<p>One is here. Two was there.</p><p>Three. Four stays. Five goes.</p>"
    new = "<p>One is here.</p><p>Two were there. Three. Four stays. Six comes now.</p>"

    assert compare_sentences(old, new) == [
        Sentence((), SAME, 1),
        Sentence((Run("Two ", SAME), Run("was", REMOVED), Run("were", ADDED), Run(" there.", SAME)), CHANGED),
        Sentence((), SAME, 2),
        Sentence((Run("Five goes.", REMOVED),), REMOVED),
        Sentence((Run("Six comes now.", ADDED),), ADDED),
    ]


def test_readers_see_that_a_link_was_mended():
    old, new = '<p>See <a href="/x/">it</a>. Fine.</p>', '<p>See <a href="/y/">it</a>. Fine.</p>'

    changed, rest = compare_sentences(old, new)

    assert (changed.change, rest) == (CHANGED, Sentence((), SAME, 1))


@given(old=decorated, new=decorated)
@modest
def test_sentences_are_counted_and_none_is_lost(old, new):
    compared = compare_sentences(old, new)
    before = [both_of(each.runs)[0] for each in compared if each.is_removed or each.is_changed]
    counted = sum(each.count for each in compared if each.is_same)

    there = compare_sentences(old, "")
    assert sum(each.count for each in there) == counted + len(before)
    assert {text for text in before} <= {both_of(each.runs)[0] for each in there}


def both_of(runs):
    old = "".join(run.text for run in runs if not run.is_added)
    return old, "".join(run.text for run in runs if not run.is_removed)


def texts_of(passages):
    """The text of each block before and after."""
    return (
        [both_of(passage.runs)[0] for passage in passages if not passage.is_added],
        [both_of(passage.runs)[1] for passage in passages if not passage.is_removed],
    )


def words_of(html):
    return [text_of(block) for block in blocks(html)]
