"""Which block became which."""

import random
from time import process_time

from hypothesis import given

from articles.wording.alignment import align
from articles.wording.blocks import blocks
from tests.articles.wording.bodies import bodies, edit, edits, html_of, modest

WORDS = [f"word{number}" for number in range(500)]


def test_changed_blocks_find_their_partners_between_new_ones():
    old = ["<p>The king left the palace at dawn</p>", "<p>Nobody saw him go</p>", "<p>The end</p>"]
    new = [
        "<p>News</p>",
        "<p>The king left the palace at noon</p>",
        "<p>Two people saw him go</p>",
        "<p>The end</p>",
    ]

    assert align(old, new) == [(None, 0), (0, 1), (1, 2), (2, 3)]


def test_blocks_with_too_little_in_common_are_removed_and_added():
    assert align(["<p>One two three</p>"], ["<p>Four five three</p>"]) == [(0, None), (None, 0)]


def test_a_paragraph_that_becomes_a_heading_is_the_same_block():
    assert align(["<p>War in Libya</p>"], ["<h2>War in Libya</h2>"]) == [(0, 0)]


def test_nothing_becomes_nothing():
    assert align([], []) == []


@given(body=bodies, steps=edits)
@modest
def test_each_block_stands_once_and_in_order(body, steps):
    old, new = blocks(html_of(body)), blocks(html_of(edit(body, steps, "new")[0]))

    pairs = align(old, new)

    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    assert (None, None) not in pairs


def test_time_does_not_grow_with_the_square_of_the_length():
    # Weighing all 16 million pairs would take half a minute; as it is, one second.
    dice = random.Random(1)
    old, new = ([f"<p>{' '.join(dice.choices(WORDS, k=12))}</p>" for _ in range(4000)] for _ in range(2))

    before = process_time()
    align(old, new)

    assert process_time() - before < 10
