"""A guest proves an address by one mail: its link leads to a page with a button, and the button acts."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage

from comments import moderation
from comments.models import Comment, MailedLink, Writer
from comments.senders import Sender
from tests.comments.factories import (
    FROM_HERE,
    browser,
    guest_post,
    make_discussion,
    make_shown,
    typed_by_guest,
)
from tests.comments.mailed import confirm, deliver, link_in
from tests.comments.sending import new, send
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

DAY = timedelta(days=1)
DIO = "dio@example.org"


def mailed_link(article, **typed):
    send(new(article), **typed)
    return link_in(deliver()[-1])


def test_first_comment_is_confirmed_by_one_mail_that_names_nothing(article):
    send(new(article), name="Dio <b>", text="It did not rain.")

    (message,) = deliver()

    assert (message.to, message.subject) == (["dio@example.org"], "The Newsroom: please confirm your address")
    assert [word for word in ("Rain", "rain", "Dio") if word in f"{message.subject} {message.body}"] == []
    assert re.fullmatch(r"/comments/confirm/[0-9a-f]{32}:[\w-]+/", link_in(message))


def test_opening_the_link_does_nothing(article):
    link = mailed_link(article)

    pages = [browser().get(link) for _ in range(3)]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert [page.cookies for page in pages] == [{}, {}, {}]
    assert (Writer.objects.exists(), Comment.objects.get().writer) == (False, None)
    assert pages[0].headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in pages[0].headers["Cache-Control"]


def test_button_proves_the_address_and_makes_the_browser_known(article):
    link, guest = mailed_link(article, email="Dio@Example.org"), browser()

    response = confirm(guest, link)

    writer, comment = Writer.objects.get(), Comment.objects.get()
    assert (response.status_code, response["Location"]) == (303, "/comments/mine/?done=confirmed")
    assert (writer.email, comment.writer, comment.email) == ("dio@example.org", writer, "")
    assert (comment.status, comment.why) == ("held", "first")
    assert {name: cookie["httponly"] for name, cookie in guest.cookies.items()} == {
        "writer": True,
        "mine": True,
    }


def test_proved_address_is_trusted_once_a_comment_was_shown(article):
    guest = browser()
    confirm(guest, mailed_link(article))

    second = send_from(guest, article, text="Another.")
    moderation.show(Comment.objects.first(), by=None)
    third = send_from(guest, article, text="A third.")

    assert (second.status, second.why) == ("held", "first")
    assert (third.status, third.why) == ("shown", "fine")
    assert len(deliver()) == 1


def send_from(guest, article, **typed):
    guest.post(new(article), typed_by_guest(**typed), headers=FROM_HERE)
    return Comment.objects.last()


def test_name_and_address_that_merely_match_are_not_trusted(article):
    guest = browser()
    confirm(guest, mailed_link(article))
    moderation.show(Comment.objects.get(), by=None)

    stranger = send_from(browser(), article, text="It is me, Dio.")

    assert (stranger.status, stranger.why, stranger.writer) == ("held", "unproved", None)


def test_browser_is_known_for_its_own_address_only(article):
    guest = browser()
    confirm(guest, mailed_link(article))
    moderation.show(Comment.objects.get(), by=None)

    other = send_from(guest, article, email="ana@example.org")

    assert (other.why, other.writer) == ("unproved", None)


def test_open_discussion_shows_what_was_proved(article):
    make_discussion(article, mode="open")

    confirm(browser(), mailed_link(article))

    comment = Comment.objects.get()
    assert (comment.status, comment.why, comment.number) == ("shown", "fine", 1)


def test_what_waits_for_another_reason_goes_on_waiting(article):
    make_discussion(article, mode="hold-all")

    confirm(browser(), mailed_link(article))

    assert Comment.objects.get().status == "held"


def test_what_a_moderator_has_decided_stays_decided(article):
    link = mailed_link(article)
    moderation.remove(Comment.objects.get(), by=None)

    confirm(browser(), link)

    comment = Comment.objects.get()
    assert (comment.status, comment.why, comment.writer) == ("removed", "off-topic", Writer.objects.get())


def test_only_what_has_a_tick_is_theirs(article):
    link = mailed_link(article, text="Mine.")
    guest_post(make_published(), email=DIO, text="Not mine.")
    mine = Comment.objects.get(text="Mine.")

    confirm(browser(), link, mine=[str(mine.uid), "nonsense"])

    found = Comment.objects.order_by("pk").values_list("text", "status", "why", "email")
    assert list(found) == [
        ("Mine.", "held", "first", ""),
        ("Not mine.", "removed", "not-theirs", ""),
    ]


def test_nothing_has_a_tick_where_somebody_else_may_have_written(article):
    link = mailed_link(article, text="Mine.")
    guest_post(article, email=DIO, text="Of somebody else.", sender=Sender(address="203.0.113.9/32"))
    page = browser().get(link).content.decode()

    response = browser().post(link, {"listed": [str(comment.uid) for comment in Comment.objects.all()]})

    assert " checked" not in page
    assert (response.status_code, Writer.objects.exists()) == (422, False)
    assert "Tick those that you wrote." in response.content.decode()
    confirm(browser(), link, mine=[str(Comment.objects.first().uid)])
    assert [comment.why for comment in Comment.objects.order_by("pk")] == ["first", "not-theirs"]


def test_what_came_from_one_browser_has_its_ticks(article):
    link = mailed_link(article, text="One.")
    send(new(article), text="Two.")

    assert browser().get(link).content.decode().count(" checked") == 2


def test_flood_under_an_address_keeps_its_owner_from_nothing(article):
    link = mailed_link(article, text="Mine.")
    for turn in range(60):
        guest_post(article, email=DIO, text=f"Flood {turn}.", sender=Sender(address="203.0.113.9/32"))
    guest = browser()

    page = guest.get(link).content.decode()
    confirm(guest, link, mine=[str(Comment.objects.get(text="Flood 59.").uid)])

    assert ("There are 11 more." in page, page.count('type="checkbox"')) == (True, 50)
    assert Comment.objects.filter(writer=None, status="held").count() == 11
    assert "Mine." in guest.get("/comments/mine/").content.decode()


def test_another_site_proves_nothing_for_anybody(article):
    link = mailed_link(article)

    response = browser().post(link, {}, headers={"Sec-Fetch-Site": "cross-site"})

    assert (response.status_code, response.cookies, Writer.objects.exists()) == (200, {}, False)


def test_owner_can_say_that_nothing_is_theirs(article):
    link = mailed_link(article)
    moderation.show(Comment.objects.get(), by=None)

    response = browser().post(link, {"not-mine": "1"})

    comment = Comment.objects.get()
    assert (response.status_code, response.cookies, Writer.objects.exists()) == (200, {}, False)
    assert (comment.status, comment.why, comment.email) == ("removed", "not-theirs", "")
    assert browser().get(link).status_code == 410


@pytest.mark.parametrize("way", ["used", "late", "made up", "another kind", "cut"])
def test_link_that_is_no_longer_good_changes_nothing(article, clock, way):
    link = mailed_link(article)
    if way == "used":
        confirm(browser(), link)
    elif way == "late":
        clock.shift(3 * DAY)
    elif way == "made up":
        link = link.replace(":", "x:")
    elif way == "another kind":
        MailedLink.objects.update(purpose="page")
    else:
        link = f"{link[:-5]}/"
    before = list(Comment.objects.values())

    answers = [browser().get(link), browser().post(link, {"mine": [str(Comment.objects.get().uid)]})]

    assert [(answer.status_code, answer.cookies) for answer in answers] == [(410, {}), (410, {})]
    assert list(Comment.objects.values()) == before


def test_a_hundred_comments_under_an_address_are_one_mail(article, clock):
    for turn in range(100):
        guest_post(article, text=f"Turn {turn}", email="ann%_@reader.example")
        clock.shift(60)
        deliver()

    assert [message.to for message in mail.outbox] == [["ann%_@reader.example"]]


def test_who_never_answered_is_left_alone_for_a_month(article, clock):
    guest_post(article, email=DIO)
    deliver()
    for days, mails in ((29, 1), (2, 2)):
        clock.shift(days * DAY)
        guest_post(article, email=DIO)
        assert len(deliver()) == mails


def test_who_answered_may_be_asked_for_another_browser_the_next_day(article, clock):
    confirm(browser(), mailed_link(article))
    for hours, mails in ((23, 1), (2, 2)):
        clock.shift(timedelta(hours=hours))
        guest_post(article, email=DIO)
        assert len(deliver()) == mails


def test_nobody_has_us_mail_a_whole_town(article):
    for house in range(40):
        send(new(article), email=f"house{house}@town.example")

    assert len(deliver()) == 20


def test_mail_that_can_not_be_sent_is_tried_again(article, clock, monkeypatch, caplog):
    guest_post(article, email=DIO)
    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        assert deliver() == []
    assert ("SMTPServerDisconnected" in caplog.text, "dio" in caplog.text) == (True, False)
    assert deliver() == []

    clock.shift(timedelta(minutes=15))

    assert len(deliver()) == 1
    assert MailedLink.objects.get().mail_due_at is None


def refuse(message):
    raise smtplib.SMTPServerDisconnected("dio@example.org")


def test_writer_of_a_shown_comment_without_proof_may_still_prove(article):
    link = mailed_link(article)
    moderation.show(Comment.objects.get(), by=None)

    confirm(browser(), link)

    comment = Comment.objects.get()
    assert (comment.status, comment.writer) == ("shown", Writer.objects.get())


def test_page_shows_what_was_sent_under_the_address_and_nothing_of_others(article):
    link = mailed_link(article, text="<b>Mine</b>")
    make_shown(article, email="ana@example.org", text="Of another.")

    page = browser().get(link).content.decode()

    assert ("&lt;b&gt;Mine&lt;/b&gt;" in page, "Of another." in page) == (True, False)
    assert "dio@example.org" not in page
