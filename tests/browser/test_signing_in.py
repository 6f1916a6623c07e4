"""Signing in as staff do: with a passkey, with a key as second factor, and without any script."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.urls import reverse

from tests.browser.desk import sign_in
from tests.browser.going import press
from tests.factories import make_user


@pytest.fixture(autouse=True)
def on_localhost(settings):
    """Where a newsroom is tried out, passkeys need no https."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True


@pytest.fixture
def editor(transactional_db):
    person = make_user(role="editor", name="Edgar Stone")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


@pytest.fixture
def phone(page):
    """Holds passkeys, and gives its owner's consent at once."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def give_password(page, person):
    page.goto(reverse("account_login"))
    page.get_by_label("Login").fill(person.username)
    page.get_by_label("Password", exact=True).fill("correct horse")
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_key(page, person, *, is_passkey):
    sign_in(page, person)
    page.goto(reverse("mfa_add_webauthn"))
    page.get_by_label("Password").fill("correct horse")
    press(page, "Confirm")
    page.get_by_label("Passwordless").set_checked(is_passkey)
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/")


def sign_out(page):
    page.goto(reverse("account_logout"))
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login/")


def test_passkey_is_added_and_then_signs_in_by_itself(page, phone, editor):
    add_key(page, editor, is_passkey=True)
    sign_out(page)

    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url("**/admin/")
    assert page.get_by_role("heading", name="The desk").is_visible()


def test_key_is_asked_for_after_the_password(page, phone, editor):
    add_key(page, editor, is_passkey=False)
    sign_out(page)
    give_password(page, editor)
    asked = page.url.endswith(reverse("mfa_authenticate"))

    page.get_by_role("button", name="Use a security key").click()

    page.wait_for_url("**/admin/")
    assert asked


def test_codes_of_an_app_are_set_up_without_scripts(new_context, editor):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, editor)
    page.goto(reverse("mfa_activate_totp"))
    page.get_by_label("Password").fill("correct horse")
    press(page, "Confirm")
    secret = page.get_by_label("Secret", exact=True).input_value()

    page.get_by_label("Authenticator code").fill(code_of(secret))
    press(page, "Activate")

    assert page.get_by_role("heading", level=1).inner_text() == "Recovery Codes"
    assert len(page.get_by_label("Unused codes").input_value().split()) == 10
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}


@pytest.mark.parametrize("kind", ["app", "recovery"])
def test_codes_let_in_without_scripts(new_context, editor, kind):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(editor, secret)
    spare = RecoveryCodes.activate(editor).get_unused_codes()[0]
    page = new_context(java_script_enabled=False).new_page()
    give_password(page, editor)

    page.get_by_label("Code").fill(code_of(secret) if kind == "app" else spare)
    page.get_by_role("button", name="Sign In").click()

    page.wait_for_url("**/admin/")


def code_of(secret):
    now = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, now))


def test_axe_finds_nothing_wrong(page, phone, editor, violations):
    found = {}
    entrance = ("account_login", "account_reset_password", "account_reset_password_done")
    inside = ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_add_webauthn")
    for name in entrance:
        page.goto(reverse(name))
        found[name] = violations(page)
    add_key(page, editor, is_passkey=True)
    for name in (*inside, "mfa_activate_totp", "account_change_password", "account_email", "account_logout"):
        page.goto(reverse(name))
        found[name] = violations(page)

    assert found == {name: [] for name in found}
