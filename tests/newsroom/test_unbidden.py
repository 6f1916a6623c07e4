"""`/robots.txt` and `/favicon.ico`: asked for by everybody, on every site."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from PIL import Image

from tests.comments.factories import make_shown, path_of
from tests.factories import make_published

A_DAY = "public, max-age=86400"


def manners(answer):
    return answer["Cache-Control"], answer.get("Vary"), dict(answer.cookies)


def test_robots_are_told_in_plain_text(client):
    answer = client.get("/robots.txt")

    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert manners(answer) == (A_DAY, None, {})


@pytest.mark.django_db
def test_robots_read_stories_and_leave_forms_and_the_desk_alone(client):
    story = make_published()
    path, number = path_of(story), make_shown(story).number
    rules = [line for line in client.get("/robots.txt").content.decode().splitlines() if "Disallow" in line]

    closed = [reverse("admin:index"), reverse("account_login"), story.get_preview_url()]
    closed += [f"{path}comments/new/", f"{path}comments/{number}/reply/", f"{path}comments/sent/x/"]
    open_ = ["/", path, f"{path}comments/", f"{path}comments/{number}/"]

    assert [page for page in [*closed, *open_] if not is_disallowed(rules, page)] == open_


def is_disallowed(rules, page):
    """As RFC 9309 reads a rule: from the first character on, `*` for any others."""
    patterns = [re.escape(rule.split(": ")[1]).replace(r"\*", ".*") for rule in rules]
    return any(re.match(pattern, page) for pattern in patterns)


def test_favicon_leads_to_the_static_file(client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer["Location"]) == (302, "/static/favicon.ico")
    assert manners(answer) == (A_DAY, None, {})


def test_favicon_holds_the_usual_sizes():
    with Image.open(finders.find("favicon.ico")) as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


@pytest.mark.parametrize("path", ["/robots.txt", "/favicon.ico"])
def test_only_read(client, path):
    assert client.post(path).status_code == 405
