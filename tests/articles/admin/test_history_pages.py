"""A story's history at the desk: its copies, what differs between two, and the way back."""

import pytest
from django.urls import reverse

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article, make_published, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def url(story, name=""):
    return reverse(f"admin:articles_article_history{name}", args=[story.pk])


def save(story, by, **fields):
    story = Article.objects.get(pk=story.pk)
    for name, value in fields.items():
        setattr(story, name, value)
    desk.save(story, by=by)


@pytest.fixture
def story(reporter, editor, clock):
    """Three copies: the reporter's, which was filed; the editor's, which was published; and one since."""
    article = desk.start(make_unsaved(headline="Rain"), by=reporter)
    clock.shift(60)
    desk.file(article, by=reporter)
    clock.shift(60)
    save(article, editor, headline="Flood", body="<p>The river rose.</p>")
    desk.publish(article, by=editor)
    clock.shift(60)
    save(article, editor, body="<p>The river rose by night.</p>")
    return Article.objects.get(pk=article.pk)


def make_unsaved(**fields):
    return Article(section=make_article().section, **fields)


def test_lists_each_save_with_what_changed_and_what_became_of_it(story, editor, sign_in):
    lines = sign_in(editor).get(url(story)).context["lines"]

    assert [
        (line.revision.version, line.revision.saved_by_name, line.what, line.milestones) for line in lines
    ] == [
        (3, "Edgar Stone", "body, address", []),
        (2, "Edgar Stone", "headline, body", ["As published (version 1)"]),
        (1, "Amina Diallo", "", ["As filed"]),
    ]


def test_what_is_scheduled_is_not_called_published(story, editor, sign_in, clock):
    clock.shift(60)
    desk.publish(story, by=editor, at=story.saved_at.replace(year=2027), change="update")

    lines = sign_in(editor).get(url(story)).context["lines"]

    assert lines[0].milestones == ["As scheduled (version 2)"]


def test_a_story_that_was_loaded_has_its_copy_as_it_stands(editor, sign_in):
    story = make_published(headline="Rain")

    lines = sign_in(editor).get(url(story)).context["lines"]

    assert [(line.revision.version, line.milestones) for line in lines] == [(1, ["As published (version 1)"])]
    assert not story.revisions.exists()


def test_long_histories_come_in_pages(editor, sign_in):
    story = make_article()
    for number in range(30):
        save(story, None, kicker=f"Kicker {number}")
    client = sign_in(editor)

    first = client.get(url(story))
    second = client.get(url(story), {"before": first.context["older"]})

    versions = [line.revision.version for page in (first, second) for line in page.context["lines"]]
    assert versions == list(range(31, 0, -1))
    assert [page.context["older"] for page in (first, second)] == [7, ""]
    assert first.context["lines"][-1].what == "kicker"


def test_what_was_filed_stands_beside_its_own_copy_on_every_page(editor, sign_in, clock):
    story = make_article()
    for number in range(2, 32):
        clock.shift(60)
        save(story, None, kicker=f"Kicker {number}")
        if number in {3, 31}:
            desk.file(story, by=None)
            desk.take_back(story, by=None)
    client = sign_in(editor)

    pages = [client.get(url(story), {"before": before} if before else {}) for before in (0, 7, 4)]

    filed = [
        [line.revision.version for line in page.context["lines"] if "As filed" in line.milestones]
        for page in pages
    ]
    assert filed == [[31], [3], [3]]


@pytest.mark.parametrize("copies", [1, 24])
def test_costs_the_same_whatever_its_length(copies, editor, sign_in, django_assert_num_queries):
    story = make_published(topics=(make_topic(),))
    for number in range(copies):
        save(story, editor, kicker=f"Kicker {number}")
    client = sign_in(editor)

    with django_assert_num_queries(9):
        client.get(url(story))


def test_compares_any_two_over_all_fields(story, editor, sign_in):
    page = sign_in(editor).get(url(story, "_compare"), {"from": 1, "to": 3})

    assert [compared.label for compared in page.context["comparison"]] == ["headline", "body", "address"]
    text = words(page)
    assert "[removed: Rain] [added: Flood]" in text
    assert "[added: The river rose by night.]" in text


def test_compares_from_the_older_to_the_newer_whichever_comes_first(story, editor, sign_in):
    page = sign_in(editor).get(url(story, "_compare"), {"from": 3, "to": 1})

    assert [page.context["old"].version, page.context["new"].version] == [1, 3]


@pytest.mark.parametrize("asked", [{}, {"from": 1}, {"from": "x", "to": 1}, {"from": 1, "to": 99}])
def test_copies_that_never_were_are_not_found(story, editor, sign_in, asked):
    assert sign_in(editor).get(url(story, "_compare"), asked).status_code == 404


def test_a_copy_compared_with_itself_says_so(story, editor, sign_in):
    assert "Nothing differs." in words(sign_in(editor).get(url(story, "_compare"), {"from": 2, "to": 2}))


def test_restores_one_field_by_one_press(story, editor, sign_in):
    client = sign_in(editor)
    page = client.get(url(story, "_compare"), {"from": 1, "to": 3})
    said = {"version": 1, "seen_version": page.context["original"].version, "field": "headline"}

    answer = client.post(url(story, "_restore"), said, follow=True)

    story.refresh_from_db()
    assert (story.headline, story.body, story.version) == ("Rain", "<p>The river rose by night.</p>", 4)
    assert answer.redirect_chain[-1][0] == form_url(story)
    assert "Edgar Stone restored headline of copy 1 (as copy 4)." in words(answer)


def test_restores_all_of_it(story, editor, sign_in):
    sign_in(editor).post(url(story, "_restore"), {"version": 1, "seen_version": 3})

    story.refresh_from_db()
    assert (story.headline, story.body, story.version) == ("Rain", "", 4)


def test_is_not_restored_over_what_somebody_saved_meanwhile(story, editor, sign_in):
    answer = sign_in(editor).post(url(story, "_restore"), {"version": 1, "seen_version": 2}, follow=True)

    story.refresh_from_db()
    assert story.version == 3
    assert "Somebody saved this story" in words(answer)


def test_who_may_not_save_may_not_restore(story, reporter, sign_in):
    desk.take_back(story, by=None) if story.state == "filed" else None
    Article.objects.filter(pk=story.pk).update(state="filed")
    client = sign_in(reporter)

    page = client.get(url(story, "_compare"), {"from": 1, "to": 3})
    client.post(url(story, "_restore"), {"version": 1, "seen_version": 3})

    story.refresh_from_db()
    assert (page.context["may_restore"], story.version) == (False, 3)


@pytest.mark.parametrize("name", ["", "_compare"])
def test_moderators_and_strangers_see_nothing(story, moderator, sign_in, client, name):
    asked = {"from": 1, "to": 2}

    assert sign_in(moderator).get(url(story, name), asked).status_code == 403
    assert client.get(url(story, name), asked).status_code == 302


def test_what_was_typed_and_not_saved_folds_away(story, editor, sign_in):
    client = sign_in(editor)
    sitting = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"
    keep = reverse("admin:articles_article_sitting_keep")
    client.post(keep, {**typed(story), "article": story.pk, "sitting": sitting, "headline": "Hail"})

    own = client.get(url(story))
    others = sign_in(make_user(role="editor")).get(url(story))

    assert [page.context["leftovers"] for page in (own, others)] == [1, 0]
    assert [len(page.context["lines"]) for page in (own, others)] == [3, 3]
    assert "What you typed and did not save (1)" in words(own)
    assert Autosave.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_restoring_needs_no_transaction_around_it(editor, sign_in):
    """As in a running newsroom: PostgreSQL locks no row outside of one."""
    story = make_article(headline="Rain", by=editor)
    save(story, editor, headline="Flood")

    sign_in(editor).post(url(story, "_restore"), {"version": 1, "seen_version": 2})

    assert Article.objects.get(pk=story.pk).headline == "Rain"
