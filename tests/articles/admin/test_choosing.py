"""The page on which one of two people picks: what it decides on, and what it goes on to."""

import pytest

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.articles.mistakes import make_mistake
from tests.factories import make_article, make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"
KEEP = "/admin/articles/article/sitting/keep/"


def clash(client, story, **pressed):
    """The page of choices: both wrote another headline."""
    seen = typed(story)
    theirs = Article.objects.get(pk=story.pk)
    theirs.headline = "Convoy crosses"
    desk.save(theirs, by=make_user(role="editor", name="Amina Diallo"))
    mine = {**seen, "sitting": SITTING, "headline": "Convoy flees", **pressed}
    return client.post(form_url(story), mine, follow=True)


def choose(client, story, page, pick, **pressed):
    shown = {
        "_join": SITTING,
        "seen_version": page.context["original"].version,
        "typed_at": page.context["autosave"].typed_at.isoformat(),
    }
    return client.post(form_url(story), {**shown, "pick-headline": pick, **pressed}, follow=True)


def test_words_typed_after_the_page_was_shown_are_shown_first(editor, sign_in, clock):
    story, client = make_article(headline="Convoy leaves"), sign_in(editor)
    page = clash(client, story)
    clock.shift(60)
    more = {**typed(story), "seen_version": 1, "headline": "Convoy flees with three hundred people"}
    client.post(KEEP, {**more, "sitting": SITTING, "article": story.pk})

    asked = choose(client, story, page, "theirs")

    assert "You have typed on since this page was shown." in words(asked)
    assert "three hundred people" in words(asked)
    assert Autosave.objects.unsaved().count() == 1
    choose(client, story, asked, "mine")
    assert Article.objects.get().headline == "Convoy flees with three hundred people"


def test_what_was_typed_before_and_comes_again_is_no_reason_to_ask_again(editor, sign_in, clock):
    story, client = make_article(headline="Convoy leaves"), sign_in(editor)
    page = clash(client, story)
    clock.shift(60)
    again = {**typed(story), "seen_version": 1, "headline": "Convoy flees"}
    client.post(KEEP, {**again, "sitting": SITTING, "article": story.pk, "closed": "1"})

    choose(client, story, page, "mine")

    assert Article.objects.get().headline == "Convoy flees"


@pytest.mark.parametrize(
    ("role", "pressed", "label"),
    [
        ("reporter", {"_move": "file"}, "File to the desk"),
        ("editor", {"_move": "publish"}, "Publish"),
        ("editor", {"_move": "replace"}, "Replace it"),
        ("editor", {"_mistake": "take_mistake 1"}, "Make it a correction"),
    ],
)
def test_says_what_it_goes_on_to_and_offers_not_to(role, pressed, label, sign_in):
    person = make_user(role=role)
    client, story = sign_in(person), make_article(headline="Convoy leaves", by=person)

    page = clash(client, story, **pressed)

    ((name, value),) = pressed.items()
    button = f'name="{name}" value="{value}" class="main">Save with these choices, then “{label}”</button>'
    assert button in page.content.decode()
    assert (
        '<button type="submit" name="_save" value="1">Save with these choices</button>'
        in page.content.decode()
    )


def test_goes_on_only_if_told_so(reporter, sign_in):
    client, story = sign_in(reporter), make_article(headline="Convoy leaves", by=reporter)

    choose(client, story, clash(client, story, _move="file"), "mine")
    left = Article.objects.get().state
    choose(client, story, clash(client, story, _move="file"), "mine", _move="file")

    assert (left, Article.objects.get().state) == ("draft", "filed")


def test_a_mistake_is_taken_up_after_the_choices(editor, sign_in):
    story = make_published(headline="Convoy leaves")
    mistake = make_mistake(story)
    client, press = sign_in(editor), {"_mistake": f"take_mistake {mistake.pk}"}

    choose(client, story, clash(client, story, **press), "mine", **press)

    mistake.refresh_from_db()
    assert (mistake.state, Article.objects.get().headline) == ("taken", "Convoy flees")


def test_who_may_not_save_any_more_is_told_so(reporter, sign_in):
    client, story = sign_in(reporter), make_article(headline="Convoy leaves", by=reporter)
    page = clash(client, story)
    address = page.redirect_chain[-1][0]
    desk.file(Article.objects.get(), by=None)

    told = client.get(address, follow=True)

    assert "You can't save this story any more. What you typed is kept." in words(told)
    assert Autosave.objects.unsaved().count() == 1


def test_two_texts_that_differ_in_kind_alone_say_so(editor, sign_in):
    story, client = make_article(body="<p>Same words here.</p>"), sign_in(editor)
    seen = typed(story)
    story.body = "<blockquote><p>Same words here.</p></blockquote>"
    desk.save(story, by=None)

    page = client.post(
        form_url(story), {**seen, "sitting": SITTING, "body": "<h2>Same words here.</h2>"}, follow=True
    )

    assert "(now a heading)" in words(page)
    assert "(now a quotation)" in words(page)
