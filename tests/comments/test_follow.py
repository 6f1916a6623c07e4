"""Wishing for mail about replies: with a comment, by the one mail that confirms it, and on the own page."""

import re

import pytest

from comments import moderation
from comments.models import Comment, Follow, OwedReply
from tests.comments.factories import (
    FROM_HERE,
    browser,
    guest_post,
    make_shown,
    make_writer,
    typed_by_guest,
    writers_post,
)
from tests.comments.mailed import confirm, deliver, link_in
from tests.comments.mine import MINE, act, opened
from tests.comments.sending import new, send
from tests.comments.told import answer, followed, told
from tests.factories import counter, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def dio(db):
    return make_writer()


def wishes():
    return list(Follow.objects.order_by("pk").values_list("comment__text", "cadence"))


@pytest.mark.parametrize(("chosen", "kept"), [("at-once", ["at-once"]), ("daily", ["daily"]), ("", [])])
def test_what_the_form_asks_for_belongs_to_the_comment(article, chosen, kept):
    send(new(article), cadence=chosen)

    assert [cadence for _, cadence in wishes()] == kept


def test_no_mail_is_the_default_for_everybody(article):
    page = browser().get(new(article)).content.decode()

    (choices,) = re.findall(r'<select name="cadence".*?</select>', page, re.DOTALL)
    assert re.findall(r'<option value="([^"]*)"( selected)?>', choices) == [
        ("", " selected"), ("at-once", ""), ("daily", ""),
    ]  # fmt: skip


def test_another_choice_is_refused_with_all_that_was_typed(article):
    response = send(new(article), cadence="hourly", text="Typed.")

    page = response.content.decode()
    assert (response.status_code, "Choose whether we mail you" in page) == (422, True)
    assert ("\nTyped.</textarea>" in page, Comment.objects.exists()) == (True, False)


def test_choice_outlives_being_asked_once_more(article):
    asked = send(new(article), headers={}, cadence="daily").content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked))

    browser().post(new(article), fields)

    assert wishes() == [("A word on this.", "daily")]


def test_who_forgot_to_choose_and_sends_it_again_gets_what_they_chose(article):
    send(new(article))
    send(new(article), cadence="daily")

    assert (Comment.objects.count(), wishes()) == (1, [("A word on this.", "daily")])


def test_wish_of_a_known_writer_holds_at_once(article, dio, clock):
    answer(followed(article, writer=dio))
    clock.shift(60)

    assert [mail.to for mail in told()] == [["dio@example.org"]]


def test_one_mail_confirms_the_comment_and_the_wish(article, clock):
    guest, comment = browser(), guest_post(article, email="dio@example.org", cadence="at-once")
    moderation.show(comment, by=None)
    link = link_in(deliver()[0])

    page = guest.get(link).content.decode()
    confirm(guest, link)
    answer(Comment.objects.get(pk=comment.pk))
    clock.shift(60)

    assert "You are then mailed about replies to it: at once." in page
    assert [mail.to for mail in told()] == [["dio@example.org"]]


def test_nobody_is_mailed_whose_address_is_not_proved(article, clock):
    comment = make_shown(article, cadence="at-once", email="ana@example.org")
    for turn in range(3):
        answer(comment, text=f"Turn {turn}.", email="ben@example.org")
        clock.shift(3600)

    assert (told(), OwedReply.objects.exists()) == ([], False)


def test_what_was_answered_before_the_address_was_proved_is_told_after(article, clock):
    comment = make_shown(article, email="dio@example.org", cadence="at-once")
    answer(comment)
    guest_post(article, parent=comment, email="ben@example.org")
    (asked,) = (mail for mail in deliver() if mail.to == ["dio@example.org"])
    confirm(browser(), link_in(asked))
    clock.shift(60)

    (mail,) = told()

    assert "Ana wrote:" in mail.body
    assert mail.subject == "The Newsroom: a reply to your comment"


@pytest.mark.parametrize("way", ["one of two", "none"])
def test_wish_dies_with_the_comment_that_is_not_theirs(article, way):
    mine = guest_post(article, email="dio@example.org", text="Mine.", cadence="daily")
    guest_post(make_published(), email="dio@example.org", text="Not mine.", cadence="at-once")
    link = link_in(deliver()[0])

    if way == "none":
        browser().post(link, {"not-mine": "1"})
    else:
        confirm(browser(), link, mine=[str(mine.uid)])

    assert wishes() == ([] if way == "none" else [("Mine.", "daily")])


def test_staff_are_not_mailed(article, editor):
    moderation.post(article, by=editor, name="", email="", website="", text="Noted.", cadence="at-once")

    assert wishes() == []


def test_own_page_says_of_each_comment_whether_it_is_followed(article, dio):
    for cadence in ("", "daily", "at-once"):
        writers_post(article, dio, cadence=cadence, text=f"Of mine, {cadence}.")

    page = opened(dio).get(MINE).content.decode()

    assert re.findall(r"Replies are [^<]*", page) == [
        "Replies are mailed to you: at once.",
        "Replies are mailed to you: once a day.",
        "Replies are not mailed to you.",
    ]


@pytest.mark.parametrize("verb", ["remove", "mark_spam"])
def test_mail_about_what_was_taken_away_is_offered_only_to_end_it(article, dio, verb):
    taken = [writers_post(article, dio), followed(article, writer=dio)]
    for comment in taken:
        moderation.DECISIONS[verb](comment, by=None)

    page = opened(dio).get(MINE).content.decode()

    offers = [f'action="{MINE}{comment.uid}/follow/"' in page for comment in taken]
    assert (offers, "Replies are not mailed to you." in page) == ([False, True], False)


def test_follows_are_begun_changed_and_ended_on_the_own_page(article, dio):
    comment, guest, found = writers_post(article, dio), opened(dio), []

    for cadence in ("daily", "at-once", "at-once", "", "", "nonsense"):
        response = act(guest, f"{MINE}{comment.uid}/follow/", cadence=cadence)
        found.append((response["Location"].partition("=")[2], [kept for _, kept in wishes()]))

    assert found == [
        ("followed", ["daily"]),
        ("followed", ["at-once"]),
        ("followed", ["at-once"]),
        ("unfollowed", []),
        ("unfollowed", []),
        ("unfollowed", []),
    ]


def test_all_mail_is_ended_on_the_own_page_and_that_of_others_goes_on(article, dio):
    for writer in (dio, dio, make_writer("ana@example.org")):
        writers_post(article, writer, cadence="daily", text=f"Of {writer.email}, {next(counter)}.")

    act(opened(dio), f"{MINE}no-mail/")

    assert list(Follow.objects.values_list("comment__writer__email", flat=True)) == ["ana@example.org"]


@pytest.mark.parametrize("address", ["follow/", "no-mail/"])
def test_nothing_is_changed_without_the_token_or_by_looking(article, dio, address):
    comment = writers_post(article, dio, cadence="daily")
    path = f"{MINE}{comment.uid}/follow/" if address == "follow/" else f"{MINE}no-mail/"
    guest = opened(dio)

    answers = [guest.post(path, {"cadence": ""}), guest.get(path), browser().post(path, {"token": "x"})]

    assert [answer.status_code for answer in answers] == [403, 405, 403]
    assert wishes() == [("A word on this.", "daily")]


def test_comment_of_another_is_not_followed(article, dio):
    other = writers_post(article, make_writer("ana@example.org"))

    response = act(opened(dio), f"{MINE}{other.uid}/follow/", cadence="daily")

    assert (response.status_code, wishes()) == (404, [])
    with pytest.raises(moderation.IllegalMove):
        moderation.follow(other, writer=dio, cadence="daily")


def test_deleted_comment_is_followed_no_more(article, dio, clock):
    comment = followed(article, writer=dio)
    answer(comment)
    guest = opened(dio)

    act(guest, f"{MINE}{comment.uid}/delete/")
    response = act(guest, f"{MINE}{comment.uid}/follow/", cadence="at-once")
    clock.shift(60)

    assert (response.status_code, wishes(), told()) == (404, [], [])
    assert "Replies are" not in guest.get(MINE).content.decode()


def test_nothing_is_mailed_to_who_was_erased(article, dio, clock):
    answer(followed(article, writer=dio))

    moderation.erase(dio)
    clock.shift(60)

    assert (told(), wishes(), OwedReply.objects.exists()) == ([], [], False)


def test_what_is_wished_for_is_taken_along(article, dio):
    writers_post(article, dio)
    writers_post(article, dio, cadence="daily", text="Another.")

    exported = opened(dio).get(f"{MINE}my-comments.json").json()

    assert [comment["mail_about_replies"] for comment in exported["comments"]] == [None, "daily"]


def test_page_of_a_story_is_the_same_whoever_follows(article, dio):
    page = f"{new(article).removesuffix('comments/new/')}"
    before = browser().get(page).content

    browser().post(new(article), typed_by_guest(cadence="daily"), headers=FROM_HERE)

    assert browser().get(page).content == before
