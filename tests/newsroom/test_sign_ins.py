"""A leaver's sessions, and a lost second factor."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def is_inside(client):
    return client.get("/admin/").status_code == 200


def run(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def test_ends_every_session_of_the_person_and_no_other(editor, reporter):
    phone, laptop, other = signed_in(editor), signed_in(editor), signed_in(reporter)

    said = run("end_sessions", editor.username)

    assert said == f"Ended 2 sessions of {editor.username}.\n"
    assert [is_inside(client) for client in (phone, laptop, other)] == [False, False, True]


def test_leaver_can_no_longer_sign_in_and_stays_in_the_history(editor):
    signed_in(editor)

    run("end_sessions", editor.username, deactivate=True)

    editor.refresh_from_db()
    assert (editor.is_active, Session.objects.count()) == (False, 0)
    assert not Client().login(username=editor.username, password="correct horse")


def test_says_that_nobody_has_that_name():
    with pytest.raises(CommandError, match="Nobody here has the user name “nobody”"):
        run("end_sessions", "nobody")


def test_lost_second_factor_is_removed_and_others_stay(editor, reporter):
    for person in (editor, reporter):
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})

    run("reset_second_factor", editor.username, no_input=True)

    assert [factor.user for factor in Authenticator.objects.all()] == [reporter]


def test_second_factor_stays_unless_the_answer_is_yes(editor, monkeypatch):
    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    monkeypatch.setattr("builtins.input", lambda question: "y")

    with pytest.raises(CommandError, match="Nothing was removed"):
        run("reset_second_factor", editor.username)

    assert Authenticator.objects.count() == 1


def test_says_that_there_is_no_second_factor(editor):
    with pytest.raises(CommandError, match="has no second factor"):
        run("reset_second_factor", editor.username)
