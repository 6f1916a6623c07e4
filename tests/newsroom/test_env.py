"""Readers of the environment refuse what they can't understand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from newsroom import env

SECRET = "s" * 50


def read_settings(folder: Path, expression: str, **variables: str) -> subprocess.CompletedProcess:
    """What an expression over fresh settings prints in a process of its own with only these variables."""
    return subprocess.run(
        [sys.executable, "-c", f"from newsroom import settings; print({expression})"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("value", ["maybe", "2", "onn"])
def test_flag_refuses_what_is_neither_on_nor_off(monkeypatch, value):
    monkeypatch.setenv("DEBUG", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.flag("DEBUG", default=False)

    assert str(refusal.value) == f"DEBUG must be “on” or “off”, not “{value}”."


@pytest.mark.parametrize(("value", "meant"), [("on", True), ("YES", True), ("0", False), ("", True)])
def test_flag_reads_on_and_off(monkeypatch, value, meant):
    monkeypatch.setenv("HSTS_PRELOAD", value)

    assert env.flag("HSTS_PRELOAD", default=True) is meant


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "many", "²"])
def test_number_refuses_what_is_no_number_or_too_small(monkeypatch, value):
    monkeypatch.setenv("GRANIAN_WORKERS", value)

    with pytest.raises(ImproperlyConfigured) as refusal:
        env.number("GRANIAN_WORKERS", 1, least=1)

    assert str(refusal.value) == f"GRANIAN_WORKERS must be a whole number of at least 1, not “{value}”."


def test_number_reads_digits_and_defaults(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXY_COUNT", " 2 ")

    assert (env.number("TRUSTED_PROXY_COUNT", 0), env.number("NOT_SET", 7)) == (2, 7)


@pytest.mark.parametrize(
    "value", ["news.example", "ftp://news.example", "https://", "https://news.example/path"]
)
def test_site_url_refuses_what_is_no_origin(monkeypatch, value):
    monkeypatch.setenv("SITE_URL", value)

    with pytest.raises(ImproperlyConfigured, match="SITE_URL must look like"):
        env.site_url("SITE_URL", "")


def test_site_url_drops_the_last_slash(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://news.example/")

    assert env.site_url("SITE_URL", "") == "https://news.example"


def test_zone_refuses_a_place_without_a_clock(monkeypatch):
    monkeypatch.setenv("SITE_TIME_ZONE", "Africa/Atlantis")

    with pytest.raises(ImproperlyConfigured, match="must be a time zone such as Africa/Cairo"):
        env.zone("SITE_TIME_ZONE", "UTC")


def test_words_have_no_empty_places(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "news.example, ,www.news.example,")

    assert env.words("ALLOWED_HOSTS") == ["news.example", "www.news.example"]


@pytest.mark.parametrize("value", ["", "short"])
def test_secret_is_demanded(monkeypatch, value):
    monkeypatch.setenv("SECRET_KEY", value)

    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set, or shorter than 40 characters"):
        env.secret("SECRET_KEY")


@pytest.fixture
def checkout(tmp_path):
    """A copy of what the settings are made of, with no `.env` beside it."""
    (tmp_path / "newsroom").mkdir()
    for name in ("__init__", "settings", "env", "csp", "mail"):
        (tmp_path / "newsroom" / f"{name}.py").write_bytes(
            (settings.BASE_DIR / "newsroom" / f"{name}.py").read_bytes()
        )
    return tmp_path


def test_settings_do_not_start_without_a_secret(checkout):
    answer = read_settings(checkout, "settings.SECRET_KEY")

    assert answer.returncode == 1
    assert "ImproperlyConfigured: SECRET_KEY is not set" in answer.stderr


def test_env_file_is_honoured_and_the_environment_wins(checkout):
    (checkout / ".env").write_text(f"SECRET_KEY={SECRET}\nSITE_NAME=The Gazette\nSITE_TIME_ZONE=Asia/Tokyo\n")

    answer = read_settings(checkout, "settings.SITE_NAME, settings.TIME_ZONE", SITE_NAME="The Herald")

    assert answer.stdout == "The Herald Asia/Tokyo\n"


def test_debug_is_off_unless_it_is_asked_for(checkout):
    answer = read_settings(checkout, "settings.DEBUG", SECRET_KEY=SECRET)

    assert answer.stdout == "False\n"
