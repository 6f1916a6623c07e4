"""What was typed and never saved can be found again, whatever became of it: by its writer alone."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ADD = "/admin/articles/article/add/"
NEW = {
    "headline": "Rain",
    "kind": "news",
    "language": "en",
    "credits-TOTAL_FORMS": 0,
    "credits-INITIAL_FORMS": 0,
}


def sitting_url(what):
    return reverse(f"admin:articles_article_sitting_{what}")


def leftovers_url(story=None):
    return reverse("admin:articles_article_leftovers", args=[story.pk] if story else [])


def keep(client, story=None, sitting=None, **changes):
    """Type in an opened form; its name comes back."""
    sitting = sitting or str(uuid4())
    told = {**(typed(story) if story else NEW), "article": story.pk if story else "", "sitting": sitting}
    client.post(sitting_url("keep"), {**told, **changes})
    return sitting


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, headline="Rain")


def test_history_leads_to_all_of_it_page_by_page(story, reporter, sign_in, clock):
    client = sign_in(reporter)
    for number in range(7):
        clock.shift(60)
        keep(client, story, headline=f"Flood {number}")

    history = client.get(reverse("admin:articles_article_history", args=[story.pk]))
    first, second = (client.get(leftovers_url(story), {"page": page}) for page in (1, 2))

    assert (
        f'<a href="{leftovers_url(story)}">What you typed and did not save (7)</a>'
        in history.content.decode()
    )
    found = [re.findall(r"Flood (\d)", words(page)) for page in (first, second)]
    assert found == [["6", "5", "4", "3", "2"], ["1", "0"]]
    assert ['href="?page=2"' in first.content.decode(), 'href="?page=1"' in second.content.decode()] == [
        True
    ] * 2


def test_what_was_left_can_be_taken_after_all(story, reporter, sign_in):
    client = sign_in(reporter)
    sitting = keep(client, story, headline="Flood")
    left = client.post(sitting_url("leave"), {"sitting": sitting, "article": story.pk}, follow=True)

    page = client.get(leftovers_url(story))
    taken = client.post(form_url(story), {"_take": sitting})

    assert f'<a href="{leftovers_url(story)}">What you typed</a> stays for 30 days.' in left.content.decode()
    assert "Take it" in words(page)
    assert taken.context["adminform"].form["headline"].value() == "Flood"


def test_words_for_a_new_story_that_were_left_are_found_from_its_form(reporter, sign_in):
    client = sign_in(reporter)
    before = client.get(ADD).content.decode()
    client.post(sitting_url("leave"), {"sitting": keep(client, headline="Flood"), "article": ""})

    form = client.get(ADD)
    page = client.get(leftovers_url())

    assert [leftovers_url() in html for html in (before, form.content.decode())] == [False, True]
    assert form.context["desk"]["offers"] == []
    assert "Flood" in words(page)


def test_nobody_sees_those_of_another(story, reporter, editor, moderator, sign_in):
    keep(sign_in(reporter), story, headline="Flood")
    keep(sign_in(reporter), headline="Hail")

    own = [words(sign_in(editor).get(url)) for url in (leftovers_url(story), leftovers_url())]

    assert [("Flood" in page, "Hail" in page) for page in own] == [(False, False)] * 2
    assert sign_in(moderator).get(leftovers_url(story)).status_code == 403
    assert sign_in(editor).get(leftovers_url(Article(pk=99))).status_code == 404


def test_words_typed_after_a_new_story_was_saved_are_the_storys(reporter, sign_in):
    client, first = sign_in(reporter), str(uuid4())
    client.post(ADD, {**NEW, "sitting": first})
    story = Article.objects.get()

    keep(client, headline="Flood", taken=first)

    row = Autosave.objects.get()
    assert (row.article, row.base_version) == (story, 1)
    assert [offer.is_behind for offer in client.get(form_url(story)).context["desk"]["offers"]] == [False]


def test_a_form_that_goes_on_from_a_saved_one_begins_no_second_story(reporter, sign_in):
    client, first, second = sign_in(reporter), str(uuid4()), str(uuid4())
    client.post(ADD, {**NEW, "sitting": first})
    keep(client, headline="Flood", taken=first, sitting=second)

    again = client.post(ADD, {**NEW, "headline": "Flood", "sitting": second, "taken": first})

    story = Article.objects.get()
    assert again.url == form_url(story)
    assert [row.fields["headline"] for row in story.autosaves.unsaved()] == ["Flood"]


def test_words_taken_into_a_new_story_become_a_part_of_it(reporter, sign_in):
    client = sign_in(reporter)
    first = keep(client, headline="Secretname fled")
    page = client.post(ADD, {"_take": first})
    sitting, taken = (page.context["adminform"].form[name].value() for name in ("sitting", "taken"))
    client.post(ADD, {**NEW, "headline": "Secretname fled north", "sitting": sitting, "taken": taken})
    story = Article.objects.get()

    desk.expunge(story, by=None, words="Secretname", reason="An order of the court.")

    assert [row.article for row in Autosave.objects.all()] == [story]
    assert not any("Secretname" in str(row.fields) for row in Autosave.objects.all())


def test_expunging_reaches_words_for_new_stories_of_those_who_wrote_in_it(story, reporter, editor, sign_in):
    keep(sign_in(reporter), headline="Secretname fled")
    keep(sign_in(editor), headline="Secretname stayed")
    story.headline = "Secretname"
    desk.save(story, by=reporter)

    desk.expunge(story, by=None, words="Secretname", reason="An order of the court.")

    said = Autosave.objects.order_by("pk").values_list("fields__headline", flat=True)
    assert list(said) == ["[removed] fled", "Secretname stayed"]


@pytest.mark.parametrize("count", [1, 7])
def test_a_page_of_them_costs_the_same_however_many_there_are(
    story, reporter, sign_in, django_assert_num_queries, count
):
    client = sign_in(reporter)
    for number in range(count):
        keep(client, story, headline=f"Flood {number}")

    with django_assert_num_queries(7):
        client.get(leftovers_url(story))
