"""Signing in to the desk: through allauth alone, with its limits, and a clear word to whoever has no role."""

import re

import pytest
from django.test import Client

from tests.articles.admin.pages import words
from tests.factories import make_user

pytestmark = pytest.mark.django_db

LOGIN = "/accounts/login/"


def attempt(client, username, *, password="wrong", **headers):  # noqa: S107
    return client.post(LOGIN, {"login": username, "password": password}, **headers)


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/articles/article/"])
def test_desk_leads_to_sign_in(client, path):
    answer = client.get(path, follow=True)

    assert answer.redirect_chain[-1][0].startswith(f"{LOGIN}?next=")
    assert answer.status_code == 200


def test_signing_in_leads_to_the_desk(client, editor):
    answer = client.post(LOGIN, {"login": editor.username, "password": "correct horse"})

    assert (answer.status_code, answer.url) == (302, "/admin/")


@pytest.mark.parametrize("place", ["http://[", "//evil.example/", "https://evil.example/", "javascript:x"])
def test_signing_in_leads_to_no_place_but_ours(client, editor, place):
    asked = client.get(LOGIN, {"next": place})
    answer = client.post(f"{LOGIN}?next={place}", {"login": editor.username, "password": "correct horse"})

    assert (asked.status_code, answer.status_code, answer.url) == (200, 302, "/admin/")


def test_signing_in_by_email(client, editor):
    answer = client.post(LOGIN, {"login": editor.email, "password": "correct horse"})

    assert answer.url == "/admin/"


def test_person_without_a_role_is_told_so_and_not_asked_again(client):
    client.force_login(make_user(username="nobody"))

    answer = client.get("/admin/", follow=True)

    assert answer.status_code == 403
    assert "The account “nobody” has no part in the newsroom." in words(answer)


def test_nobody_signs_up(client):
    answer = client.post(
        "/accounts/signup/",
        {
            "username": "new",
            "email": "new@news.example",
            "password1": "correct horse",
            "password2": "correct horse",
        },
    )

    assert "Sign Up Closed" in words(answer)


def test_wrong_passwords_are_limited(client, editor):
    answers = [attempt(client, editor.username) for _ in range(7)]

    assert "Too many failed login attempts. Try again later." in words(answers[-1])


def test_right_password_is_refused_too_once_the_limit_is_reached(client, editor):
    for _ in range(7):
        attempt(client, editor.username)

    attempt(client, editor.username, password="correct horse")

    assert "_auth_user_id" not in client.session


def test_claimed_addresses_do_not_evade_the_limit(editor):
    """Without a proxy of ours, X-Forwarded-For is the visitor's own claim: each attempt claims another."""
    for number in range(12):
        attempt(Client(), f"guess-{number}", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    answer = attempt(Client(), editor.username, password="correct horse", HTTP_X_FORWARDED_FOR="198.51.100.7")

    assert "Too many failed login attempts" in words(answer) or answer.status_code == 429


def test_other_addresses_are_not_held_up(editor):
    for number in range(12):
        attempt(Client(), f"guess-{number}")

    answer = attempt(Client(), editor.username, password="correct horse", REMOTE_ADDR="198.51.100.7")

    assert answer.status_code == 302


def test_deactivating_ends_sessions_at_once(client, editor):
    client.force_login(editor)
    before = client.get("/admin/").status_code

    editor.is_active = False
    editor.save()

    assert (before, client.get("/admin/").status_code) == (200, 302)


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/password/change/",
        "/accounts/email/",
        "/accounts/2fa/",
        "/accounts/2fa/webauthn/",
        "/accounts/logout/",
        "/accounts/reauthenticate/",
    ],
)
def test_account_pages_are_whole(client, editor, path):
    client.force_login(editor)

    page = client.get(path).content.decode()

    assert '<html lang="en"' in page
    assert [page.count(tag) for tag in ("<main", "<h1", "<style", "style=")] == [1, 1, 0, 0]


def test_passwords_are_changed_on_the_account_pages(client, editor):
    client.force_login(editor)

    assert client.get("/admin/password_change/").url == "/accounts/password/change/"


def test_forgotten_password_is_replaced_by_mail(client, editor, mailoutbox):
    client.post("/accounts/password/reset/", {"email": editor.email})
    address = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    form = client.get(address, follow=True)
    words_of_mine = {"password1": "another battery staple", "password2": "another battery staple"}

    done = client.post(form.redirect_chain[-1][0], words_of_mine, follow=True)

    editor.refresh_from_db()
    assert editor.check_password("another battery staple")
    assert f'<a href="{LOGIN}">Sign in</a>' in done.content.decode()


def test_signing_out_leads_to_sign_in(client, editor):
    client.force_login(editor)

    assert client.post("/admin/logout/").url == LOGIN
