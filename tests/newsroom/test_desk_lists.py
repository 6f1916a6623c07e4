"""The lists of the desk: what they are called, and what they say of their filters."""

import pytest
from django.contrib.auth.models import User

from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/admin/articles/article/", "Stories"),
        ("/admin/articles/deskentry/", "The desk's log"),
        ("/admin/comments/comment/", "Comments"),
        ("/admin/comments/discussion/", "Discussions"),
        ("/admin/auth/user/", "Users"),
    ],
)
def test_list_is_headed_by_what_it_lists(client, path, heading):
    page = see(client, path)

    assert (page.texts("h1"), page.texts("title")) == ([heading], [f"{heading} | The Newsroom desk"])


@pytest.mark.parametrize(
    ("query", "summary"),
    [
        ("", "Filter"),
        ("?whose=mine", "Filter: 1 in use"),
        ("?whose=mine&state__exact=draft&o=1&q=rain", "Filter: 2 in use"),
    ],
)
def test_folded_filters_say_how_many_are_in_use(client, query, summary):
    assert see(client, f"/admin/articles/article/{query}").texts("summary")[0] == summary


def test_rooms_are_called_the_same_everywhere(client):
    assert "People" in see(client, "/admin/auth/user/").texts("a")


def see(client, path):
    client.force_login(User.objects.create_superuser("root", "root@news.example", "correct horse"))
    return read(path, client)
