"""Addresses that only their owners were given: neither log tells them."""

import logging
import re
from logging.config import DictConfigurator

import pytest
from django.conf import settings

from comments.urls import urlpatterns

TOKEN = "0123abcd:Sig-Na_ture"
WITH_TOKENS = [
    "/"
    + re.sub("<[^>]+>", lambda part: TOKEN if "token" in part[0] else "2026/03/02/rain", str(each.pattern))
    for each in urlpatterns
    if "token" in each.pattern.converters
]
OTHERS = [
    f"/accounts/password/reset/key/1-{TOKEN}/",
    f"/accounts/confirm-email/{TOKEN}/",
    f"/preview/{TOKEN}/",
]
PLAIN = ["/", "/2026/03/02/rain/", "/2026/03/02/rain/comments/12/", "/comments/mine/", "/world/sent/abc/"]


def in_journal(message, *args):
    line = {**settings.LOGGING["formatters"]["line"]}
    formatter = DictConfigurator(settings.LOGGING).configure_formatter(line)
    return formatter.format(logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None))


def by_nginx(address):
    """What the map in its configuration makes of an address."""
    text = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    lines = re.search(r"map \$request_uri \$logged_uri \{\n(.*?)\n\}", text, re.DOTALL)[1].splitlines()
    for line in lines:
        pattern, told = re.fullmatch(r'\s*"~(.+)"\s+(\S+);', line).groups()
        if found := re.search(pattern.replace("(?<", "(?P<"), address):
            return re.sub(r"\$(\w+)", lambda name: found[name[1]], told)
    return address


def test_there_are_such_addresses():
    assert len(WITH_TOKENS) >= 6


@pytest.mark.parametrize("address", [*WITH_TOKENS, *OTHERS])
@pytest.mark.parametrize("query", ["", "?from=mail"])
def test_neither_log_tells_a_link_that_can_be_followed(address, query):
    logged = [in_journal("%s: %s", "Gone", address + query), by_nginx(address + query)]

    assert [line for line in logged if "Sig" in line or "0123" in line] == []
    assert [("/-" in line) for line in logged] == [True, True]


@pytest.mark.parametrize("address", PLAIN)
def test_other_addresses_are_told_without_what_was_asked(address):
    assert in_journal("Not Found: %s", address).endswith(f": Not Found: {address}")
    assert by_nginx(f"{address}?q=fever") == address


@pytest.mark.django_db
def test_what_django_says_of_a_refused_method_holds_no_token(client, caplog):
    client.put(f"/comments/confirm/{TOKEN}/")

    (record,) = caplog.records
    assert TOKEN in record.getMessage()
    assert in_journal(record.msg, *record.args).endswith("Method Not Allowed (PUT): /comments/confirm/-/")
