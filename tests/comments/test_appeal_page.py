"""The pages on which a writer appeals and a moderator decides on it, and what the writer is told."""

import pytest

from comments import moderation
from comments.models import Appeal
from comments.moderation.appealing import with_appeals
from comments.senders import Sender
from tests.comments.appeals import appeal, decide, removed
from tests.comments.factories import browser, make_writer, writers_post
from tests.comments.mine import MINE, act, opened
from tests.comments.noticed import give
from tests.comments.pressing import fill_in
from tests.comments.reporters import report
from tests.factories import make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = "/admin/comments/appeal/"
HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def dio(db):
    return make_writer()


@pytest.fixture
def comment(article, dio):
    comment = writers_post(article, dio)
    moderation.show(comment, by=None)
    return comment


@pytest.fixture
def other(db):
    return make_user(role="moderator", name="Otto Weiss")


def test_writer_appeals_on_their_page_and_reads_the_answer_there(comment, dio, moderator, other):
    removed(comment, moderator)
    guest = opened(dio)
    assert f'href="{MINE}{comment.uid}/appeal/"' in guest.get(MINE).content.decode()

    sent = act(guest, f"{MINE}{comment.uid}/appeal/", text="It was a quotation.")

    waiting = guest.get(MINE).content.decode()
    assert (sent.status_code, sent["Location"]) == (303, f"{MINE}?done=appealed")
    assert "Your appeal waits for somebody who did not take the decision." in waiting
    assert "/appeal/" not in waiting
    decide(Appeal.objects.get(), other, answer="It was indeed.")
    decided = guest.get(MINE).content.decode()
    assert 'Your appeal was upheld. <span dir="auto">It was indeed.</span>' in decided
    assert [name for name in ("Otto", "Mona") if name in decided] == []


def test_nothing_waits_for_anybody_once_the_comment_is_deleted(comment, dio, moderator):
    appeal(removed(comment, moderator))
    guest = opened(dio)
    moderation.retract(comment, writer=dio)

    assert "appeal" not in guest.get(MINE).content.decode().lower()


def test_what_was_decided_is_told_though_the_comment_is_deleted(comment, dio, moderator, other):
    decide(appeal(removed(comment, moderator)), other, is_upheld=False)
    moderation.retract(comment, writer=dio)

    assert '<p class="told">Your appeal was not upheld.</p>' in opened(dio).get(MINE).content.decode()


def test_writer_is_told_that_a_notice_led_to_it(comment, dio, moderator):
    guest = opened(dio)
    moderation.decide_notice(give(comment), by=moderator, is_upheld=True, answer="Secret answer.")

    page = guest.get(MINE).content.decode()

    assert "Removed by the moderators: Against the law." in page
    assert "This followed a notice of illegal content" in page
    assert [word for word in ("Secret", "Ann", "daughter") if word in page] == []


@pytest.mark.parametrize(("text", "status"), [(" ", 422), ("x" * 2001, 422)])
def test_what_can_not_be_taken_is_given_back(comment, dio, moderator, text, status):
    removed(comment, moderator)

    response = act(opened(dio), f"{MINE}{comment.uid}/appeal/", text=text)

    assert (response.status_code, Appeal.objects.exists()) == (status, False)
    assert text.strip() in response.content.decode()


def test_second_appeal_is_given_back_with_its_words(comment, dio, moderator):
    made = appeal(removed(comment, moderator))
    guest = opened(dio)
    token = {"token": guest.get(MINE).content.decode().partition('name="token" value="')[2].partition('"')[0]}

    response = guest.post(f"{MINE}{comment.uid}/appeal/", {"text": "And another thing.", **token})

    assert (response.status_code, Appeal.objects.get()) == (403, made)
    assert "\nAnd another thing.</textarea>" in response.content.decode()


def test_writer_takes_appeals_and_reports_along_and_leaves_none_behind(comment, dio, moderator, article):
    strange = writers_post(article, make_writer("ana@example.org"))
    moderation.show(strange, by=None)
    report(strange, Sender(address="203.0.113.7/32", writer=dio), note="My note.")
    appeal(removed(comment, moderator))

    taken = opened(dio).get(f"{MINE}my-comments.json").json()

    assert [made["text"] for made in taken["appeals"]] == ["It was a quotation."]
    assert [(each["number"], each["note"]) for each in taken["reports"]] == [(2, "My note.")]
    moderation.erase(dio)
    assert Appeal.objects.get().text == ""


def test_appeal_is_decided_at_the_desk(comment, moderator, other):
    made = appeal(removed(comment, moderator))
    address = f"{LIST}{made.pk}/decide/"
    assert f'href="{address}"' in browser(other).get(LIST).content.decode()

    refused = fill_in(browser(moderator), address, is_upheld="yes", answer="I was right.")
    fill_in(browser(other), address, is_upheld="yes", answer="It was indeed.")

    assert "You took this decision yourself." in refused.content.decode()
    assert "I was right." in refused.content.decode()
    assert Appeal.objects.get().answer == "It was indeed."


@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_others_see_and_decide_nothing(comment, moderator, role, request):
    client, made = browser(request.getfixturevalue(role)), appeal(removed(comment, moderator))

    assert [client.get(f"{LIST}{where}").status_code for where in ("", f"{made.pk}/decide/")] == [403, 403]


def test_hostile_words_are_text(dio, moderator):
    comment = writers_post(make_published(headline=HOSTILE), dio, name=HOSTILE[:80], text=HOSTILE)
    made = appeal(removed(comment, moderator), HOSTILE)
    client, guest = browser(moderator), opened(dio)

    pages = [client.get(f"{LIST}{where}") for where in ("", f"{made.pk}/decide/", f"{made.pk}/change/")]
    Appeal.objects.update(answer=HOSTILE)
    for page in [*pages, guest.get(MINE), guest.get(f"{MINE}{comment.uid}/appeal/")]:
        assert b"<img src=x" not in page.content
        assert b"<script>alert" not in page.content


@pytest.mark.parametrize("count", [1, 3])
def test_table_and_page_cost_the_same_for_one_and_for_three(
    article, dio, moderator, count, django_assert_num_queries
):
    comments = [removed(writers_post(article, dio, text=f"Turn {turn}."), None) for turn in range(count)]
    for comment in comments:
        appeal(comment)
    client = browser(moderator)
    client.get(LIST)

    with django_assert_num_queries(6):
        assert client.get(LIST).content.decode().count("Decide…") == count
    with django_assert_num_queries(2):
        with_appeals(comments)


def test_desk_offers_nobody_to_decide_on_their_own_decision(comment, moderator, other):
    appeal(removed(comment, moderator))

    own, others = (browser(by).get(LIST).content.decode() for by in (moderator, other))

    assert ("Decide…" in own, "another moderator decides" in own) == (False, True)
    assert ("Decide…" in others, "another moderator decides" in others) == (True, False)


def test_what_was_taken_back_waits_at_the_desk_no_more_and_its_writer_is_told(comment, dio, moderator, other):
    appeal(removed(comment, moderator))
    moderation.restore(comment, by=moderator)

    page = opened(dio).get(MINE).content.decode()

    assert "Decide…" not in browser(other).get(LIST).content.decode()
    assert "The decision that you appealed against was taken back." in page


def test_answer_is_told_no_more_where_the_decision_is_taken_back_after_all(comment, dio, moderator, other):
    decide(appeal(removed(comment, moderator)), other, is_upheld=False, answer="No, it stays.")
    guest = opened(dio)
    assert "No, it stays." in guest.get(MINE).content.decode()

    moderation.restore(comment, by=other)

    page = guest.get(MINE).content.decode()
    assert "The decision that you appealed against was taken back." in page
    assert "No, it stays." not in page
