"""What is sent in place of a key's answer: refused in a sentence, whatever it is."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from tests.articles.admin.pages import words

pytestmark = pytest.mark.django_db

SIGN_IN, SECOND, ADD = (
    "/accounts/2fa/webauthn/login/",
    "/accounts/2fa/authenticate/",
    "/accounts/2fa/webauthn/add/",
)
NO_ANSWERS = [
    "xxxx",
    "[]",
    "9" * 5000,
    "[" * 2000,
    '{"id": 1}',
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key"}),
    json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}),
    json.dumps({"id": "AA", "rawId": "\ud800", "type": "public-key", "response": []}),
]
#: Registrations whose inner parts are no CBOR, or break off.
NO_REGISTRATIONS = [
    json.dumps(
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "response": {"clientDataJSON": "e30", "attestationObject": broken},
        }
    )
    for broken in ("", "oQ", "GQ")
]
NONE, WRONG = "No key has answered.", "That was no answer of a key."


@pytest.fixture
def with_password(client, editor):
    """Halfway in: the password is given, the second factor is not."""
    Authenticator.objects.create(user=editor, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    client.post("/accounts/login/", {"login": editor.username, "password": "correct horse"})
    return client


@pytest.fixture
def signed_in(client, editor):
    EmailAddress.objects.create(user=editor, email=editor.email, verified=True, primary=True)
    client.post("/accounts/login/", {"login": editor.username, "password": "correct horse"})
    client.post("/accounts/reauthenticate/", {"password": "correct horse"})
    return client


@pytest.mark.parametrize("sent", NO_ANSWERS)
def test_nobody_signs_in_with_it(client, sent):
    answer = client.post(SIGN_IN, {"credential": sent}, follow=True)

    assert WRONG in words(answer)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("sent", NO_ANSWERS)
def test_it_is_no_second_factor(with_password, sent):
    answer = with_password.post(SECOND, {"credential": sent})

    assert WRONG in words(answer)


@pytest.mark.parametrize("sent", [*NO_ANSWERS, *NO_REGISTRATIONS])
def test_it_is_no_new_key(signed_in, sent):
    answer = signed_in.post(ADD, {"name": "My phone", "credential": sent})

    assert WRONG in words(answer)
    assert 'value="My phone"' in answer.content.decode()


def test_signing_in_by_the_button_without_scripts_is_answered(client):
    assert NONE in words(client.post(SIGN_IN, {"credential": ""}, follow=True))


def test_adding_a_key_by_the_return_key_is_answered(signed_in):
    assert NONE in words(signed_in.post(ADD, {"name": "My phone", "credential": "null"}))
