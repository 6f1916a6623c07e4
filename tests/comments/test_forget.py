"""`manage.py forget`: what is known of readers goes once it was kept for as long as it may be."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from comments import moderation
from comments.models import Comment, FingerprintKey, MailedLink, ModerationEntry, ModerationSignals, Trace
from comments.moderation.tracing import prints_of
from comments.senders import Sender
from tests.comments.factories import browser, guest_post, make_shown, make_writer, writers_post
from tests.comments.mailed import confirm, deliver, link_in
from tests.comments.mine import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUSE = Sender(address="203.0.113.7/32")
DAY = timedelta(days=1)


def forget():
    said = StringIO()
    call_command("forget", stdout=said)
    return said.getvalue()


def test_nothing_is_forgotten_early(article, clock):
    make_shown(article, sender=HOUSE)
    moderation.remove(guest_post(article, text="Gone."), by=None)
    clock.shift(3 * DAY)
    forget()
    clock.shift(27 * DAY - timedelta(seconds=1))
    before = [list(model.objects.values()) for model in (Comment, Trace, FingerprintKey, ModerationSignals)]

    assert forget() == "There was nothing to delete.\n"
    assert [
        list(model.objects.values()) for model in (Comment, Trace, FingerprintKey, ModerationSignals)
    ] == before


def test_fingerprints_go_after_thirty_days_and_their_keys_with_them(article, clock):
    guest_post(article, sender=HOUSE)
    clock.shift(30 * DAY)
    forget()
    assert (Trace.objects.count(), FingerprintKey.objects.count()) == (0, 1)

    clock.shift(8 * DAY)
    forget()

    assert not FingerprintKey.objects.exists()


def test_key_outlives_every_fingerprint_that_was_made_with_it(article, clock):
    """Somebody who wrote on a Sunday is known for thirty days, not for twenty-three."""
    clock.shift(6 * DAY)
    guest_post(article, sender=HOUSE)
    clock.shift(29 * DAY)
    forget()

    known = [prints.address for prints in prints_of(HOUSE, timezone.now())]
    assert Trace.objects.get().address in known


def test_days_are_settings(article, clock, settings):
    settings.READER_ADDRESS_DAYS = settings.UNPROVED_EMAIL_DAYS = 2
    guest_post(article, sender=HOUSE)
    clock.shift(2 * DAY)
    forget()

    assert (Trace.objects.count(), Comment.objects.get().email) == (0, "")


def test_address_that_was_never_proved_goes_and_one_that_was_stays(article, clock):
    writer = make_writer("ana@example.org")
    writers_post(article, writer)
    guest_post(article)
    clock.shift(30 * DAY)
    forget()

    assert list(Comment.objects.order_by("pk").values_list("email", "writer__email")) == [
        ("", "ana@example.org"),
        ("", None),
    ]


@pytest.mark.parametrize("verb", ["remove", "mark_spam"])
def test_words_of_what_was_taken_away_go_after_ninety_days(article, clock, verb):
    comment = make_shown(article, name="Dio Chrys", text="Of mine.", website="https://dio.example")
    clock.shift(10 * DAY)
    moderation.DECISIONS[verb](comment, by=None)
    clock.shift(89 * DAY)
    forget()
    comment.refresh_from_db()
    assert comment.text == "Of mine."
    clock.shift(DAY)

    assert "1 texts of removed comments deleted." in forget()

    rows = f"{list(Comment.objects.values())} {list(ModerationSignals.objects.values())}"
    assert [word for word in ("Dio Chrys", "Of mine.", "dio.example") if word in rows] == []
    assert [entry.verb for entry in ModerationEntry.objects.order_by("pk")] == ["post", "show", verb]


def test_what_came_back_stays(article, clock):
    comment = make_shown(article, text="Of mine.")
    moderation.remove(comment, by=None)
    clock.shift(89 * DAY)
    moderation.restore(comment, by=None)
    clock.shift(100 * DAY)
    forget()

    comment.refresh_from_db()
    assert (comment.text, comment.status) == ("Of mine.", "shown")


@pytest.mark.parametrize("verb", ["restore", "show", "hold", "undo"])
def test_what_has_no_words_any_more_does_not_come_back(article, clock, moderator, verb):
    comment = guest_post(article)
    moderation.mark_spam(comment, by=None)
    clock.shift(90 * DAY)
    forget()
    act = moderation.undo if verb == "undo" else moderation.DECISIONS[verb]

    with pytest.raises(moderation.IllegalMove, match="Its words are deleted by now"):
        act(comment, by=moderator)

    assert Comment.objects.get().status == "spam"


def test_what_screening_saw_goes_and_the_decisions_stay(article, clock):
    make_shown(article)
    clock.shift(90 * DAY)
    forget()

    assert (ModerationSignals.objects.count(), ModerationEntry.objects.count()) == (0, 2)


def test_addresses_of_mailed_links_go_when_the_links_end(article, clock):
    guest_post(article, email="dio@example.org")
    deliver()
    clock.shift(3 * DAY)
    forget()
    assert MailedLink.objects.get().email == ""

    guest_post(article, email="dio@example.org")
    assert len(deliver()) == 1
    clock.shift(27 * DAY)
    forget()

    assert not MailedLink.objects.exists()


def test_links_that_were_used_go_too(article, clock):
    guest_post(article, email="dio@example.org")
    confirm(browser(), link_in(deliver()[0]))
    ask()
    browser().post(link_in(deliver()[1]))
    clock.shift(DAY)
    forget()

    assert not MailedLink.objects.exists()


def test_many_are_forgotten_in_batches(article, clock, monkeypatch):
    monkeypatch.setattr("comments.moderation.forgetting.BATCH", 2)
    for _ in range(5):
        moderation.remove(guest_post(article), by=None)
    clock.shift(90 * DAY)

    assert "5 texts of removed comments deleted." in forget()
    assert set(Comment.objects.values_list("text", flat=True)) == {""}
