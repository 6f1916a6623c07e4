"""What writers do with their own comments: edit, delete, take along, erase."""

import re
from datetime import timedelta

import pytest

from comments import moderation
from comments.models import Comment, MailedLink, ModerationSignals, Trace, Writer
from tests.comments.factories import (
    FROM_HERE,
    browser,
    guest_post,
    make_discussion,
    make_shown,
    make_writer,
    path_of,
    typed_by_guest,
    writers_post,
)
from tests.comments.mailed import deliver
from tests.comments.mine import MINE, act, ask, opened, token_in
from tests.comments.sending import new
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def dio(db):
    return make_writer()


def test_comment_is_edited_within_a_quarter_of_an_hour(dio, article, clock):
    comment = writers_post(article, dio, text="It rianed.")
    moderation.show(comment, by=None)
    guest = opened(dio)
    clock.shift(timedelta(minutes=14, seconds=59))

    response = act(guest, f"{MINE}{comment.uid}/edit/", text="It rained.")

    comment.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, f"{MINE}?done=edited")
    assert (comment.text, comment.text_html, comment.status) == ("It rained.", "<p>It rained.</p>", "shown")
    assert ", edited" in browser().get(path_of(article)).content.decode()


def test_after_that_it_stays_as_it_was_and_the_new_words_are_given_back(dio, article, clock):
    comment = writers_post(article, dio, text="It rianed.")
    guest = opened(dio)
    clock.shift(timedelta(minutes=15))

    response = act(guest, f"{MINE}{comment.uid}/edit/", text="It rained.")

    comment.refresh_from_db()
    assert (response.status_code, comment.text) == (403, "It rianed.")
    assert "\nIt rained.</textarea>" in response.content.decode()


@pytest.mark.parametrize("text", ["", " \n ", "x" * 8001])
def test_what_can_not_be_kept_is_not(dio, article, text):
    comment = writers_post(article, dio, text="It rained.")

    response = act(opened(dio), f"{MINE}{comment.uid}/edit/", text=text)

    comment.refresh_from_db()
    assert (response.status_code, comment.text) == (422, "It rained.")
    assert text.strip() in response.content.decode()


def test_of_two_windows_the_later_says_what_the_first_has_changed(dio, article, clock):
    comment = writers_post(article, dio, text="It rianed.")
    guest, address = opened(dio), f"{MINE}{comment.uid}/edit/"
    token = token_in(guest, address)
    act(guest, address, text="It rained & hailed.")

    refused = guest.post(address, {"token": token, "seen": "", "text": "It rained."})
    comment.refresh_from_db()

    assert (refused.status_code, comment.text) == (409, "It rained & hailed.")
    assert "in another window" in refused.content.decode()
    assert "\nIt rained.</textarea>" in refused.content.decode()
    assert ">It rained &amp; hailed.</blockquote>" in refused.content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', refused.content.decode())[1]
    assert guest.post(address, {"token": token, "seen": seen, "text": "It rained."}).status_code == 303
    comment.refresh_from_db()
    assert comment.text == "It rained."


def test_same_words_saved_again_are_no_edit(dio, article):
    comment = writers_post(article, dio, text="It rained.")
    moderation.show(comment, by=None)

    assert act(opened(dio), f"{MINE}{comment.uid}/edit/", text="It rained. ").status_code == 303
    comment.refresh_from_db()
    assert (comment.edited_at, comment.status) == (None, "shown")


def test_edited_comment_is_judged_again(dio, article):
    comment = writers_post(article, dio)
    moderation.show(comment, by=None)
    make_discussion(article, mode="hold-all")

    act(opened(dio), f"{MINE}{comment.uid}/edit/", text="Something else.")

    comment.refresh_from_db()
    assert (comment.status, comment.number) == ("held", 1)
    assert "Something else." not in browser().get(path_of(article)).content.decode()


def test_what_was_taken_away_is_not_edited(dio, article):
    comment = writers_post(article, dio)
    moderation.remove(comment, by=None)

    assert act(opened(dio), f"{MINE}{comment.uid}/edit/", text="Again.").status_code == 403


def test_deleted_comment_leaves_no_word_and_keeps_its_place(dio, article):
    comment = writers_post(article, dio, name="Dio", text="Of mine.", website="https://dio.example")
    moderation.show(comment, by=None)
    make_shown(article, parent=comment, name="Ana")

    response = act(opened(dio), f"{MINE}{comment.uid}/delete/")

    comment.refresh_from_db()
    page = browser().get(path_of(article)).content.decode()
    assert (response.status_code, comment.status) == (303, "retracted")
    assert [comment.text, comment.name, comment.website, comment.text_html, comment.heading_html] == [""] * 5
    assert ("1. Deleted by its writer." in page, "Of mine." in page, "2. <bdi>Ana" in page) == (
        True, False, True,
    )  # fmt: skip


def test_what_is_deleted_already_is_not_asked_about(dio, article):
    comment = writers_post(article, dio)
    moderation.retract(comment, writer=dio)

    response = opened(dio).get(f"{MINE}{comment.uid}/delete/")

    assert (response.status_code, response["Location"]) == (303, MINE)


def test_erasing_leaves_nothing_of_a_writer(dio, article):
    other = make_published(headline="Wind")
    moderation.show(writers_post(article, dio, name="Dio Chrys", text="Of mine."), by=None)
    writers_post(other, dio, name="Dio Chrys", text="Of mine.")
    make_shown(article, parent=Comment.objects.first(), name="Ana", email="ana@example.org")
    guest = opened(dio)

    page = act(guest, f"{MINE}erase/")

    rows = f"{list(Comment.objects.values())} {list(ModerationSignals.objects.values())}"
    assert (page.status_code, "You are erased" in page.content.decode()) == (200, True)
    assert [word for word in ("Dio Chrys", "Of mine.", "dio@") if word in rows] == []
    assert (Writer.objects.exists(), Trace.objects.filter(comment__status="retracted").exists()) == (
        False, False,
    )  # fmt: skip
    assert list(Comment.objects.order_by("pk").values_list("status", flat=True)) == [
        "retracted", "retracted", "shown",
    ]  # fmt: skip
    assert "Mail me the link" in guest.get(MINE).content.decode()


def test_leaving_makes_the_browser_a_strangers_again(dio):
    guest = opened(dio)

    act(guest, f"{MINE}leave/")

    assert "Mail me the link" in guest.get(MINE).content.decode()


def test_other_words_do_not_answer_why_it_waits(dio, article):
    comment = writers_post(article, dio)
    moderation.show(comment, by=None)
    moderation.hold(comment, by=None)

    act(opened(dio), f"{MINE}{comment.uid}/edit/", text="Something else.")

    comment.refresh_from_db()
    assert (comment.text, comment.status, comment.why) == ("Something else.", "held", "look-again")


def test_what_came_from_another_browser_is_asked_about_and_answered(dio, article):
    guest = opened(dio)
    mine = guest_post(article, email=dio.email, text="From my telephone.")
    other = guest_post(article, email=dio.email, text="Of somebody else.")

    page = guest.get(MINE).content.decode()
    act(guest, f"{MINE}{mine.uid}/answer/", **{"is": "mine"})
    act(guest, f"{MINE}{other.uid}/answer/", **{"is": "not-mine"})

    assert ("Did you write these?" in page, "From my telephone." in page) == (True, True)
    stored = Comment.objects.order_by("pk").values_list("writer", "status", "why", "email")
    assert list(stored) == [(dio.pk, "held", "first", ""), (None, "removed", "not-theirs", "")]
    assert act(guest, f"{MINE}{mine.uid}/answer/", **{"is": "mine"}).status_code == 404


def test_nobody_answers_for_another(dio, article):
    strange = guest_post(article, email="ana@example.org", text="Of Ana.")

    assert act(opened(dio), f"{MINE}{strange.uid}/answer/", **{"is": "mine"}).status_code == 404
    assert Comment.objects.get().email == "ana@example.org"


def test_browser_in_which_the_page_was_opened_is_known(dio, article):
    guest = opened(dio)
    guest.post(new(article), typed_by_guest(email=dio.email), headers=FROM_HERE)

    assert Comment.objects.get().writer == dio


def test_all_browsers_can_be_forgotten_at_once(dio):
    laptop, telephone = opened(dio), opened(dio)

    act(laptop, f"{MINE}leave/", everywhere="1")

    pages = [known.get(MINE).content.decode() for known in (laptop, telephone)]
    assert ["Mail me the link" in page for page in pages] == [True, True]


def test_whoever_erases_themselves_leaves_nothing_unconfirmed_behind(dio, article):
    guest = opened(dio)
    guest_post(article, email=dio.email, text="From my telephone.", name="Dio")
    ask(dio.email)

    act(guest, f"{MINE}erase/")

    assert list(Comment.objects.values_list("text", "name", "email", "status")) == [("", "", "", "retracted")]
    assert set(MailedLink.objects.values_list("email", flat=True)) == {""}
    assert len(deliver()) == 1
