"""Whatever two people do to a story, no word of theirs is lost."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from articles.wording.blocks import blocks, text_of
from articles.wording.merging import merge
from tests.articles.wording.bodies import bodies, edit, edits, heavy, html_of

topics = st.lists(st.integers(1, 6), unique=True)
credits = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(["author", "editing"])), unique=True, max_size=5
).map(lambda some: [[person, role, order] for order, (person, role) in enumerate(some)])
stories = st.fixed_dictionaries(
    {
        "headline": st.sampled_from(["", "One", "Two words", "Three"]),
        "section": st.none() | st.integers(1, 3),
        "topics": topics,
        "credits": credits,
        "body": bodies.map(html_of),
    }
)
PICKS = ["mine", "theirs", "both", "nothing"]


@given(base=stories, other=stories)
@heavy
def test_where_one_did_nothing_the_others_story_stands(base, other):
    alone = [merge(base, other, base), merge(base, base, other), merge(base, other, other)]

    assert [(merged.fields, merged.clashes) for merged in alone] == [(other, ())] * 3


@given(base=bodies, my_steps=edits, their_steps=edits)
@heavy
def test_each_word_that_was_added_is_in_the_body_or_offered(base, my_steps, their_steps):
    mine, my_words = edit(base, my_steps, "mine")
    theirs, their_words = edit(base, their_steps, "theirs")

    merged = merge_bodies(base, mine, theirs)

    offered = chain.from_iterable((clash.mine, clash.theirs) for clash in merged.clashes)
    assert (my_words | their_words) - words_in(merged.fields["body"], *offered) == set()
    assert my_words - words_in(merged.fields["body"]) == set()


@given(base=bodies, my_steps=edits, their_steps=edits)
@heavy
def test_the_words_of_the_side_that_is_picked_are_in_the_body(base, my_steps, their_steps):
    mine, my_words = edit(base, my_steps, "mine")
    theirs, their_words = edit(base, their_steps, "theirs")
    keys = [clash.key for clash in merge_bodies(base, mine, theirs).clashes]

    my_pick, their_pick, both = (
        merge_bodies(base, mine, theirs, dict.fromkeys(keys, pick)) for pick in ("mine", "theirs", "both")
    )

    assert my_words - words_in(my_pick.fields["body"]) == set()
    assert their_words - words_in(their_pick.fields["body"]) == set()
    assert (my_pick.clashes, their_pick.clashes) == ((), ())
    still_offered = [clash.theirs for clash in both.clashes]
    assert (my_words | their_words) - words_in(both.fields["body"], *still_offered) == set()


@given(base=bodies, my_steps=edits, their_steps=edits, picks=st.lists(st.sampled_from(PICKS), min_size=9))
@heavy
def test_each_pick_holds_for_its_own_clash(base, my_steps, their_steps, picks):
    mine, theirs = edit(base, my_steps, "mine")[0], edit(base, their_steps, "theirs")[0]
    clashes = merge_bodies(base, mine, theirs).clashes
    picked = {clash.key: pick for clash, pick in zip(clashes, picks, strict=False)}

    merged = merge_bodies(base, mine, theirs, picked)

    said = words_in(merged.fields["body"])
    for clash in clashes:
        settled = clash.is_settled_by(picked.get(clash.key))
        assert (clash in merged.clashes) != settled
        wanted = {"theirs": [clash.theirs], "both": [clash.mine, clash.theirs]}
        texts = wanted.get(picked.get(clash.key), [clash.mine]) if settled else [clash.mine]
        assert words_in(*texts) <= said


@given(size=st.integers(1, 8), my_steps=edits, their_steps=edits, pick=st.sampled_from(PICKS))
@heavy
def test_no_paragraph_that_neither_changed_is_lost_or_doubled(size, my_steps, their_steps, pick):
    base = distinct(size)
    mine, theirs = edit(base, my_steps, "mine")[0], edit(base, their_steps, "theirs")[0]
    untouched = [words for words in base if mine.count(words) == theirs.count(words) == 1]
    keys = [clash.key for clash in merge_bodies(base, mine, theirs).clashes]

    found = texts_in(merge_bodies(base, mine, theirs, dict.fromkeys(keys, pick)).fields["body"])

    assert [found.count(" ".join(words)) for words in untouched] == [1] * len(untouched)


@given(size=st.integers(2, 12), mine=st.sets(st.integers(0, 11)), word=st.integers(0, 5))
@heavy
def test_changes_to_different_paragraphs_never_clash(size, mine, word):
    base = distinct(size)
    sides = [[list(words) for words in base] for _ in range(3)]
    for number in range(size):
        for body in (sides[number not in mine], sides[2]):
            body[number][word] = f"changed{number}"

    merged = merge_bodies(base, *sides[:2])

    assert (merged.fields["body"], merged.clashes) == (html_of(sides[2]), ())


@given(base=topics, mine=topics, theirs=topics)
@heavy
def test_lists_are_merged_as_sets_are(base, mine, theirs):
    merged = merge({"topics": base}, {"topics": mine}, {"topics": theirs})

    was, my, their = set(base), set(mine), set(theirs)
    assert set(merged.fields["topics"]) == (my & their) | (my - was) | (their - was)
    assert len(merged.fields["topics"]) == len(set(merged.fields["topics"]))


def distinct(size):
    """Paragraphs of six words, most of which no other has."""
    return [["the", *(f"p{number}w{word}" for word in range(4)), "end"] for number in range(size)]


def merge_bodies(base, mine, theirs, picks=None):
    return merge(*({"body": html_of(body)} for body in (base, mine, theirs)), picks or {})


def texts_in(*bodies):
    return [text_of(block) for body in bodies for block in blocks(body)]


def words_in(*bodies):
    return {word.strip("*") for text in texts_in(*bodies) for word in text.split()}
