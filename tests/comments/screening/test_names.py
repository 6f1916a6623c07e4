"""Signals of a name alone: whom it looks like."""

import time

import pytest

from comments.screening import take
from tests.comments.screening.facts import sentences

STAFF = "“Jimmy Barron”, who is staff"
TAKEN = take(
    (("Jimmy Barron", STAFF), ("ana", "the byline “ana”"), ("Duran Duran", "a band")), "The Harbour News"
)


def seen(name, taken=TAKEN):
    return sentences("Hm", name=name, taken_names=taken)


@pytest.mark.parametrize(
    "name",
    [
        "Јimmy Bаrron",
        "jimmy barron",
        "JimmyBarron",
        "J\u200bimmy Barron.",
        "Jimmy Barron Staff",
        "Jimmy Barron (Editor)",
        "Editor Jimmy Barron",
        "Barron Jimmy",
        "Barron, Jimmy",
        "Jimmy T. Barron",
        "Dr JimmyBarron",
        "Mr Jirnmy Bаrron",
        "ᴊimmy Barron",
        "Jimmy Barroп",
        "Ⓙimmy_Barron!!",
    ],
)
def test_a_name_that_looks_like_staff_says_so(name):
    assert seen(name) == [f"the name “{name}” looks like {STAFF}"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Staff", "staff"),
        ("News Staff", "staff"),
        ("Moderator", "moderator"),
        ("МODERАTОR", "moderator"),
        ("Site Adrnin", "admin"),
        ("Jim (Edit0r)", "editor"),
        ("The Editors", "editors"),
        ("ᴊournalist", "journalist"),
        ("Reporter", "reporter"),
        ("Reporter Jim", "reporter"),
    ],
)
def test_a_name_that_says_it_is_one_of_us_says_so(name, word):
    assert seen(name) == [f"the name “{name}” looks like that of somebody who works here (“{word}”)"]


@pytest.mark.parametrize(
    "name", ["The Harbour News", "TheHarbourNews", "the hаrbour news, service", "Jim of The Harbour News"]
)
def test_the_name_of_the_paper_is_taken(name):
    assert seen(name) == [f"the name “{name}” looks like the name of this paper"]


@pytest.mark.parametrize("name", ["Herald", "Herald desk"])
def test_a_paper_with_one_word_for_a_name_is_found_within_others(name):
    assert seen(name, take((), "Herald")) == [f"the name “{name}” looks like the name of this paper"]


@pytest.mark.parametrize(
    "name",
    [
        "Jimmy",
        "Barron",
        "Jimmy Baron",
        "Tim Barron",
        "Jimmy O’Barron",
        "Ana Smith",
        "Duran Smith",
        "Harbour Pilot",
        "Cyrus Reporter",
        "Edith Torrance",
        "Creditor",
        "王小明",
        "…",
    ],
)
def test_another_name_passes(name):
    assert seen(name) == []


def test_a_taken_name_of_one_word_is_taken_as_a_whole():
    assert seen("Ana") == ["the name “Ana” looks like the byline “ana”"]


def test_a_name_is_looked_up_at_once_among_thousands():
    names = tuple((f"{first} {last}", "staff") for first in _words("a") for last in _words("b"))
    taken = take(names, "The Harbour News")
    name = " ".join(_words("b"))[:80]
    sentences("Hm", name=name, taken_names=taken)

    began = time.perf_counter()
    for _ in range(100):
        taken.find(name)

    assert time.perf_counter() - began < 0.5
    assert take(tuple(names), "The Harbour News") is taken


def _words(first):
    return [f"{first}{one}{two}ng" for one in "aeou" for two in "bcdfghkpst"]
