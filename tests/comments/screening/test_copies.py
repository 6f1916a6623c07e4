"""Copies: of other comments with their letters shuffled, and of the story."""

from hypothesis import given
from hypothesis import strategies as st

from comments.screening import Copied, fingerprint
from tests.comments.screening.facts import sentences

LONG = "In many posts about the Libyan situation I find it necessary to preface my remarks."
STORY = (
    "A convoy of vehicles carrying loyalists of the former leader crossed the desert border on Tuesday, "
    "officials in the capital said, and was met there by soldiers who escorted it to the south."
)


@given(st.data())
def test_shuffling_letters_within_and_across_words_changes_nothing(data):
    letters = data.draw(st.permutations(LONG.split()))

    assert fingerprint(" ".join(letters)) == fingerprint(LONG)


def test_case_punctuation_and_look_alikes_change_nothing():
    assert fingerprint(LONG.upper().replace(" ", " … ")) == fingerprint(LONG)
    assert fingerprint(LONG.replace("a", "а")) == fingerprint(LONG)


def test_other_letters_are_another_fingerprint():
    assert fingerprint(LONG + "x") != fingerprint(LONG)


def test_short_texts_have_none():
    assert fingerprint("I agree with all that you say") == ""
    assert fingerprint("… … … … … … … … …") == ""


def test_a_copy_says_of_what():
    assert sentences(LONG, copied=Copied(True, 41)) == ["same letters as comment 41 on this story"]
    assert sentences(LONG, copied=Copied(False, 41, "Rain")) == [
        "same letters as comment 41 on “Rain” (another story)"
    ]
    assert sentences(LONG, copied=Copied(False, None, "", True)) == [
        "same letters as a comment that was never shown on another story, which is spam"
    ]


def test_the_story_given_back_is_seen():
    assert sentences(STORY, story_text=STORY) == ["33 words copied from the story, 0 of their own"]
    assert sentences(f"{STORY} https://a.example/", story_text=STORY)[-1].startswith("33 words copied")


def test_a_quotation_with_an_answer_passes():
    assert sentences(f"“{STORY}” That is not what happened.", story_text=STORY) == []


def test_a_short_quotation_passes():
    assert (
        sentences("“crossed the desert border on Tuesday, officials in the capital said”", story_text=STORY)
        == []
    )


def test_words_in_common_are_no_copy():
    assert sentences(" ".join(sorted(STORY.split())), story_text=STORY) == []
