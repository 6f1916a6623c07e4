"""By which keys a moderator decides in the queue."""

import pytest

from comments.models import ModeratorKeys
from comments.models.moderator_keys import USUAL
from tests.comments.queueing import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def mona(moderator):
    return Desk(moderator)


def test_keys_can_be_others_and_can_be_switched_off(mona, moderator):
    mona.send("keys/", **{**USUAL, "show": "J", "is_on": "on"})
    changed = ModeratorKeys.objects.get().chosen
    mona.send("keys/", **USUAL)

    assert changed == {**USUAL, "show": "j"}
    assert ModeratorKeys.objects.get().chosen == {}


@pytest.mark.parametrize("key", ["", " ", "7", "r", "ab", "İ"])
def test_key_that_can_be_none_is_refused(mona, key):
    answer = mona.send("keys/", **{**USUAL, "show": key, "is_on": "on"})

    assert (answer.status_code, ModeratorKeys.objects.exists()) == (422, False)
    assert "<title>Error: Keys of the queue" in answer.content.decode()
