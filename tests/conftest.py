"""The cast, and a clock that stands still."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import User

from articles import navigation
from tests import cases
from tests.factories import NOON, make_user


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """The time is `NOON` until the test moves it: `clock.shift(seconds)`, `clock.move_to(instant)`."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("cases"):
        cases.demand_folder()


@pytest.fixture(autouse=True)
def fresh_menu() -> None:
    """The process's copy of the menu knows nothing of other tests."""
    navigation.forget()


@pytest.fixture(autouse=True)
def own_cache(settings) -> None:
    """What is counted in a cache, perhaps one that all tests share, is counted for this test alone."""
    settings.CACHES = {"default": {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex}}


@pytest.fixture
def administrator(db: None) -> User:
    return make_user(role="administrator", name="Ada Root")


@pytest.fixture
def reporter(db: None) -> User:
    return make_user(role="reporter", name="Amina Diallo")


@pytest.fixture
def editor(db: None) -> User:
    return make_user(role="editor", name="Edgar Stone")


@pytest.fixture
def moderator(db: None) -> User:
    return make_user(role="moderator", name="Mona Ives")
