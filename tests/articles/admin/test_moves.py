"""A move's own page: what it says will be true, what it does, and what it refuses."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article, Edition
from tests.articles.admin.pages import form_url, move_url, press, words
from tests.factories import make_article, make_published, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_takes_down(editor, sign_in):
    story = make_published()

    told = {"ground": "legal", "note": "Taken down by order of a court.", "reason": "File 12"}
    press(sign_in(editor), story, "withdraw", "withdrawal", names_story="on", **told)

    notice = Edition.objects.standing(timezone.now()).get()
    entry = story.desk_entries.first()
    assert (notice.change, notice.note, notice.headline) == (
        "withdrawal",
        "Taken down by order of a court.",
        story.headline,
    )
    assert (entry.reason, entry.details) == ("File 12", {"ground": "legal"})


def test_taking_down_drops_the_scheduled_version_only_if_told_so(editor, sign_in):
    story = make_published()
    publish(story, at=timezone.now() + timedelta(hours=2), change="update")
    told = {"ground": "legal", "note": "By order."}
    client = sign_in(editor)

    press(client, story, "withdraw", "withdrawal", **told)
    untouched = story.editions.effective().count()
    press(client, story, "withdraw", "withdrawal", **told, pending="void")

    assert (untouched, story.editions.effective().last().change) == (2, "withdrawal")


def test_sends_back_with_what_should_change(editor, reporter, sign_in):
    story = make_article(by=reporter, state="filed")
    client = sign_in(editor)

    client.post(move_url(story, "send_back"), {"reason": ""})
    refused = story.desk_entries.count()
    client.post(move_url(story, "send_back"), {"reason": "Name the ministry."})

    story.refresh_from_db()
    assert (refused, story.state, story.desk_entries.get().reason) == (0, "draft", "Name the ministry.")


def test_changes_the_address(editor, sign_in):
    story = make_published(headline="Rain")

    sign_in(editor).post(move_url(story, "rename"), {"slug": "rain-in-tripoli"})

    addresses = {address.path: address.is_current for address in story.addresses.all()}
    assert addresses == {"/2026/03/02/rain/": False, "/2026/03/02/rain-in-tripoli/": True}


def test_address_of_another_story_is_refused_in_a_sentence(editor, sign_in):
    make_published(headline="Rain")
    story = make_published(headline="Sun")

    page = sign_in(editor).post(move_url(story, "rename"), {"slug": "rain"})

    assert "Another story has the address /2026/03/02/rain/." in words(page)
    assert 'value="rain"' in page.content.decode()


def test_sets_and_lifts_an_embargo(editor, sign_in):
    story = make_article()
    client = sign_in(editor)

    client.post(move_url(story, "embargo"), {"until": "2026-03-04T06:00"})
    story.refresh_from_db()
    until = story.embargo_lifts_at.isoformat()
    client.post(move_url(story, "embargo"), {"until": ""})
    story.refresh_from_db()

    assert (until, story.embargo_lifts_at) == ("2026-03-04T04:00:00+00:00", None)


@pytest.mark.parametrize(
    ("verb", "state", "after"),
    [
        ("file", "draft", "filed"),
        ("take_back", "filed", "draft"),
        ("mark_ready", "filed", "ready"),
        ("spike", "draft", "spiked"),
        ("revive", "spiked", "draft"),
    ],
)
def test_moves_along_the_line(editor, sign_in, verb, state, after):
    story = make_article(by=editor, state=state)
    client = sign_in(editor)

    assert client.get(move_url(story, verb)).status_code == 200
    client.post(move_url(story, verb), {})

    story.refresh_from_db()
    assert story.state == after


def test_reading_a_move_changes_nothing(editor, sign_in):
    story = make_article()

    sign_in(editor).get(move_url(story, "publish"))

    story.refresh_from_db()
    assert (story.state, story.desk_entries.count(), story.editions.count()) == ("draft", 0, 0)


def test_move_that_is_not_possible_now_leads_back_saying_so(editor, sign_in):
    story = make_article()

    answer = sign_in(editor).get(move_url(story, "withdraw"), follow=True)

    assert answer.redirect_chain == [(form_url(story), 302)]
    assert "“Take down” is not possible for this story now." in words(answer)


@pytest.mark.parametrize("verb", ["publish", "withdraw", "embargo", "rename", "send_back", "mark_ready"])
def test_reporter_may_not(reporter, sign_in, verb):
    story = make_article(by=reporter)
    client = sign_in(reporter)

    answers = [client.get(move_url(story, verb)), client.post(move_url(story, verb), {"when": "now"})]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not story.desk_entries.exists()


@pytest.mark.parametrize("verb", ["file", "take_back", "spike", "revive"])
def test_reporter_may_not_move_a_colleagues_story(reporter, sign_in, verb):
    story = make_article(by=make_user(role="reporter"))

    assert sign_in(reporter).post(move_url(story, verb)).status_code == 403


def test_moderator_finds_no_story(moderator, sign_in):
    assert sign_in(moderator).get(move_url(make_article(), "publish")).status_code == 404


@pytest.mark.parametrize("verb", ["start", "save", "preview", "expunge"])
def test_no_such_page(editor, sign_in, verb):
    client, url = sign_in(editor), move_url(make_article(), verb)

    assert (client.get(url).status_code, client.post(url).status_code) == (404, 404)


def test_undo_after_a_minute_is_refused_in_a_sentence(clock, editor, sign_in):
    story = make_published()
    clock.shift(61)

    page = sign_in(editor).post(move_url(story, "undo"))

    assert "There is nothing to undo: a published version can be undone for one minute." in words(page)
    assert desk.publication(story, timezone.now()).is_live


def test_embargo_asks_before_it_drops_what_is_scheduled(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=2))
    client, url = sign_in(editor), move_url(story, "embargo")

    asked = client.post(url, {"until": "2026-03-03T06:00"})
    untouched = story.editions.effective().count()
    client.post(url, {"until": "2026-03-03T06:00", "pending": "void"})

    story.refresh_from_db()
    assert asked.context["form"].errors["pending"][0].startswith("A version is scheduled for Monday 2 March")
    assert asked.context["form"]["until"].value() == "2026-03-03T06:00"
    assert (untouched, story.editions.effective().count(), story.embargo_lifts_at is None) == (1, 0, False)


def test_embargo_drops_no_other_version_than_its_page_named(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(hours=2))
    client, url = sign_in(editor), move_url(story, "embargo")
    number = client.get(url).context["form"]["number"].value()
    publish(story, at=timezone.now() + timedelta(hours=3), pending="void")

    told = {"until": "2026-03-03T06:00", "pending": "void"}
    refused = client.post(url, {**told, "number": number})
    untouched = story.editions.effective().get().number
    client.post(url, {**told, "number": refused.context["form"]["number"].value()})

    assert "Meanwhile there is version 2, and nothing was done." in words(refused)
    assert (untouched, story.editions.effective().count()) == (2, 0)


def test_embargo_asks_nothing_where_what_is_scheduled_keeps_it(editor, sign_in):
    story = make_article()
    publish(story, at=timezone.now() + timedelta(days=2))

    sign_in(editor).post(move_url(story, "embargo"), {"until": "2026-03-03T06:00"})

    assert (story.editions.effective().count(), Article.objects.get().embargo_lifts_at is None) == (1, False)


def test_words_saved_meanwhile_are_not_marked_ready_unseen(editor, sign_in):
    story = make_article(state="filed")
    client, url = sign_in(editor), move_url(story, "mark_ready")
    seen = client.get(url).context["form"]["seen_version"].value()
    desk.save(story, by=None)

    refused = client.post(url, {"seen_version": seen})
    untouched = Article.objects.get().state
    client.post(url, {"seen_version": refused.context["form"]["seen_version"].value()})

    assert "Somebody saved this story" in refused.content.decode()
    assert (untouched, Article.objects.get().state) == ("filed", "ready")
