"""What an opened form sends late, about itself, or with a number that nobody gave it."""

import pytest
from django.urls import reverse

from articles.models import Autosave
from tests.articles.admin.pages import form_url, typed
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"


def keep(client, story, **changes):
    told = {**typed(story), "article": story.pk, "sitting": SITTING, **changes}
    return client.post(reverse("admin:articles_article_sitting_keep"), told)


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, headline="Rain")


def test_of_two_states_the_one_with_more_edits_stays_whichever_comes_last(story, reporter, sign_in):
    client = sign_in(reporter)

    keep(client, story, headline="Rain and floods", edits=7)
    late = keep(client, story, headline="Rain and", edits=3, closed="1")
    kept = Autosave.objects.get().fields["headline"]
    keep(client, story, headline="Rain", edits=8)

    assert (late.json()["is"], kept) == ("kept", "Rain and floods")
    assert Autosave.objects.get().fields == {}


def test_a_form_is_not_offered_the_words_that_it_holds(story, reporter, sign_in):
    client = sign_in(reporter)
    keep(client, story, headline="Flood")

    refused = client.post(form_url(story), {**typed(story), "sitting": SITTING, "headline": "F" * 400})
    taken = client.post(form_url(story), {"_take": SITTING})
    elsewhere = client.get(form_url(story))

    assert [len(page.context["desk"]["offers"]) for page in (refused, taken, elsewhere)] == [0, 0, 1]


@pytest.mark.parametrize("number", ["9" * 19, "-1", "²", "\0", "1.5"])
def test_a_version_written_by_hand_is_no_error_of_ours(story, reporter, sign_in, number):
    told = {**typed(story), "sitting": SITTING, "headline": "Flood", "seen_version": number}

    assert sign_in(reporter).post(form_url(story), told).status_code == 200
