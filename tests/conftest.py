"""The cast, and a clock that stands still."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection

from articles import navigation
from comments import talks
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


@pytest.fixture(scope="session", autouse=True)
def quick_flush() -> Iterator[None]:
    """Empty PostgreSQL's tables by DELETE: to truncate fifty of them takes longer than most tests.

    In any order, since Django's foreign keys are only checked at the end of the transaction.
    """

    def sql_flush(operations: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
        return [f"DELETE FROM {operations.quote_name(table)}" for table in tables]  # noqa: S608

    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "postgresql":
            patch.setattr(type(connection.ops), "sql_flush", sql_flush)
        yield


@pytest.fixture(autouse=True)
def fresh_copies() -> None:
    """What the process keeps copies of knows nothing of other tests."""
    navigation.forget()
    talks.forget()


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
