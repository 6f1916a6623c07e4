"""The form of a story: what it saves, what it refuses, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article, ArticleCredit, DeskEntry
from tests.articles.admin.pages import form_url, typed, words
from tests.factories import make_article, make_contributor, make_published, make_topic, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ADD = "/admin/articles/article/add/"


def test_reporter_begins_a_story(reporter, sign_in):
    sign_in(reporter).post(ADD, typed(headline="Rain in Tripoli"))

    story = Article.objects.get()
    assert (story.headline, story.created_by, story.state, story.version) == (
        "Rain in Tripoli",
        reporter,
        "draft",
        1,
    )


def test_a_new_story_that_is_sent_twice_is_begun_once(reporter, sign_in):
    client, sent = sign_in(reporter), typed(headline="Rain", sitting="6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11")

    answers = [client.post(ADD, sent) for _ in range(2)]

    story = Article.objects.get()
    assert [answer.url for answer in answers] == [form_url(story)] * 2


def test_what_was_added_before_it_was_sent_again_is_offered(reporter, sign_in):
    client, sent = sign_in(reporter), typed(headline="Rain", sitting="6f1c0a52-6a5b-4c1e-9d52-0d6f4f7b1a11")
    client.post(ADD, sent)

    page = client.post(ADD, {**sent, "headline": "Rain, and hail"}, follow=True)

    (offer,) = page.context["desk"]["offers"]
    assert [compared.name for compared in offer.comparison] == ["headline"]


def test_saving_is_a_verb_and_a_new_version(reporter, sign_in):
    story = make_article(by=reporter)

    sign_in(reporter).post(form_url(story), typed(story, headline="Rain, at last"))

    story.refresh_from_db()
    entry = story.desk_entries.get()
    assert (story.headline, story.version) == ("Rain, at last", 2)
    assert (entry.verb, entry.actor, entry.details) == ("save", reporter, {"version": 2})


def test_saving_what_has_not_changed_makes_no_version(reporter, sign_in):
    story = make_article(by=reporter, standfirst="One line.\nAnother.", body="<p>One.</p>\n<p>Two.</p>")

    as_browsers_send_it = {"standfirst": "One line.\r\nAnother.", "body": "<p>One.</p>\r\n<p>Two.</p>"}
    sign_in(reporter).post(form_url(story), typed(story, **as_browsers_send_it))

    story.refresh_from_db()
    assert (story.version, story.desk_entries.count()) == (1, 0)


def test_changed_topics_make_a_version(reporter, sign_in):
    story = make_article(by=reporter)
    libya = make_topic()

    sign_in(reporter).post(form_url(story), typed(story, topics=[libya.pk]))

    story.refresh_from_db()
    assert (story.version, list(story.topics.all())) == (2, [libya])


def test_changed_credits_make_a_version(reporter, sign_in):
    story = make_article(by=reporter)
    amina = make_contributor()

    sign_in(reporter).post(form_url(story), typed(story, **credit(amina)))

    story.refresh_from_db()
    assert (story.version, [credit.contributor for credit in story.credits.all()]) == (2, [amina])


def credit(contributor):
    return {
        "credits-TOTAL_FORMS": 1,
        "credits-0-contributor": contributor.pk,
        "credits-0-role": "author",
        "credits-0-order": 0,
    }


def test_story_filed_in_another_window_keeps_what_was_typed(reporter, sign_in):
    story = make_article(by=reporter, headline="As it was")
    desk.file(story, by=reporter)

    page = sign_in(reporter).post(form_url(story), typed(story, headline="What I typed"))

    story.refresh_from_db()
    assert story.headline == "As it was"
    assert "Your account may not do this here: save." in words(page)
    assert "What I typed" in page.content.decode()


def test_save_without_the_version_that_was_seen_is_refused(editor, sign_in):
    story = make_article(headline="As it was")

    sign_in(editor).post(form_url(story), typed(story, headline="New", seen_version=None))

    story.refresh_from_db()
    assert story.headline == "As it was"


@pytest.mark.parametrize("state", ["draft", "filed", "ready", "spiked"])
def test_reporter_changes_own_drafts_only(reporter, sign_in, state):
    mine = make_article(by=reporter, state=state, headline="As it was")
    colleagues = make_article(by=make_user(role="reporter"), state=state, headline="As it was")
    client = sign_in(reporter)

    for story in (mine, colleagues):
        client.post(form_url(story), typed(story, headline="Changed"))

    saved = list(Article.objects.order_by("pk").values_list("headline", flat=True))
    assert saved == ["Changed" if state == "draft" else "As it was", "As it was"]


def test_story_that_may_not_be_changed_is_shown_to_be_read(reporter, sign_in):
    story = make_article(by=make_user(role="reporter"), body="<p>Read <strong>me</strong></p>")

    page = sign_in(reporter).get(form_url(story)).content.decode()

    assert "<p>Read <strong>me</strong></p>" in page
    assert 'name="headline"' not in page


def test_moderator_cannot_open_a_story(moderator, sign_in):
    story = make_article()
    client = sign_in(moderator)

    assert [client.get(form_url(story)).status_code, client.post(form_url(story)).status_code] == [403, 403]


def test_address_is_fixed_once_published(editor, sign_in):
    story = make_published(headline="Rain in Tripoli")

    page = sign_in(editor).get(form_url(story)).content.decode()
    sign_in(editor).post(form_url(story), typed(story, slug="something-else", kicker="Weather"))

    story.refresh_from_db()
    assert 'name="slug"' not in page and 'href="/2026/03/02/rain-in-tripoli/"' in page
    assert (story.slug, story.kicker) == ("rain-in-tripoli", "Weather")


def test_says_that_the_scheduled_version_lacks_the_latest_changes(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=16))
    desk.save(story, by=None)

    page = sign_in(editor).get(form_url(story))

    when = "Tuesday 3 March at 04:00 in Cairo (02:00 UTC)"
    expected = f"The version scheduled for {when} does not have your latest changes."
    assert page.context["desk"]["lacks"] == expected
    assert "Replace it…" in words(page)


def test_says_that_readers_lack_the_latest_changes(editor, sign_in):
    story = make_published()
    desk.save(story, by=None)

    page = sign_in(editor).get(form_url(story))

    assert page.context["desk"]["lacks"] == "What readers see does not have your latest changes."


def test_readers_lack_nothing_of_a_note_for_the_desk(editor, sign_in):
    ran, scheduled = make_published(), make_article()
    publish(scheduled, at=timezone.now() + timedelta(hours=16))

    for story in (ran, scheduled):
        story.ednote = "Call the harbour."
        desk.save(story, by=None)

        page = sign_in(editor).get(form_url(story))

        assert (page.context["desk"]["lacks"], "Replace it…" in words(page)) == ("", False)


def test_log_reads_newest_first(editor, reporter, sign_in):
    story = make_article(by=reporter)
    desk.file(story, by=reporter)
    desk.send_back(story, by=editor, reason="Name the ministry.")
    desk.publish(story, by=editor)
    desk.publish(story, by=editor, change="correction", note="It was Monday.")

    log = sign_in(editor).get(form_url(story)).context["desk"]["log"]

    assert [(entry["says"], entry["reason"]) for entry in log] == [
        ("Edgar Stone published version 2 as a correction", ""),
        ("Edgar Stone published version 1, without “Filed to the desk” and “Ready to publish”", ""),
        ("Edgar Stone sent the story back", "Name the ministry."),
        ("Amina Diallo filed the story to the desk", ""),
    ]


@pytest.mark.parametrize("entries", [1, 20])
def test_costs_the_same_whatever_the_length_of_the_log(editor, sign_in, entries, django_assert_num_queries):
    story = make_published(by=editor, topics=(make_topic(),))
    DeskEntry.objects.all().delete()
    for _ in range(entries):
        desk.save(story, by=editor)
    client = sign_in(editor)

    # One of them for what “Undo” would bring back, in the minute in which it is offered.
    with django_assert_num_queries(12):
        assert len(client.get(form_url(story)).context["desk"]["log"]) == entries


def test_a_credit_added_in_another_window_is_not_added_again(editor, sign_in):
    story = make_article(by=editor)
    amina = make_contributor()
    ArticleCredit.objects.create(article=story, contributor=amina)
    credit = {"credits-0-contributor": amina.pk, "credits-0-role": "author", "credits-0-order": 0}

    page = sign_in(editor).post(form_url(story), typed(story, **credit, **{"credits-TOTAL_FORMS": 1}))

    assert "Amina Diallo (Author) was added while you were writing." in words(page)
    assert story.credits.count() == 1


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_due_year_beyond_all_reason_is_refused(moment, editor, sign_in):
    story = make_article(by=editor)

    page = sign_in(editor).post(form_url(story), typed(story, due_at=moment))

    assert "Give a year between 1900 and 2999." in words(page)
