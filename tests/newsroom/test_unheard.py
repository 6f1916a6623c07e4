"""What is sent to the desk after signing out, or with an old token, comes back and can be sent again."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.articles.admin.pages import form_url, move_url, typed
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def token_in(answer):
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.content.decode())[1]


@pytest.fixture
def story():
    return make_article(headline="Rain", body="<p>It rained.</p>")


@pytest.fixture
def client():
    """One who is asked for tokens, as a browser is, and is signed in as an editor."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(role="editor", name="Edgar Stone"))
    return client


def given_back(answer):
    return {field["name"]: field["value"] for field in answer.context["fields"]}


def test_old_token_gives_back_what_was_typed_and_takes_it_the_second_time(client, story):
    told = {**typed(story, headline="Hail & <b>rain</b>"), "csrfmiddlewaretoken": "x" * 64}

    refused = client.post(form_url(story), told, **HERE)
    unsaved = Article.objects.get().headline
    again = {**given_back(refused), "csrfmiddlewaretoken": token_in(refused)}
    client.post(form_url(story), again, **HERE)

    assert (refused.status_code, "Hail &amp; &lt;b&gt;rain&lt;/b&gt;" in refused.content.decode()) == (
        403,
        True,
    )
    assert "no-store" in refused["Cache-Control"]
    assert (unsaved, Article.objects.get().headline) == ("Rain", "Hail & <b>rain</b>")


def test_who_is_signed_out_finds_everything_still_there(client, story):
    token = token_in(client.get(form_url(story)))
    client.session.flush()

    answer = client.post(
        form_url(story), {**typed(story, headline="Hail"), "csrfmiddlewaretoken": token}, **HERE
    )

    assert answer.status_code == 403
    assert "You have been signed out" in answer.content.decode()
    assert given_back(answer)["headline"] == "Hail"
    assert given_back(answer)["body"] == "<p>It rained.</p>"


def test_pages_of_moves_give_back_too(client, story):
    answer = client.post(move_url(story, "send_back"), {"reason": "Name the ministry."}, **HERE)

    assert given_back(answer) == {"reason": "Name the ministry."}


@pytest.mark.parametrize(
    "headers",
    [{}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://elsewhere.example"}],
)
def test_what_comes_from_elsewhere_is_not_repeated(client, story, headers):
    answer = client.post(form_url(story), typed(story, headline="Forged words"), **headers)

    assert (answer.status_code, given_back(answer)) == (403, {})
    assert "Forged words" not in answer.content.decode()


def test_secrets_are_never_written_into_a_page(client):
    User.objects.update(is_superuser=True)
    told = {"username": "ann", "password1": "correct horse", "password2": "correct horse"}

    answer = client.post(reverse("admin:auth_user_add"), told, **HERE)

    assert given_back(answer) == {"username": "ann"}
    assert "correct horse" not in answer.content.decode()


def test_signing_in_with_an_old_token_leads_back_to_a_fresh_page():
    told = {"login": "ann", "password": "correct horse"}

    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", told, **HERE)

    assert (answer.status_code, given_back(answer)) == (403, {})
    assert '<a href="/accounts/login/">' in answer.content.decode()


def test_scripts_are_answered_without_a_page(client, story):
    answer = client.post(form_url(story), typed(story), HTTP_ACCEPT="application/json", **HERE)

    assert (answer.status_code, answer["Content-Type"]) == (403, "text/plain")


def test_signing_out_twice_is_no_error():
    assert Client().post(reverse("admin:logout")).status_code == 302
