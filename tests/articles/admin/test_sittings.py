"""What an opened form tells the desk, and what it is told: words kept, who is there, who is signed in."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from articles import desk
from articles.models import Article, Autosave
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article, make_contributor, make_section, make_topic, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SITTING = "6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11"
ADD = "/admin/articles/article/add/"


def url(what):
    return reverse(f"admin:articles_article_sitting_{what}")


def keep(client, story, *, sitting=SITTING, what="keep", **changes):
    key = {"article": story.pk if story else "", "sitting": sitting}
    return client.post(url(what), {**typed(story), **key, **changes})


@pytest.fixture
def story(reporter):
    return make_article(by=reporter, headline="Rain")


def test_keeps_all_that_the_form_holds(story, reporter, sign_in):
    libya, amina = make_topic(), make_contributor()
    credit = {"credits-TOTAL_FORMS": 1, "credits-0-contributor": amina.pk, "credits-0-role": "editor"}

    answer = keep(
        sign_in(reporter), story, headline="Flood", topics=[libya.pk], due_at="2026-05-14T0", **credit
    )

    kept = Autosave.objects.get().fields
    assert answer.json()["is"] == "kept"
    assert [kept[name] for name in ("headline", "topics", "credits", "due_at")] == [
        "Flood",
        [libya.pk],
        [[amina.pk, "editor", 0]],
        "2026-05-14T0",
    ]


def test_a_headline_that_is_far_too_long_is_kept_as_it_is(story, reporter, sign_in):
    keep(sign_in(reporter), story, headline="Rain " * 100)

    assert Autosave.objects.get().fields["headline"] == ("Rain " * 100).strip()


def test_a_body_is_kept_clean(story, reporter, sign_in):
    keep(sign_in(reporter), story, body="<p onclick='steal()'>New</p><script>steal()</script>")

    assert Autosave.objects.get().fields["body"] == "<p>New</p>"


def test_the_form_unchanged_is_settled(story, reporter, sign_in):
    answer = keep(sign_in(reporter), story)

    assert (answer.json()["is"], Autosave.objects.unsaved().exists()) == ("settled", False)


@pytest.mark.parametrize("what", ["keep", "attend", "token"])
def test_whoever_is_signed_out_is_told_so(story, what):
    client = Client()

    answer = client.get(url(what)) if what == "token" else keep(client, story, what=what)

    assert (answer.status_code, answer.json()["is"]) == (401, "signed-out")


def test_a_moderator_has_no_business_here_and_is_told_so(story, moderator, sign_in):
    answer = keep(sign_in(moderator), story)

    assert (answer.status_code, answer.json()["is"]) == (403, "barred")


def test_a_form_of_somebody_else_is_refused(story, reporter, editor, sign_in):
    answer = keep(sign_in(editor), story, headline="Flood", account=reporter.pk)

    assert (answer.status_code, answer.json()["is"], Autosave.objects.count()) == (403, "somebody-else", 0)


def test_anothers_sitting_is_refused(story, reporter, editor, sign_in):
    keep(sign_in(reporter), story, headline="Flood")

    answer = keep(sign_in(editor), story, headline="Stolen")

    assert (answer.status_code, answer.json()["is"]) == (403, "somebody-else")


def test_a_token_that_has_run_out_is_refused_and_a_fresh_one_given(story, reporter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)

    refused = keep(client, story, headline="Flood")
    fresh = client.get(url("token")).json()
    taken = keep(client, story, headline="Flood", csrfmiddlewaretoken=fresh["token"])

    assert (refused.status_code, taken.json()["is"]) == (403, "kept")
    assert fresh["account"] == reporter.pk


@pytest.mark.parametrize(
    "hostile",
    [
        {"sitting": "x"},
        {"sitting": ""},
        {"article": "x"},
        {"article": "9" * 40},
        {"seen_version": "-1"},
        {"credits-TOTAL_FORMS": "9" * 30},
        {"credits-TOTAL_FORMS": "x"},
        {"section": "x", "topics": ["y", "9" * 40]},
        {"headline": "a\0b"},
        {"due_at": "2026-13-45T99:99Z"},
        {"due_at": "9999-12-31T23:59Z"},
        {"section": "9" * 5000, "topics": ["9" * 5000]},
    ],
)
def test_what_is_made_up_by_hand_breaks_nothing(story, reporter, sign_in, hostile):
    client = sign_in(reporter)

    answer = keep(client, story, **hostile)

    assert answer.status_code in {200, 400}
    assert client.get(form_url(story)).status_code == 200


def test_tells_who_else_is_at_the_story(story, reporter, editor, sign_in, clock):
    keep(sign_in(reporter), story, headline="Flood")
    clock.shift(150)

    answer = keep(sign_in(editor), story, sitting=uuid4(), what="attend")
    page = sign_in(editor).get(form_url(story))

    assert answer.json()["presence"] == ["Amina Diallo is editing, 2\xa0minutes ago."]
    assert "Amina Diallo is editing, 2\xa0minutes ago." in page.content.decode()


def test_tells_that_somebody_just_looks(story, reporter, editor, sign_in):
    keep(sign_in(reporter), story, what="attend")

    answer = keep(sign_in(editor), story, sitting=uuid4(), what="attend")

    assert answer.json()["presence"] == ["Amina Diallo has this story open."]


def test_nobody_is_told_of_themselves_or_of_who_has_gone(story, reporter, editor, sign_in, clock):
    keep(sign_in(reporter), story, what="attend")
    keep(sign_in(make_user(role="editor")), story, sitting=uuid4(), headline="Flood", closed=1)

    own = keep(sign_in(reporter), story, sitting=uuid4(), what="attend")
    clock.shift(timedelta(minutes=11))
    late = keep(sign_in(editor), story, sitting=uuid4(), what="attend")

    assert [own.json()["presence"], late.json()["presence"]] == [[], []]


def test_tells_that_somebody_has_saved_since(story, reporter, editor, sign_in):
    seen = story.version
    desk.save(Article.objects.get(pk=story.pk), by=editor)

    answer = keep(sign_in(reporter), story, what="attend", seen_version=seen)

    assert answer.json()["saved"] == (
        "Edgar Stone has saved this story since you opened it. When you save, both are joined."
    )


def test_offers_what_was_typed_and_not_saved(story, reporter, sign_in):
    client = sign_in(reporter)
    keep(client, story, headline="Flood")

    page = client.get(form_url(story))

    (offer,) = page.context["desk"]["offers"]
    assert offer.typed == "Monday 2 March at 12:00 in Cairo (10:00 UTC)"
    assert [compared.name for compared in offer.comparison] == ["headline"]
    assert "Typed on Monday 2 March at 12:00 in Cairo (10:00 UTC), and not saved" in words(page)


def test_offers_a_new_story_that_was_never_saved(reporter, sign_in):
    client = sign_in(reporter)
    keep(client, None, headline="Flood")

    taken = client.post(ADD, {"_take": SITTING})

    assert "Flood" in words(client.get(ADD))
    assert taken.context["adminform"].form["headline"].value() == "Flood"
    assert not Article.objects.exists()


def test_a_story_that_was_taken_and_saved_is_offered_no_more(story, reporter, sign_in):
    client = sign_in(reporter)
    keep(client, story, headline="Flood")

    taken = client.post(form_url(story), {"_take": SITTING}).context["adminform"].form
    told = {name: taken[name].value() for name in ("headline", "sitting", "taken")}
    client.post(form_url(story), {**typed(story), **told})

    story.refresh_from_db()
    assert (story.headline, Autosave.objects.unsaved().count()) == ("Flood", 0)


def test_credits_and_topics_are_taken_too(story, reporter, sign_in):
    libya, amina = make_topic(), make_contributor()
    story.credits.create(contributor=make_contributor(name="Ali Ben"))
    client = sign_in(reporter)
    credit = {"credits-TOTAL_FORMS": 1, "credits-0-contributor": amina.pk, "credits-0-role": "author"}
    keep(client, story, topics=[libya.pk], **credit)

    page = client.post(form_url(story), {"_take": SITTING})

    rows = page.context["inline_admin_formsets"][0].formset.forms
    shown = [(int(form["contributor"].value()), bool(form["DELETE"].value())) for form in rows]
    assert shown == [(story.credits.get().contributor_id, True), (amina.pk, False)]
    assert page.context["adminform"].form["topics"].value() == [str(libya.pk)]


def test_nobody_is_offered_what_another_typed(story, reporter, editor, sign_in):
    keep(sign_in(reporter), story, headline="Flood")

    page = sign_in(editor).get(form_url(story))
    taken = sign_in(editor).post(form_url(story), {"_take": SITTING}, follow=True)

    assert page.context["desk"]["offers"] == []
    assert "That is not there to take any more" in words(taken)
    assert "Flood" not in words(taken)


def test_what_is_left_is_not_offered_but_stays_among_the_leftovers(story, reporter, sign_in):
    client = sign_in(reporter)
    keep(client, story, headline="Flood")

    page = client.post(url("leave"), {"sitting": SITTING, "article": story.pk}, follow=True)
    leftovers = client.get(reverse("admin:articles_article_leftovers", args=[story.pk]))

    assert page.context["desk"]["offers"] == []
    assert [offer.is_left for offer in leftovers.context["offers"]] == [True]


def test_offers_come_as_a_piece_of_the_page(story, reporter, sign_in):
    client = sign_in(reporter)
    keep(client, story, headline="Flood")

    piece = client.get(url("offers"), {"article": story.pk, "sitting": uuid4()}).content.decode()
    own = client.get(url("offers"), {"article": story.pk, "sitting": SITTING}).content.decode()

    assert "Take it" in piece
    assert "Take it" not in own


@pytest.mark.parametrize("count", [1, 3])
def test_a_form_with_offers_costs_twelve_queries_whatever_they_hold(
    story, editor, sign_in, count, django_assert_num_queries
):
    client, amina = sign_in(editor), make_contributor()
    credit = {"credits-TOTAL_FORMS": 1, "credits-0-contributor": amina.pk, "credits-0-role": "editor"}
    for number in range(count):
        other = {"section": make_section(name=f"Section {number}").pk, "topics": [make_topic().pk]}
        keep(client, story, sitting=uuid4(), assignee=editor.pk, **other, **credit)

    with django_assert_num_queries(12):
        assert len(client.get(form_url(story)).context["desk"]["offers"]) == count
