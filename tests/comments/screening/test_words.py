"""Signals of the words alone: threats, repetition."""

import pytest

from tests.comments.screening.facts import sentences


@pytest.mark.parametrize(
    "text",
    [
        "I will kill you.",
        "I'll find you and you won't like it",
        "I’m going to shoot him",
        "Someone should shoot her!",
        "You're dead.",
        "you deserve to die",
        "You will be killed for this",
        "I know where you live",
        "I hope you die",
        "Go on, kill yourself",
        "WE ARE GOING TO BURN YOUR HOUSE",
        "I wіll kіll you",
        "Im going to kill you",
        "im gonna kill you",
        "Stop it. ill kill you",
        "gonna kill you",
        "Youre dead",
        "u r dead",
        "You'll die",
        "Youll die!",
        "you'll be shot",
        "you should be shot",
        "They ought to be hanged",
        "kys",
        "I k1ll you",
        "1 wi11 ki11 y0u",
        "I'll put a bullet in your head",
        "I will find you and your family",
        "I will find you and your kids and break a leg",
        "If you come here again you will die",
        "If you print my name you will be shot",
        "We will hang them in the square",
        "We should burn them",
        "I will shoot you in the head",
        "I hope they all die",
    ],
)
def test_a_threat_is_seen(text):
    assert [sentence.split(":")[0] for sentence in sentences(text)] == ["may threaten somebody"]


@pytest.mark.parametrize(
    "text",
    [
        "They will kill him if he goes back, the UN says.",
        "NATO tried so hard to get a henchman to kill Gaddafi.",
        "You are dead right.",
        "I will find you a source for that.",
        "We should find them a home.",
        "I would kill for a coffee",
        "He was killed last night, I hope they find him guilty.",
        "You're dead wrong about this",
        "What are we going to do when they die?",
        "I will burn the book",
        "This joke will kill you. I will help you.",
        "We will hang them in the living room",
        "You will die laughing",
        "If you drink bleach you will die",
        "We have to burn them off every spring",
        "We need to shoot him in better light",
        "I will find you and your team another source",
        "I hope they all die out, those invasive crayfish",
        "I will never hurt you",
        "They feel ill kill you as it may",
        "Let the dead bury your dead.",
        "I will shoot you an email",
        "Oh, it's gonna kill you to say so",
    ],
)
def test_talk_of_violence_is_no_threat(text):
    assert sentences(text) == []


def test_one_letter_word_or_line_over_and_over_is_seen():
    assert sentences("a" * 50) == ["“a” 50 times in a row"]
    assert sentences("\n".join(["Read this now"] * 4)) == ["the same line 4 times: “read this now”"]
    assert sentences("spam " * 40) == ["the same word 40 times: “spam”"]


@pytest.mark.parametrize(
    "text",
    [
        "Nooooooooooooooooo!",
        "so so so so good",
        "-" * 200,
        "!" * 200,
        "No.\nNo.\nNo.\nYes.\nWhy?\nWell.",
        "No. " * 39,
        "ha " * 13,
    ],
)
def test_feeling_and_ruled_lines_pass(text):
    assert sentences(text) == []
