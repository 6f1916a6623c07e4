"""How mail leaves: one address (`EMAIL_URL`), told to Django in the words of its version."""

from typing import Any

import django

HAS_MAILERS = django.VERSION >= (6, 1)

#: Seconds after which a mail server that says nothing is given up, so that no visitor waits for it.
PATIENCE = 20

OPTIONS = {
    "EMAIL_HOST": "host",
    "EMAIL_PORT": "port",
    "EMAIL_HOST_USER": "username",
    "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls",
    "EMAIL_USE_SSL": "use_ssl",
    "EMAIL_TIMEOUT": "timeout",
}


def as_settings(address: dict[str, Any]) -> dict[str, Any]:
    """The settings for an address that was taken apart into the former `EMAIL_*` names."""
    backend = address["EMAIL_BACKEND"]
    if backend.endswith(".smtp.EmailBackend"):
        address = {**address, "EMAIL_TIMEOUT": PATIENCE}
        options = {word: address[name] for name, word in OPTIONS.items() if name in address}
    elif backend.endswith(".filebased.EmailBackend"):
        options = {"file_path": address["EMAIL_FILE_PATH"]}
    else:
        options = {}
    return {"MAILERS": {"default": {"BACKEND": backend, "OPTIONS": options}}} if HAS_MAILERS else address


def backend(settings: Any) -> str:
    return settings.MAILERS["default"]["BACKEND"] if HAS_MAILERS else settings.EMAIL_BACKEND
