"""The log of decisions at the desk."""

import re

import pytest

from tests.comments.factories import guest_post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_foot_of_the_log_counts_decisions(client, article, moderator):
    client.force_login(moderator)
    for count in (1, 2):
        guest_post(article)
        page = client.get("/admin/comments/moderationentry/").content.decode()

        assert re.search(rf"\b{count} decision{'s' if count > 1 else ''}\s*</p>", page)
