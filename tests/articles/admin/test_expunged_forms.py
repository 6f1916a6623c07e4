"""Forms that were open while words were expunged: they can't bring the words back, and lose nothing typed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.articles.planting import tables_with_name
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NAME = "Zoë Müller"
BODY = f"<p>It was {NAME}.</p><p>Nobody was hurt.</p>"
SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"


@pytest.fixture
def story(editor):
    story = make_article(headline="Rain", body=BODY, by=editor)
    desk.save(story, by=editor)
    return story


@pytest.fixture
def client(editor, sign_in):
    return sign_in(editor)


def expunge(story):
    desk.expunge(Article.objects.get(pk=story.pk), by=None, words=NAME, reason="An order of the court.")


def tell(client, what, seen, **changes):
    url = reverse(f"admin:articles_article_sitting_{what}")
    return client.post(url, {**seen, "sitting": SITTING, **changes}).json()


@pytest.mark.parametrize("changes", [{}, {"kicker": "Weather"}, {"body": BODY.replace("hurt", "injured")}])
def test_form_opened_before_is_not_saved_and_holds_what_was_typed(story, client, changes):
    seen = typed(story)
    expunge(story)

    page = client.post(form_url(story), {**seen, "sitting": SITTING, **changes})

    assert "Words were removed from this story for good after you opened it" in words(page)
    assert page.context["adminform"].form["body"].value() == changes.get("body", BODY)
    assert (Article.objects.get(pk=story.pk).version, Autosave.objects.exists()) == (3, False)
    assert tables_with_name() == {}


def test_form_opened_before_is_kept_no_more(story, client):
    seen = {**typed(story), "article": story.pk}
    before = tell(client, "keep", seen, headline=f"{NAME} wins")
    expunge(story)

    answer = tell(client, "keep", seen, headline=f"{NAME} wins again")

    assert (before["is"], answer["is"]) == ("kept", "expunged")
    assert answer["saved"] == (
        "Words were removed from this story for good since you opened it. Open it anew to go on."
    )
    assert Autosave.objects.get().fields["headline"] == "[removed] wins"
    assert tables_with_name() == {}


def test_form_that_is_only_open_is_told(story, client):
    seen = {**typed(story), "article": story.pk}
    expunge(story)

    assert tell(client, "attend", seen)["saved"].startswith("Words were removed from this story")


def test_what_was_typed_before_is_offered_without_them_and_can_be_saved(story, client):
    seen = {**typed(story), "article": story.pk}
    tell(client, "keep", seen, headline=f"{NAME} wins", kicker="Weather")
    expunge(story)

    page = client.post(form_url(story), {"_take": SITTING})
    form = page.context["adminform"].form
    taken = {**typed(story), **{name: form[name].value() for name in ("headline", "kicker", "body")}}
    client.post(form_url(story), {**taken, "seen_version": form["seen_version"].value(), "sitting": SITTING})

    saved = Article.objects.get(pk=story.pk)
    assert (saved.headline, saved.kicker, saved.version) == ("[removed] wins", "Weather", 4)
    assert saved.body == BODY.replace(NAME, "[removed]")
    assert tables_with_name() == {}


def test_what_clashes_with_a_save_since_is_picked_without_them(story, client):
    seen = {**typed(story), "article": story.pk}
    tell(client, "keep", seen, headline=f"{NAME} wins")
    other = Article.objects.get(pk=story.pk)
    other.headline = "Storm"
    desk.save(other, by=None)
    expunge(story)

    page = client.post(form_url(story), {"_take": SITTING}, follow=True)

    assert page.redirect_chain[-1][0] == f"/admin/articles/article/{story.pk}/join/{SITTING}/"
    assert "[removed] wins" in words(page)
    assert NAME not in words(page)


def test_form_opened_afterwards_is_saved_and_joined_as_ever(story, client):
    expunge(story)
    seen = {**typed(Article.objects.get(pk=story.pk)), "article": story.pk}
    other = Article.objects.get(pk=story.pk)
    other.kicker = "Weather"
    desk.save(other, by=None)

    kept = tell(client, "keep", seen, headline="Storm", sitting=str(uuid4()))
    client.post(form_url(story), {**seen, "sitting": SITTING, "headline": "Storm"})

    saved = Article.objects.get(pk=story.pk)
    assert (kept["is"], saved.headline, saved.kicker, saved.version) == ("kept", "Storm", "Weather", 5)


def test_a_restored_copy_does_not_hold_them(story, client):
    desk.save(Article.objects.get(pk=story.pk), by=None)
    expunge(story)
    url = reverse("admin:articles_article_history_restore", args=[story.pk])

    client.post(url, {"version": 1, "seen_version": 4})

    saved = Article.objects.get(pk=story.pk)
    assert (saved.version, saved.body) == (5, BODY.replace(NAME, "[removed]"))


def test_form_of_a_new_story_that_is_sent_again_does_not_bring_the_words_back(client):
    add, told = (
        reverse("admin:articles_article_add"),
        {**typed(headline="Rain", body=BODY), "sitting": SITTING},
    )
    client.post(add, told)
    expunge(Article.objects.get())

    again = client.post(add, told, follow=True)

    assert "what was sent may hold them: it was not kept" in words(again)
    assert (tables_with_name(), Article.objects.count()) == ({}, 1)
