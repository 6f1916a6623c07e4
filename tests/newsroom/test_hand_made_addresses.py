"""Addresses of the desk that nobody was handed: answered, never a 500."""

import pytest
from django.urls import reverse

LISTS = [
    ("articles_article", "saved_at"),
    ("articles_edition", "live_from"),
    ("articles_deskentry", "at"),
    ("comments_moderationentry", "at"),
]


@pytest.mark.django_db
@pytest.mark.parametrize("year", ["1", "9999", "9" * 30, "9" * 5000])
@pytest.mark.parametrize(("table", "moment"), LISTS)
def test_a_year_that_no_calendar_holds(table, moment, year, client, administrator):
    client.force_login(administrator)

    answer = client.get(reverse(f"admin:{table}_changelist"), {f"{moment}__year": year})

    assert answer.status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("section", ["9" * 30, "9" * 5000, "²", "0"])
def test_a_section_that_is_none(section, client, editor):
    client.force_login(editor)

    answer = client.get(reverse("admin:articles_article_changelist"), {"section": section})

    assert answer.status_code == 200


@pytest.mark.django_db
def test_a_discussion_whose_number_no_database_holds(client, moderator):
    client.force_login(moderator)

    answer = client.get(reverse("admin:comments_discussion_change", args=["9" * 30]))

    assert answer.status_code == 302
