"""`/health/`: for monitors and load balancers."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_health_is_ok_while_the_database_answers(client):
    answer = client.get("/health/")

    assert (answer.status_code, answer.content, answer["Cache-Control"]) == (200, b"ok\n", "no-store")


@pytest.mark.django_db(transaction=True)
def test_health_says_when_the_database_does_not_answer(client, monkeypatch):
    connection.close()
    for name, value in (("HOST", "127.0.0.1"), ("PORT", "1"), ("NAME", "/nowhere/at/all")):
        monkeypatch.setitem(connection.settings_dict, name, value)

    answer = client.get("/health/")

    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert answer.content == b"The database does not answer.\n"


@pytest.mark.django_db
def test_health_answers_a_load_balancer_over_plain_http(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/health/").status_code == 200


def test_health_only_reads(client):
    assert client.post("/health/").status_code == 405
