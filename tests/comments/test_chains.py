"""Seals: the same for the same facts, another for any others."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from comments import chains
from comments.chains import Decision
from comments.states import Reason, Status

AT = datetime(2026, 3, 2, 10, 0, 0, 120, tzinfo=UTC)
DECISION = Decision(17, 4, "show", "held", "shown", "fine", None, AT)

ids, codes = st.integers(1, 2**40), st.text(max_size=4)
instants = st.datetimes(timezones=st.just(UTC))
decisions = st.builds(Decision, ids, ids, codes, codes, codes, codes, st.none() | ids, instants)


def test_a_seal_never_changes():
    """Logs that are out there were sealed so."""
    assert chains.seal("", DECISION) == "126d19c0e864dbc617b7860acf73ce521fbc1694a0a6a057fd217cfdece540df"


def test_the_zone_of_an_instant_and_the_kind_of_a_code_make_no_difference():
    elsewhere = AT.astimezone(timezone(timedelta(hours=5, minutes=45)))
    named = DECISION._replace(from_status=Status.HELD, to_status=Status.SHOWN, reason=Reason.FINE)

    assert {chains.seal("", one) for one in (DECISION, named, DECISION._replace(at=elsewhere))} == {
        chains.seal("", DECISION)
    }


@given(one=decisions, other=decisions, before=codes, after=codes)
def test_different_facts_have_different_seals(one, other, before, after):
    seals_match = chains.seal(before, one) == chains.seal(after, other)

    assert seals_match == ((before, one) == (after, other))


@given(one=decisions, field=st.sampled_from(Decision._fields), other=decisions)
def test_each_field_is_sealed(one, field, other):
    changed = one._replace(**{field: getattr(other, field)})

    assert (chains.seal("", one) == chains.seal("", changed)) == (one == changed)
