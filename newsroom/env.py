"""Typed readers of the environment: each returns a value of its kind or refuses with a sentence.

Only `settings.py` calls these. A value that can't be understood stops the start-up, because a
guess would be found out later and by somebody else.
"""

import re
import zoneinfo
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})

variables = environ.Env()


def load_file(path: Path) -> None:
    """Add the variables of an env file, where there is one; what is already set wins."""
    if path.is_file():
        environ.Env.read_env(path)


def text(name: str, default: str = "") -> str:
    return variables.str(name, default=default).strip()


def secret(name: str) -> str:
    """A value that must be set, and of which no default would be safe."""
    value = text(name)
    if len(value) < 40:
        raise ImproperlyConfigured(
            f"{name} is not set, or shorter than 40 characters. `make run` writes one into .env; on a "
            "server, set it in the environment (docs/operations.md shows how to make one)."
        )
    return value


def flag(name: str, default: bool) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} must be “on” or “off”, not “{value}”.")
    return value in YES


def number(name: str, default: int, *, least: int = 0, most: int | None = None) -> int:
    value = text(name)
    if not value:
        return default
    if not value.isdecimal() or int(value) < least:
        raise ImproperlyConfigured(f"{name} must be a whole number of at least {least}, not “{value}”.")
    if most is not None and int(value) > most:
        raise ImproperlyConfigured(f"{name} must be a whole number of at most {most}, not “{value}”.")
    return int(value)


def decimal(name: str, default: float, *, least: float) -> float:
    value = text(name)
    if not value:
        return default
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", value) or float(value) < least:
        raise ImproperlyConfigured(f"{name} must be a number such as 1.5, at least {least}, not “{value}”.")
    return float(value)


def words(name: str) -> list[str]:
    """A comma-separated list, without empty places."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def site_url(name: str, default: str) -> str:
    """An origin such as https://news.example, without a path or a final slash."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise ImproperlyConfigured(f"{name} must look like https://news.example, not “{value}”.")
    return value


def zone(name: str, default: str) -> str:
    value = text(name, default)
    if value not in zoneinfo.available_timezones():
        raise ImproperlyConfigured(f"{name} must be a time zone such as Africa/Cairo, not “{value}”.")
    return value
