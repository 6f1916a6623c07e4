"""Whoever works at the desk: no page or list of it holds a reader's e-mail address, nor finds one by it."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from comments.models import Appeal, Comment, Notice
from tests.comments.factories import browser
from tests.comments.planted import ADDRESS, digests, mail, plant
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ROLES = ["moderator", "editor", "administrator"]
LISTS = [model for model in admin.site._registry if model._meta.app_label == "comments"]
#: What shows a list without its usual filter.
EVERY = {
    "comment": {"status": "all"},
    "flag": {"outcome": "all"},
    "notice": {"decision": "all"},
    "appeal": {"decision": "all"},
}


@pytest.fixture(params=ROLES)
def desk(request):
    plant()
    return browser(make_user(role=request.param))


def pages():
    """Each list with all that is in it, each page of a row, and those that do something."""
    for model in LISTS:
        name = f"admin:comments_{model._meta.model_name}"
        for every in ("", "?status=all", "?outcome=all", "?decision=all"):
            yield reverse(f"{name}_changelist") + every
        yield from (reverse(f"{name}_change", args=[pk]) for pk in model.objects.values_list("pk", flat=True))
    for comment in Comment.objects.all():
        for what in ("block_from", "comment_blank", "comment_unblank"):
            yield reverse(f"admin:comments_{what}", args=[comment.pk])
    for model in (Notice, Appeal):
        name = f"admin:comments_{model._meta.model_name}_decide"
        yield from (reverse(name, args=[pk]) for pk in model.objects.values_list("pk", flat=True))
    yield from ("/admin/", "/admin/comments/", reverse("admin:comments_queue"))


def test_no_page_of_the_desk_holds_an_address(desk):
    leaks, answered = {}, []
    for page in pages():
        answer = desk.get(page)
        answered.append(answer.status_code)
        said = answer.content.decode()
        found = re.findall(rf"\w+@leak|{re.escape(ADDRESS)}|2001:db8:5ec", said)
        found += [digest for digest in digests() if digest in said]
        if found:
            leaks[page] = found

    assert leaks == {}
    assert set(answered) <= {200, 302, 403, 404}
    assert answered.count(200) > 20


@pytest.mark.parametrize("typed", ["notice", "proved", "held"])
def test_no_list_finds_anything_by_an_address(desk, typed):
    assert Comment.objects.filter(email=mail("held")).exists()
    for model in LISTS:
        address = reverse(f"admin:comments_{model._meta.model_name}_changelist")
        every = EVERY.get(model._meta.model_name, {})
        answers = [desk.get(address, {"q": q, **every}) for q in (mail(typed), "nobody@nowhere.example")]
        assert {answer.status_code for answer in answers} <= {200, 403}
        found = [answer.context["cl"].result_count for answer in answers if answer.status_code == 200]

        assert len(set(found)) <= 1, model
