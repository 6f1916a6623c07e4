"""What can be checked about a configuration before it serves anyone. All of them run in `check --deploy`.

Errors are what would harm readers or the newsroom; warnings, what is likely a setting forgotten.
"""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connection

from newsroom import mail

MAIL_TO_NOBODY = {
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.dummy.EmailBackend",
    "django.core.mail.backends.filebased.EmailBackend",
    "django.core.mail.backends.locmem.EmailBackend",
}
LOCAL_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}


@register(Tags.security, deploy=True)
def no_demo_accounts(**kwargs: Any) -> list[CheckMessage]:
    """A database without tables has no accounts; one that does not answer is its own warning."""
    from django.contrib.auth.models import User

    from newsroom import demo

    try:
        if User._meta.db_table not in connection.introspection.table_names():
            return []
        names = ", ".join(user.username for user in demo.accounts())
    except DatabaseError as error:
        return [
            Warning(
                f"The database does not answer, so accounts could not be checked: {error}",
                hint="Set DATABASE_URL, and see that the database runs.",
                id="newsroom.W001",
            )
        ]
    if not names:
        return []
    return [
        Error(
            f"There are demo accounts: {names}.",
            hint="Make accounts of your own, then run `manage.py demo_accounts --remove`.",
            id="newsroom.E001",
        )
    ]


@register(Tags.security, deploy=True)
def public_address(**kwargs: Any) -> list[CheckMessage]:
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme == "https" and parts.hostname not in LOCAL_NAMES:
        return []
    return [
        Error(
            f"SITE_URL is {settings.SITE_URL}, which is not how readers reach a site safely.",
            hint="Set SITE_URL to the public address, such as https://news.example.",
            id="newsroom.E002",
        )
    ]


@register(Tags.caches, deploy=True)
def one_cache_for_all_processes(**kwargs: Any) -> list[CheckMessage]:
    """A cache of its own in each process would show a removed comment to some of the readers."""
    backend = settings.CACHES["default"]["BACKEND"]
    if backend != LOCAL_MEMORY or settings.PROCESS_COUNT == 1:
        return []
    return [
        Error(
            f"{settings.PROCESS_COUNT} processes would each keep a cache of their own in memory.",
            hint="Set CACHE_URL to a cache that they share (Redis), or GRANIAN_WORKERS=1.",
            id="newsroom.E003",
        )
    ]


@register(Tags.security, deploy=True)
def mail_that_arrives(**kwargs: Any) -> list[CheckMessage]:
    if mail.backend(settings) not in MAIL_TO_NOBODY:
        return []
    return [
        Warning(
            "Mail is not sent to anyone, so nobody can set a lost password anew.",
            hint="Set EMAIL_URL, such as smtp+tls://user:password@mail.example:587.",
            id="newsroom.W002",
        )
    ]


@register(Tags.security, deploy=True)
def proxy_that_is_trusted(**kwargs: Any) -> list[CheckMessage]:
    """Behind nginx every request arrives over plain http, and would be sent to https for ever."""
    if not settings.IS_HTTPS or settings.TRUSTED_PROXY_COUNT:
        return []
    return [
        Warning(
            "SITE_URL is https, but no proxy is trusted to say that a request came over https.",
            hint="Behind nginx set TRUSTED_PROXY_COUNT=1, or every page redirects to itself.",
            id="newsroom.W003",
        )
    ]
