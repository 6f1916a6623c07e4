"""One mailbox has one address, however it is typed; so nobody is mailed twice by spelling it otherwise."""

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from comments.models import Comment, Writer
from tests.comments.factories import guest_post, make_writer
from tests.comments.mailed import deliver
from tests.comments.sending import new, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(
    "alike",
    [
        "ANN@reader.example",
        "ann+1@reader.example",
        "ann+b.c@Reader.Example",
        "ann@rea\u00adder.example",
        "ann@\uff52eader.example",
        "ann@\u24e1eader.example",
    ],
)
def test_one_person_has_one_mailbox_however_it_is_written(article, alike):
    guest_post(article, email="ann@reader.example")
    guest_post(article, email=alike)

    assert len(deliver()) == 1


def test_domain_has_one_spelling(article):
    for domain in ("b\u00fccher.example", "xn--bcher-kva.example", "B\u00dcCHER.example"):
        send(new(article), email=f"ann@{domain}")

    assert [message.to for message in deliver()] == [["ann@xn--bcher-kva.example"]]
    assert set(Comment.objects.values_list("email", flat=True)) == {"ann@xn--bcher-kva.example"}


@pytest.mark.parametrize("email", ['"ann"@reader.example', '"\\ann"@reader.example', "ann@[127.0.0.1]"])
def test_what_can_be_spelt_in_many_ways_is_no_address(article, email):
    assert send(new(article), email=email).status_code == 422


def test_addresses_of_before_are_spelt_alike_and_two_writers_are_one(article):
    lower, upper = make_writer("ann@reader.example"), make_writer("Ann@Reader.example")
    guest_post(article, name="Waiting")
    Comment.objects.update(email="Ben@B\u00fccher.example")
    Comment.objects.create(article=article, writer=upper, path="0002", name="Hers", posted_at=timezone.now())

    import_module("comments.migrations.0024_addresses_as_they_are_mailed").spell_alike(apps, None)

    found = Comment.objects.order_by("pk").values_list("name", "email", "writer")
    assert list(found) == [("Waiting", "ben@xn--bcher-kva.example", None), ("Hers", "", lower.pk)]
    assert list(Writer.objects.values_list("email", flat=True)) == ["ann@reader.example"]
