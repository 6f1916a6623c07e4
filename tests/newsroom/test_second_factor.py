"""A second factor: the pages by which somebody of the staff adds one."""

import pytest
from allauth.account.models import EmailAddress

from newsroom.templatetags.qr import qr

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, editor):
    EmailAddress.objects.create(user=editor, email=editor.email, verified=True, primary=True)
    client.post("/accounts/login/", {"login": editor.username, "password": "correct horse"})
    # Whoever changes how they sign in is asked for the password once more.
    client.post("/accounts/reauthenticate/", {"password": "correct horse"})
    return client


def test_secret_is_drawn_without_a_data_picture(signed_in):
    page = signed_in.get("/accounts/2fa/totp/activate/").content.decode()

    assert '<svg class="qr" role="img"' in page
    assert "data:" not in page


def test_code_is_a_square_of_dots():
    code = qr("otpauth://totp/x")

    # A quiet zone of four dots around the finder's corner at the upper left.
    assert (code.size % 4, code.path[:18]) == (1, "M4 4h1v1h-1zM5 4h1")


@pytest.mark.parametrize("path", ["totp/activate/", "webauthn/", "webauthn/add/", ""])
def test_pages_are_whole(signed_in, path):
    page = signed_in.get(f"/accounts/2fa/{path}")

    html = page.content.decode()
    assert page.status_code == 200
    assert [html.count(tag) for tag in ("<main", "<h1", "<style", "style=")] == [1, 1, 0, 0]
