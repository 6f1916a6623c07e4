"""People at the desk, signed in, and the addresses of its pages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def desk_urls(settings: Any) -> None:
    """The desk alone: the readers' pages are stand-ins."""
    settings.ROOT_URLCONF = "tests.articles.admin.urls"


@pytest.fixture
def sign_in() -> Callable[[Any], Client]:
    def signed_in(person: Any) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return signed_in
