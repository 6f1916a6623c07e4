"""Addresses of the desk that nobody was handed: answered, never a 500."""

import pytest
from django.contrib.admin import site
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
@pytest.mark.parametrize(
    "question",
    [
        {"id__in": "9" * 30},
        {"saved_at__gte": "0001-01-01"},
        {"saved_at__range": ""},
        {"saved_at__iso_year": "0"},
        {"state__range": "draft,filed,ready"},
        {"credits": "9" * 30},
        {"topics__pk__in": "xxxx"},
    ],
)
def test_a_question_that_no_filter_asks(question, client, editor):
    client.force_login(editor)

    answer = client.get(reverse("admin:articles_article_changelist"), question)

    assert (answer.status_code, answer.url) == (302, "/admin/articles/article/?e=1")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "filter_name"),
    [("articles_article", "state__exact"), ("articles_topic", "kind__exact"), ("comments_comment", "status")],
)
def test_a_nul_in_a_filter(table, filter_name, client, administrator):
    client.force_login(administrator)

    answer = client.get(reverse(f"admin:{table}_changelist"), {filter_name: "a\0b"})

    assert answer.status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("table", [model._meta.label_lower.replace(".", "_") for model in site._registry])
def test_no_table_answers_what_its_filters_do_not_ask(table, client, administrator):
    administrator.is_superuser = True
    administrator.save()
    client.force_login(administrator)

    answer = client.get(reverse(f"admin:{table}_changelist"), {"pk__in": "9" * 30})

    assert answer.status_code == 302


@pytest.mark.django_db
def test_a_discussion_whose_number_no_database_holds(client, moderator):
    client.force_login(moderator)

    answer = client.get(reverse("admin:comments_discussion_change", args=["9" * 30]))

    assert answer.status_code == 302
