"""Redirects that lead to a story, or stand at an address of its, after words were expunged from it."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from articles import desk
from articles.models import Redirect
from tests.articles.test_expunge import AMINA, expunge
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FORMER, NEW = "/2026/03/02/amina-diallo-wins/", "/2026/03/02/removed-wins/"


@pytest.fixture
def story():
    return make_published(headline="Amina Diallo wins")


def redirect(old_path, new_path):
    return Redirect.objects.create(old_path=old_path, new_path=new_path)


def redirects():
    return dict(Redirect.objects.values_list("old_path", "new_path"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"/winner/": FORMER}, {"/winner/": NEW}),
        ({"/winner/": f"{FORMER}changes/2/"}, {"/winner/": f"{NEW}changes/2/"}),
        ({"/winner/": f"{FORMER}amina-diallo/"}, {"/winner/": NEW}),
        ({"/amina-diallo/": FORMER}, {}),
        ({"/winner/": "/amina-diallo/", "/amina-diallo/": FORMER}, {"/winner/": NEW}),
        ({"/winner/": "/diallo/", "/diallo/": FORMER}, {"/winner/": "/diallo/", "/diallo/": NEW}),
        ({NEW: FORMER}, {}),
        ({FORMER: "/elsewhere/"}, {}),
        ({"/one/": "/other/", "/other/": "/one/"}, {"/one/": "/other/", "/other/": "/one/"}),
        ({"/by/amina/": "/by/amina-diallo/"}, {"/by/amina/": "/by/amina-diallo/"}),
        ({"/amina-diallo/": "/sport/"}, {"/amina-diallo/": "/sport/"}),
    ],
)
def test_they_lead_to_the_new_address_or_go(story, before, after):
    for old_path, new_path in before.items():
        redirect(old_path, new_path)

    expunge(story)

    assert redirects() == after


def test_one_of_the_words_goes_where_the_address_stays(client):
    story = make_published(headline="Rain", slug="rain", body=f"<p>{AMINA} ran.</p>")
    redirect("/2026/03/02/amina-diallo-ran/", "/2026/03/02/rain/")
    redirect("/rain/", "/2026/03/02/rain/")

    expunge(story)

    assert redirects() == {"/rain/": "/2026/03/02/rain/"}
    assert client.get("/2026/03/02/amina-diallo-ran/").status_code == 404


def test_readers_are_led_to_an_address_that_got_a_number(client, story):
    make_published(headline="Removed wins")
    redirect("/winner/", FORMER)

    expunge(story)

    assert client.get("/winner/").headers["Location"] == "/2026/03/02/removed-wins-2/"


def test_each_leads_to_the_address_that_it_led_to(story):
    desk.rename(story, by=None, slug="diallo-amina-diallo")
    redirect("/first/", FORMER)
    redirect("/last/", "/2026/03/02/diallo-amina-diallo/")

    expunge(story)

    assert redirects() == {"/first/": NEW, "/last/": "/2026/03/02/diallo-removed/"}


def test_one_that_has_no_room_for_the_new_address_goes(story):
    story.addresses.update(path=f"/{'x' * 170}-amina-diallo/")
    redirect("/winner/", f"/{'x' * 170}-amina-diallo/")

    expunge(story, replacement="somebody who has asked not to be named")

    assert redirects() == {}


def test_an_address_spelt_with_percents_is_the_same():
    story = make_published(headline="Rain", slug="rain")
    story.addresses.update(path="/by-zoë-stone/")
    redirect("/winner/", "/by-zo%C3%AB-stone/")

    expunge(story, words="Zoë Stone")

    assert redirects() == {"/winner/": "/by-removed/"}


def test_the_stock_log_names_them_no_more(story, administrator):
    winner = redirect("/winner/", FORMER)
    entry = LogEntry.objects.create(
        user=administrator,
        content_type=ContentType.objects.get_for_model(Redirect),
        object_id=winner.pk,
        object_repr=str(winner),
        action_flag=CHANGE,
    )

    expunge(story, words="Diallo")

    entry.refresh_from_db()
    assert entry.object_repr == "/winner/ → /2026/03/02/amina-removed-wins/"


def test_they_count_as_places(story):
    before = desk.look_for_words(story, words=AMINA)
    redirect("/winner/", FORMER)

    after = desk.look_for_words(story, words=AMINA)

    assert (after.count - before.count, after.fingerprint == before.fingerprint) == (1, False)
