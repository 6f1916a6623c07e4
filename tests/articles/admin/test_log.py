"""The desk's log, in sentences."""

from articles.admin.log import DEEDS, PLAIN
from articles.states import MOVES


def test_every_move_has_words_of_its_own():
    assert PLAIN.keys() | DEEDS.keys() == MOVES.keys() - {"preview"}
