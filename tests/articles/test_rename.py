"""`desk.rename`: another address, on purpose, with the former one leading there."""

from datetime import timedelta

import pytest

from articles import desk
from articles.models import Address
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DAY = "/2026/03/02"


def addresses():
    return list(Address.objects.values_list("path", "article", "is_current"))


def test_gives_the_story_another_address_and_keeps_the_former_one(editor, clock):
    article = make_published(slug="rain")
    clock.shift(timedelta(days=9))

    path = desk.rename(article, by=editor, slug=" Flood ")

    assert path == f"{DAY}/flood/"
    assert addresses() == [(f"{DAY}/flood/", article.pk, True), (f"{DAY}/rain/", article.pk, False)]
    assert (row(article)["slug"], article.slug) == ("flood", "flood")
    assert log_of(article)[1:] == [
        entry(
            "rename",
            editor,
            "draft",
            "draft",
            details={"old": f"{DAY}/rain/", "new": f"{DAY}/flood/"},
            at=NOON + timedelta(days=9),
        )
    ]


def test_goes_back_to_a_former_address(editor):
    article = make_published(slug="rain")
    desk.rename(article, by=editor, slug="flood")

    desk.rename(article, by=editor, slug="rain")

    assert addresses() == [(f"{DAY}/flood/", article.pk, False), (f"{DAY}/rain/", article.pk, True)]


def test_to_the_same_address_changes_nothing(editor):
    article = make_published(slug="rain")

    desk.rename(article, by=editor, slug="rain")

    assert addresses() == [(f"{DAY}/rain/", article.pk, True)]


def test_only_notes_the_slug_of_a_story_without_an_address(editor):
    article = make_article(slug="rain")

    path = desk.rename(article, by=editor, slug="flood")

    assert (path, addresses(), row(article)["slug"]) == ("", [], "flood")
    assert log_of(article) == [entry("rename", editor, "draft", "draft")]


def test_leaves_no_trace_at_an_address_that_was_never_public(editor):
    article = make_article(slug="rain")
    publish(article, at=NOON + HOUR)

    desk.rename(article, by=editor, slug="flood")

    assert addresses() == [(f"{DAY}/flood/", article.pk, True)]


@pytest.mark.parametrize("former", [False, True])
def test_is_refused_where_another_story_has_or_had_the_address(editor, former):
    other = make_published(slug="rain")
    if former:
        desk.rename(other, by=editor, slug="hail")
    article = make_published(slug="flood")

    with refused("address-taken"):
        desk.rename(article, by=editor, slug="rain")

    assert article.slug == "flood"


@pytest.mark.parametrize("slug", ["", "  ", "two words", "a/b", "../admin", "naïve", "x" * 121, "a\nb"])
def test_is_refused_for_what_can_not_be_an_address(editor, slug):
    article = make_published(slug="rain")

    with refused("bad-slug"):
        desk.rename(article, by=editor, slug=slug)

    assert article.slug == "rain"


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("rename", role, whose) is ((role, whose) in THE_DESK)
