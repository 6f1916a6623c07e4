"""An address typed while somebody else publishes the story: it is not saved, and the form says so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import desk
from articles.models import Article
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"
PATH = "/2026/03/02/rain-in-tripoli/"
NOT_SAVED = "The address you typed, “flood”, was not saved:"
PUBLISHED = f"{NOT_SAVED} the story has been published at {PATH} since."


@pytest.fixture
def story(reporter):
    return make_article(headline="Rain in Tripoli", by=reporter)


def test_is_not_saved_and_the_form_says_so(story, editor, sign_in):
    seen = typed(story)
    publish(story)

    page = sign_in(editor).post(form_url(story), {**seen, "slug": "flood", "kicker": "Weather"}, follow=True)

    story.refresh_from_db()
    assert (story.slug, story.kicker) == ("rain-in-tripoli", "Weather")
    assert f"{PUBLISHED} Use “Change address”." in words(page)


def test_is_said_where_nothing_else_was_typed(story, editor, sign_in):
    seen = typed(story)
    publish(story)

    page = sign_in(editor).post(form_url(story), {**seen, "slug": "flood"}, follow=True)

    assert (PUBLISHED in words(page), Article.objects.get().version) == (True, 1)


def test_whoever_may_not_change_it_is_told_whom_to_ask(story, reporter, sign_in):
    seen = typed(story)
    publish(story)

    page = sign_in(reporter).post(form_url(story), {**seen, "slug": "flood"}, follow=True)

    assert f"{PUBLISHED} An editor can change it." in words(page)


def test_a_scheduled_story_has_its_address_too(story, editor, sign_in):
    seen = typed(story)
    publish(story, at=timezone.now() + timedelta(hours=16))

    page = sign_in(editor).post(form_url(story), {**seen, "slug": "flood"}, follow=True)

    expected = f"{NOT_SAVED} the story has been scheduled since, to be found at /2026/03/03/rain-in-tripoli/."
    assert expected in words(page)


def test_is_said_when_it_is_joined_with_what_somebody_saved(story, editor, sign_in):
    seen = typed(story)
    publish(story)
    other = Article.objects.get()
    other.kicker = "Weather"
    desk.save(other, by=None)

    changed = {"slug": "flood", "headline": "Flood in Tripoli"}
    page = sign_in(editor).post(form_url(story), {**seen, **changed}, follow=True)

    story.refresh_from_db()
    assert (story.headline, story.kicker) == ("Flood in Tripoli", "Weather")
    assert PUBLISHED in words(page)


def test_is_said_where_the_form_is_refused(story, editor, sign_in):
    seen = typed(story)
    publish(story)

    page = sign_in(editor).post(form_url(story), {**seen, "slug": "flood", "headline": "Rain " * 100})

    assert (page.status_code, PUBLISHED in words(page)) == (200, True)


@pytest.mark.parametrize("saved_since", [False, True])
def test_is_said_of_what_was_kept_and_is_taken(story, editor, sign_in, saved_since):
    client = sign_in(editor)
    kept = {**typed(story), "article": story.pk, "sitting": SITTING, "slug": "flood", "kicker": "Weather"}
    client.post(reverse("admin:articles_article_sitting_keep"), kept)
    publish(story)
    if saved_since:
        desk.save(Article.objects.get(), by=None)

    page = client.post(form_url(story), {"_take": SITTING})

    assert page.context["adminform"].form["kicker"].value() == "Weather"
    assert PUBLISHED in words(page)


def test_is_no_choice_where_both_changed_something_else(story, editor, sign_in):
    client = sign_in(editor)
    kept = {**typed(story), "article": story.pk, "sitting": SITTING, "slug": "flood", "headline": "Flood"}
    client.post(reverse("admin:articles_article_sitting_keep"), kept)
    publish(story)
    other = Article.objects.get()
    other.headline = "Hail"
    desk.save(other, by=None)

    asked = client.get(f"/admin/articles/article/{story.pk}/join/{SITTING}/")
    picked = {"_join": SITTING, "seen_version": 2, "pick-headline": "mine"}
    picked["typed_at"] = asked.context["autosave"].typed_at.isoformat()
    page = client.post(form_url(story), picked, follow=True)

    story.refresh_from_db()
    assert [choice.key for choice in asked.context["choices"]] == ["headline"]
    assert (story.headline, PUBLISHED in words(page)) == ("Flood", True)


@pytest.mark.parametrize("slug", ["", "tripoli"])
def test_nothing_is_said_of_what_nobody_typed(editor, sign_in, slug):
    story = make_article(headline="Rain in Tripoli", slug=slug)
    seen = typed(story, sitting=str(uuid4()))
    publish(story)

    page = sign_in(editor).post(form_url(story), {**seen, "kicker": "Weather"}, follow=True)

    assert "address you typed" not in words(page)


def test_nothing_is_said_of_an_address_that_was_changed_since(editor, sign_in):
    story = make_article(slug="rain")
    seen = typed(story)
    publish(story)
    desk.rename(story, by=editor, slug="flood")

    page = sign_in(editor).post(form_url(story), {**seen, "kicker": "Weather"}, follow=True)

    assert "address you typed" not in words(page)


def test_nothing_is_said_of_what_was_typed_and_given(story, editor, sign_in):
    seen = typed(story)
    desk.rename(story, by=editor, slug="flood")
    publish(story)

    page = sign_in(editor).post(form_url(story), {**seen, "slug": "flood", "kicker": "Wet"}, follow=True)

    assert "address you typed" not in words(page)


def test_form_without_an_address_leaves_that_of_a_story_whose_publication_was_undone(editor, sign_in):
    story = make_article(slug="chosen", headline="Rain")
    publish(story)
    client, opened = sign_in(editor), typed(story, slug=None)
    kept = {**opened, "article": story.pk, "sitting": SITTING, "headline": "Flood"}
    client.post(reverse("admin:articles_article_sitting_keep"), kept)
    desk.undo(story, by=None)

    taken = client.post(form_url(story), {"_take": SITTING}).context["adminform"].form
    client.post(form_url(story), {**opened, "headline": "Hail"})

    story.refresh_from_db()
    assert (taken["slug"].value(), story.slug, story.headline) == ("chosen", "chosen", "Hail")
