"""The page on which words are expunged: it shows where they stand before anything is changed."""

import logging
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import Sitting
from articles.desk.fields import fields_of
from articles.models import Article, ArticleCredit, DeskEntry, Redirect, Topic
from tests.articles.admin.pages import buttons, words
from tests.articles.records import everything
from tests.factories import make_article, make_contributor, make_published, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NAME = "Amina Diallo"
TOLD = {"words": "amina  diallo", "replacement": "[removed]", "reason": "An order of the court."}


@pytest.fixture
def ada(sign_in, db):
    return sign_in(make_user(role="administrator", name="Ada Root"))


def page_url(story):
    return f"/admin/articles/article/{story.pk}/expunge/"


def look(client, story, **told):
    return client.post(page_url(story), {**TOLD, "_look": "1", **told})


def press(client, story, shown, **told):
    fingerprint = shown.context["found"].fingerprint
    return client.post(page_url(story), {**TOLD, "_expunge": "1", "seen": fingerprint, **told})


def test_shows_where_they_stand_and_changes_nothing(ada):
    story = make_published(headline=f"{NAME} wins", body=f"<p>Said {NAME} of rain.</p>")
    before = everything()

    page = look(ada, story)

    assert everything() == before
    assert [(line.name, line.count, line.shown) for line in page.context["lines"]] == [
        ("The story", 3, ["Amina Diallo wins", "Said Amina Diallo of rain.", "amina-diallo-wins"]),
        ("Published versions", 4, ["Amina Diallo wins", "Said Amina Diallo of rain."]),
        ("Web addresses", 1, ["/2026/03/02/amina-diallo-wins/"]),
    ]
    assert "Expunge from 8 places for ever" in words(page)
    assert "It becomes /2026/03/02/removed-wins/" in words(page)


def test_shows_redirects_that_lead_to_the_story(ada):
    story = make_published(headline=f"{NAME} wins")
    Redirect.objects.create(old_path="/winner/", new_path="/2026/03/02/amina-diallo-wins/")

    lines = look(ada, story).context["lines"]

    shown = [(line.count, line.shown) for line in lines if line.name == "Redirects to the story"]
    assert shown == [(1, ["/2026/03/02/amina-diallo-wins/"])]


def test_counts_what_others_typed_and_never_saved_without_showing_it(ada):
    story = make_article(headline="Rain")
    typed = {**fields_of(story), "headline": f"My hunch about {NAME}"}
    autosaving.hold_fast(Sitting(uuid4(), make_user(role="reporter"), story, 1), typed, timezone.now())

    page = look(ada, story)

    assert [(line.name, line.count, line.shown) for line in page.context["lines"]] == [
        ("Typed and not saved", 1, [])
    ]
    assert ("My hunch" in words(page), "since it is its writer’s alone" in words(page)) == (False, True)


def test_second_press_expunges_and_says_so_without_them(ada):
    story = make_published(headline=f"{NAME} wins")

    answer = press(ada, story, look(ada, story))
    page = ada.get(answer.url)

    assert answer.url == f"/admin/articles/article/{story.pk}/change/"
    assert "Ada Root removed words for good from 4 places." in words(page)
    assert Article.objects.get(pk=story.pk).headline == "[removed] wins"


@pytest.mark.parametrize("change", ["story", "words", "replacement"])
def test_what_changed_between_the_presses_is_shown_anew(ada, change):
    story = make_article(headline=f"{NAME} wins", kicker="Amina")
    shown = look(ada, story)
    told = {"words": {"words": "Amina"}, "replacement": {"replacement": "a woman"}}.get(change, {})
    if change == "story":
        desk.save(Article.objects.get(pk=story.pk), by=None)

    page = press(ada, story, shown, **told)

    assert "have changed since you looked. Look at the places once more." in words(page)
    assert page.context["found"].fingerprint != shown.context["found"].fingerprint
    assert Article.objects.get(pk=story.pk).headline == f"{NAME} wins"


def test_without_a_look_nothing_is_expunged(ada):
    story = make_article(headline=f"{NAME} wins")

    page = ada.post(page_url(story), {**TOLD, "_expunge": "1"})

    assert "Expunge from 1 place for ever" in words(page)
    assert Article.objects.get(pk=story.pk).headline == f"{NAME} wins"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"words": "-"}, "Enter at least two letters or digits to be expunged."),
        ({"replacement": "Amina"}, "What stands in their place must not have a word of them."),
        ({"reason": ""}, "This field is required."),
        ({"words": "Jonas"}, "This story does not hold these words anywhere. Nothing was changed."),
    ],
)
def test_says_in_a_sentence_what_is_wrong_and_keeps_what_was_typed(ada, told, sentence):
    page = look(ada, make_article(headline=f"{NAME} wins"), **told)

    assert sentence in words(page)
    form = page.context["form"]
    assert {name: form[name].value() for name in TOLD} == {**TOLD, **told}
    assert "_expunge" not in page.content.decode()


def test_names_in_the_reason_are_refused_before_the_log_has_them(ada):
    story = make_article(headline=f"{NAME} wins")
    told = {"reason": "Amina Diallo asked."}

    page = press(ada, story, look(ada, story, **told), **told)

    assert "The log keeps the reason: give it without the words themselves." in words(page)
    assert not DeskEntry.objects.exists()


def test_the_answer_is_kept_by_no_cache_and_its_address_holds_nothing(ada, caplog):
    caplog.set_level(logging.DEBUG)
    story = make_article(headline="Rain", standfirst=f"{NAME} wins")

    shown = look(ada, story)
    answer = press(ada, story, shown)

    assert "no-store" in shown.headers["Cache-Control"]
    assert "mina" not in f"{answer.url} {answer.headers} {answer.cookies}"
    assert "mina" not in caplog.text.replace(f"{NAME} wins", "")
    entry = DeskEntry.objects.get(verb="expunge")
    assert "mina" not in f"{entry.reason} {entry.details} {entry}"


def test_names_other_stories_that_hold_them(ada):
    story = make_article(headline=f"{NAME} wins")
    make_article(headline="Amina Toure met Ann Diallo")
    make_article(body="<p>Of amina <em>DIALLO</em>.</p>", headline="In the text")
    corrected = make_published(headline="Amina Diallo loses")
    corrected.headline = "Somebody loses"
    desk.save(corrected, by=None)
    publish(corrected, change="minor")

    others = look(ada, story).context["others"]

    assert sorted(other["story"] for other in others) == ["In the text", "Somebody loses"]


def test_leads_to_its_comments_and_names_pages_that_stay(ada):
    story = make_article(headline="Rain")
    ArticleCredit.objects.create(article=story, contributor=make_contributor(name=NAME))
    Topic.objects.create(name=NAME, slug="amina")

    page = look(ada, story)

    assert "The contributor “Amina Diallo” has a page of its own" in words(page)
    assert "The topic “Amina Diallo” has a page of its own" in words(page)
    comments = f"/admin/comments/comment/?status=all&amp;story={story.pk}"
    assert f'href="{comments}"' in page.content.decode()
    assert ada.get(comments.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("role", ["editor", "reporter", "moderator"])
def test_nobody_else_comes_here_or_is_led_here(role, sign_in):
    story = make_article(headline=f"{NAME} wins")
    client = sign_in(make_user(role=role))

    assert [client.get(page_url(story)).status_code, look(client, story).status_code] == [403, 403]
    history = client.get(f"/admin/articles/article/{story.pk}/history/").content.decode()
    assert "/expunge/" not in history


def test_history_leads_here_and_no_button_does(ada):
    story = make_article()

    assert (
        f'href="{page_url(story)}"'
        in ada.get(f"/admin/articles/article/{story.pk}/history/").content.decode()
    )
    assert [label for label in buttons(ada, story) if "xpunge" in label] == []
    assert ada.get(f"/admin/articles/article/{story.pk}/move/expunge/").status_code == 404


@pytest.mark.parametrize("copies", [1, 12])
def test_costs_the_same_for_one_copy_and_for_many(ada, copies, django_assert_num_queries, administrator):
    story = make_article(headline=f"{NAME} wins", by=administrator)
    topic = Topic.objects.create(name=NAME, slug="amina")
    story.topics.add(topic)
    for number in range(copies):
        desk.save(story, by=administrator)
        publish(story, change="minor" if number else None)
        ArticleCredit.objects.create(article=story, contributor=make_contributor(name=f"{NAME} {number}"))
        make_article(headline=f"{NAME} {number}")
    kind = ContentType.objects.get_for_model(Article)
    LogEntry.objects.create(user=administrator, content_type=kind, object_id=story.pk, action_flag=1)

    with django_assert_num_queries(11):
        look(ada, story)
