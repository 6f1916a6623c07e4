"""From signals to a verdict: one holds, many are spam, staff are shown, threats are seen first."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comments.screening import SIGNALS, Earlier, Facts, Signal, fingerprint, risk, see, verdict
from comments.screening.verdict import SPAM, THREAT
from comments.states import Mode, Reason
from tests.comments.screening.facts import make_facts


def seen(*weights, reason=Reason.SCREENED):
    return [Signal(f"signal-{place}", reason, "Hm", weight) for place, weight in enumerate(weights)]


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((), ("shown", "fine")),
        ((0, 0), ("shown", "fine")),
        ((1,), ("held", "screened")),
        ((3, 3, 3), ("held", "screened")),
        ((3, 3, 3, 1), ("spam", "screened")),
        ((SPAM,), ("spam", "screened")),
        ((THREAT,), ("held", "screened")),
        ((THREAT, SPAM, 6), ("held", "screened")),
    ],
)
def test_weights_decide(weights, expected):
    assert verdict(make_facts(), seen(*weights)) == expected


def test_the_first_that_holds_gives_the_reason():
    told = [*seen(0, reason=Reason.FIRST), *seen(1, reason=Reason.UNPROVED), *seen(3)]

    assert verdict(make_facts(), told) == ("held", "unproved")


def test_staff_are_shown_whatever_they_say():
    facts = Facts(is_staff=True, mode=Mode.HOLD_ALL, text="I will kill you asdkjhaskjdh qwlkejqwe")

    assert (see(facts), verdict(facts, see(facts))) == ([], ("shown", "staff"))


def test_an_honest_guest_in_a_hurry_whose_browser_fills_in_everything_is_no_spammer():
    facts = make_facts(
        "Look at https://a.example", is_proved=False, is_trusted=False, seconds=1, trap="dio@example.org"
    )

    assert (len(see(facts)), verdict(facts, see(facts))) == (4, ("held", "unproved"))


def test_no_two_signals_but_those_of_the_spam_list_are_spam():
    text = (
        "nsacseery and the rest of it too https://a.example https://b.example https://c.example "
        + "spam " * 40
    )
    everything = make_facts(
        text,
        is_proved=False,
        is_trusted=False,
        mode=Mode.HOLD_ALL,
        seconds=0,
        trap="x",
        earlier=(Earlier("removed", 1.0, True, has_same_letters=True),) * 9,
    )
    pairs = itertools.combinations(see(everything), 2)

    assert len(see(everything)) >= 9
    assert {verdict(everything, list(pair))[0] for pair in pairs} == {"held"}


@given(st.text(max_size=300), st.text(max_size=80))
def test_whatever_is_typed_gets_a_verdict_and_no_reason_that_accuses(text, name):
    facts = make_facts(text, name=name, seconds=0.0, website="https://a.example", story_text=text)
    found = see(facts)
    status, reason = verdict(facts, found)

    assert status in {"held", "spam", "shown"}
    assert reason in {Reason.SCREENED, Reason.FINE}
    assert all(signal.sentence for signal in found)
    assert 0 <= risk(found) <= 32_767
    assert len(fingerprint(text)) in {0, 32}


def test_each_signal_has_a_function_of_its_own():
    assert len(set(SIGNALS)) == len(SIGNALS)
