"""A time that the clocks leave out, or give twice, is asked about in a sentence."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.forms.moments import MomentField


@pytest.mark.parametrize("typed", ["2026-03-29T02:30", "2026-10-25T02:30"], ids=["left out", "twice"])
def test_changed_clocks(typed):
    with timezone.override("Europe/Berlin"), pytest.raises(ValidationError) as refused:
        MomentField().clean(typed)

    assert refused.value.messages == [
        "The clocks are changed then: this time does not exist that day, or exists twice. "
        "Give one that is an hour earlier or later."
    ]


def test_ordinary_time_is_the_newsrooms():
    with timezone.override("Europe/Berlin"):
        assert MomentField().clean("2026-03-29T03:30").isoformat() == "2026-03-29T03:30:00+02:00"
