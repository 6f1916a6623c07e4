"""What the person sent before: links, records, bursts and repeats."""

import pytest

from comments.screening import Earlier, see
from tests.comments.screening.facts import make_facts, sentences


def before(status="shown", ago=10_000.0, here=True, **more):
    return Earlier(status, ago, here, **more)


def weights(text="", **known):
    return [signal.weight for signal in see(make_facts(text, **known))]


LINK = "Look at https://a.example"


def test_a_first_link_holds_and_of_a_trusted_writer_only_informs():
    assert sentences(LINK, is_trusted=False, mode="open") == ["first link from this writer"]
    assert weights(LINK, is_trusted=False, mode="open") == [2]
    assert weights(LINK) == [0]


def test_a_first_link_of_a_guest_is_one_from_this_address():
    assert sentences(LINK, is_proved=False, is_trusted=False)[1:] == ["first link from this address"]
    assert sentences("Hm", website="https://a.example", is_proved=False, is_trusted=False)[1:] == [
        "first link from this address, under the name"
    ]


@pytest.mark.parametrize(("status", "seen"), [("shown", 0), ("held", 1), ("removed", 1)])
def test_only_a_link_that_was_shown_earns_the_next(status, seen):
    earlier = (before("shown"), before("shown"), before(status, has_link=True))

    assert len(sentences(LINK, earlier=earlier)) == seen


@pytest.mark.parametrize("earlier", [(), (before(has_link=True),)])
def test_a_link_in_a_name_holds_whoever_s_it_is(earlier):
    name = "Buy at https://evil.example/x now"

    assert sentences("Hm", name=name, earlier=earlier) == ["a link in the name"]
    assert weights("Hm", name=name, earlier=earlier) == [2]


def test_links_in_a_name_are_counted_with_the_others():
    assert sentences("https://a.example www.b.example", name="c.example.com") == [
        "a link in the name",
        "3 links",
    ]


def test_many_links_are_counted_once_each():
    three = "https://a.example https://b.example https://c.example"

    assert sentences(three, earlier=(before(has_link=True),)) == ["3 links"]
    assert sentences("https://a.example " * 3, earlier=(before(has_link=True),)) == []


@pytest.mark.parametrize(
    ("statuses", "seen"),
    [
        ("shown shown removed", []),
        ("shown removed removed", ["of this person's last comments 1 shown, 2 removed, 0 spam"]),
        ("shown shown spam", ["of this person's last comments 2 shown, 0 removed, 1 spam"]),
        ("held held", []),
    ],
)
def test_what_was_taken_down_speaks_against_them(statuses, seen):
    assert sentences("Hm", earlier=tuple(before(each) for each in statuses.split())) == seen


def test_a_burst_is_the_fourth_within_a_minute():
    three = (before(ago=1), before(ago=30), before(ago=59))

    assert sentences("Hm", earlier=three) == ["4 comments within a minute"]
    assert sentences("Hm", earlier=(*three[:2], before(ago=60))) == []


def test_many_within_ten_minutes_are_a_burst_too():
    assert sentences("Hm", earlier=(before(ago=599),) * 6) == ["7 comments within ten minutes"]
    assert sentences("Hm", earlier=(before(ago=600),) * 6) == []


def test_their_own_words_again_are_told_as_theirs():
    again = before(number=4, has_same_letters=True)

    assert sentences("Hm", earlier=(again,)) == ["the same letters as their own comment 4 on this story"]
    assert sentences("Hm", earlier=(before("held", here=False, has_same_letters=True),)) == [
        "the same letters as their own comment on another story, which is not shown"
    ]


def test_a_few_words_may_be_said_twice_a_day():
    thanks = before(has_same_text=True)

    assert sentences("Thanks", earlier=(thanks,)) == []
    assert sentences("Thanks", earlier=(thanks, thanks)) == ["the same words 3 times within a day"]
    assert sentences("Thanks", earlier=(thanks, before(ago=86_400, has_same_text=True))) == []


@pytest.mark.parametrize(("seconds", "seen"), [(None, 0), (3.0, 0), (2.9, 1), (0, 1), (-5, 1)])
def test_a_form_sent_at_once_is_seen(seconds, seen):
    assert len(sentences("Hm", seconds=seconds)) == seen


def test_a_hidden_field_that_was_filled_in_holds_and_no_more():
    assert sentences("Hm", trap="x@y.example") == ["filled in a field that people don't see"]
    assert sentences("Hm", trap=" ") == []
