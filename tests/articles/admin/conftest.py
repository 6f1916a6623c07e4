"""People at the desk, signed in, and the addresses of its pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client


@pytest.fixture
def sign_in() -> Callable[[Any], Client]:
    def signed_in(person: Any) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return signed_in
