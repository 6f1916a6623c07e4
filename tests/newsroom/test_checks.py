"""System checks of a configuration that is about to serve readers."""

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from newsroom import checks, demo, mail

PRODUCTION = {
    "SECRET_KEY": "a-Secret_of_fifty_characters-and-More-0123456789-xyz",
    "SITE_URL": "https://news.example",
    "TRUSTED_PROXY_COUNT": "1",
    "EMAIL_URL": "smtp+tls://newsroom:password@mail.example:587",
    "DEFAULT_FROM_EMAIL": "desk@news.example",
}


def ids(messages):
    return [message.id for message in messages]


def check_deploy(**changes: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **PRODUCTION, **changes},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_are_clean(tmp_path):
    answer = check_deploy(DATABASE_URL=f"sqlite:///{tmp_path}/news.sqlite3")

    assert (answer.stdout, answer.stderr) == ("System check identified no issues (0 silenced).\n", "")


def test_development_settings_are_not(tmp_path):
    answer = check_deploy(
        DATABASE_URL=f"sqlite:///{tmp_path}/news.sqlite3",
        SITE_URL="http://localhost:8000",
        EMAIL_URL="consolemail://",
        TRUSTED_PROXY_COUNT="0",
    )

    found = set(re.findall(r"newsroom\.[EW]\d+", answer.stderr))
    assert (answer.returncode, found) == (1, {"newsroom.E002", "newsroom.W002"})


@pytest.mark.django_db
def test_demo_accounts_are_an_error():
    demo.make()

    (error,) = checks.no_demo_accounts()

    assert (error.id, error.msg) == (
        "newsroom.E001",
        "There are demo accounts: administrator, reporter, editor, moderator.",
    )
    assert "demo_accounts --remove" in error.hint


@pytest.mark.django_db
def test_accounts_of_ones_own_are_fine(editor):
    assert checks.no_demo_accounts() == []


@pytest.mark.django_db(transaction=True)
def test_database_that_does_not_answer_is_a_warning(monkeypatch):
    connection.close()
    for name, value in (("HOST", "127.0.0.1"), ("PORT", "1"), ("NAME", "/nowhere/at/all")):
        monkeypatch.setitem(connection.settings_dict, name, value)

    assert ids(checks.no_demo_accounts()) == ["newsroom.W001"]


@pytest.mark.parametrize("address", ["http://news.example", "https://localhost", "https://127.0.0.1:8443"])
def test_address_that_readers_cannot_reach_safely_is_an_error(settings, address):
    settings.SITE_URL = address

    assert ids(checks.public_address()) == ["newsroom.E002"]


def test_local_memory_cache_is_for_one_process(settings):
    settings.CACHES = {"default": {"BACKEND": checks.LOCAL_MEMORY}}

    found = []
    for settings.PROCESS_COUNT in (1, 2):
        found.append(ids(checks.one_cache_for_all_processes()))

    assert found == [[], ["newsroom.E003"]]


def test_shared_cache_is_for_many(settings):
    settings.PROCESS_COUNT = 8

    assert checks.one_cache_for_all_processes() == []


@pytest.mark.parametrize("backend", sorted(checks.MAIL_TO_NOBODY))
def test_mail_to_nobody_is_a_warning(settings, backend):
    for name, value in mail.as_settings({"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": ""}).items():
        setattr(settings, name, value)

    assert ids(checks.mail_that_arrives()) == ["newsroom.W002"]


def test_mail_to_a_server_is_fine(settings):
    address = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_HOST": "mail.example"}
    for name, value in mail.as_settings(address).items():
        setattr(settings, name, value)

    assert checks.mail_that_arrives() == []


def test_https_without_a_trusted_proxy_is_a_warning(settings):
    settings.IS_HTTPS, settings.TRUSTED_PROXY_COUNT = True, 0

    assert ids(checks.proxy_that_is_trusted()) == ["newsroom.W003"]
