"""The pages that stand alone, for when nothing else can be said."""

import pytest

from tests.factories import make_published

pytestmark = pytest.mark.django_db


def test_what_is_too_large_to_be_read_is_refused_in_a_sentence(client):
    path = make_published().addresses.get().path

    answer = client.post(f"{path}comments/new/", {"text": "x" * 3_000_000})

    assert answer.status_code == 400
    assert "what you wrote should still be there" in answer.content.decode()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_asks_for_nothing_else(name, client):
    from django.template.loader import render_to_string

    page = render_to_string(name)

    assert ("<link" in page, "<script" in page, "<img" in page) == (False, False, False)
