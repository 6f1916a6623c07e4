"""What `post` knows of a comment when it judges it: who sent it, what was sent before, what is listed."""

from datetime import timedelta

import pytest
from django.db import connection

from comments import moderation
from comments.models import Comment, MailedLink, Trace, WordList
from comments.moderation.judging import judge_again
from comments.moderation.word_lists import change_words
from comments.screening import fingerprint
from comments.senders import Sender
from comments.talks import talk_now
from tests.comments.factories import browser, guest_post, make_discussion, make_shown, make_writer
from tests.comments.sending import new, send
from tests.factories import NOON, make_contributor, make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LONG = "It has rained for eleven days now and nobody has said why."
SHUFFLED = "tI has nraied rof veleen ysad onw nad onybod sah dias hwy."
HOUSE, OTHER_HOUSE = Sender(address="203.0.113.7/32"), Sender(address="203.0.113.8/32")


def seen(comment):
    """What a moderator reads of it, but for what is said of every guest."""
    signals = comment.moderation_entries.last().signals.seen
    return [each["sentence"] for each in signals if each["signal"] != "address-is-unproved"]


def test_a_shuffled_copy_is_held_with_where_it_comes_from(article):
    make_shown(article, text=LONG)
    there, here = guest_post(make_published(), text=SHUFFLED), guest_post(article, text=SHUFFLED)

    assert seen(there) == ["same letters as comment 1 on “Rain” (another story)"]
    assert seen(here) == ["same letters as comment 1 on this story"]


def test_a_copy_of_spam_says_so_and_is_more_at_risk(article):
    spam, held = guest_post(article, text=LONG), guest_post(article, text=LONG.replace("rain", "snow"))
    moderation.mark_spam(spam, by=None)

    copy = guest_post(article, text=SHUFFLED)
    other = guest_post(article, text=held.text)

    assert seen(copy) == ["same letters as a comment that was never shown on this story, which is spam"]
    assert copy.risk > other.risk > held.risk


def test_their_own_words_again_are_not_somebody_elses(article, clock):
    guest_post(article, text=LONG, sender=HOUSE)
    clock.shift(61)

    assert seen(guest_post(article, text=SHUFFLED, sender=HOUSE)) == [
        "the same letters as their own comment on this story, which is not shown"
    ]
    assert seen(guest_post(article, text=SHUFFLED, sender=OTHER_HOUSE)) == [
        "same letters as a comment that was never shown on this story"
    ]


@pytest.mark.parametrize("sender", [HOUSE, Sender()])
def test_the_same_comment_within_a_minute_is_one(article, clock, sender):
    typed = {"email": "dio@example.org", "sender": sender}
    first = guest_post(article, **typed)
    clock.shift(59)
    again = guest_post(article, **typed)
    clock.shift(2)
    later = guest_post(article, **typed)

    assert again == first
    assert Comment.objects.count() == 2
    assert later.moderation_entries.count() == 1


@pytest.mark.parametrize(
    "differs", [{"text": "Another."}, {"name": "Ana"}, {"email": "ana@example.org"}, {"sender": OTHER_HOUSE}]
)
def test_what_differs_in_anything_is_another_comment(article, differs):
    typed = {"email": "dio@example.org", "sender": HOUSE}
    guest_post(article, **typed)

    guest_post(article, **{**typed, **differs})

    assert Comment.objects.count() == 2


def test_the_same_words_elsewhere_are_another_comment(article):
    parent = make_shown(article)
    for place in (
        {"article": article},
        {"article": article, "parent": parent},
        {"article": make_published()},
    ):
        guest_post(**place, email="dio@example.org")

    assert Comment.objects.count() == 4


def test_staff_who_press_twice_say_it_once(article, editor):
    for _ in range(2):
        moderation.post(article, by=editor, name="", email="", website="", text="Noted.")

    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "name",
    ["Еdgar Stоne", "EDGAR  STONE", "amina diallo", "Stone Edgar, Ohio", "Jim (Editor)", "The Newsroom Team"],
)
def test_a_name_like_that_of_staff_or_a_byline_is_the_reason(article, editor, name):
    make_contributor(name="Amina Diallo")

    comment = guest_post(article, name=name)

    assert (comment.status, comment.why) == ("held", "taken-name")
    assert seen(comment)[0].startswith(f"the name “{comment.name}” looks like ")


def test_former_staff_leave_their_names_to_others(article, editor):
    editor.is_active = False
    editor.save()

    assert guest_post(article, name="Edgar Stone").why == "unproved"


def test_a_writer_who_was_shown_before_is_shown_at_once_until_something_is_seen(article):
    writer = make_writer("wanda@example.org")
    proved = {"email": writer.email, "sender": Sender(address=HOUSE.address, writer=writer)}
    make_shown(article, text="One.", **proved)

    shown = guest_post(article, text="Two.", **proved)
    held = guest_post(article, text="I find it nsacseery to say so.", **proved)

    assert (shown.status, shown.why, shown.risk) == ("shown", "fine", 0)
    assert (held.status, held.why, seen(held)) == (
        "held",
        "screened",
        ["scrambled word: nsacseery → necessary"],
    )


def test_what_another_sends_under_a_writers_address_does_not_tell_against_the_writer(article):
    writer = make_writer("wanda@example.org")
    proved = {"email": writer.email, "sender": Sender(address=HOUSE.address, writer=writer)}
    make_shown(article, text="One.", **proved)
    for count in range(5):
        guest_post(article, email=writer.email, text=f"Buy {count}", sender=OTHER_HOUSE)

    assert guest_post(article, text="Two.", **proved).status == "shown"


def test_a_first_link_is_told_once_it_was_shown_no_more(article):
    first = guest_post(article, text="See https://a.example", sender=HOUSE)
    moderation.show(first, by=None)

    second = guest_post(article, text="See https://b.example", sender=HOUSE)

    assert (seen(first), seen(second)) == (["first link from this address"], [])


def test_a_burst_from_one_address_is_seen_whatever_is_typed(article, clock):
    for count in range(3):
        guest_post(article, text=f"{count}", name=f"Reader {count}", sender=HOUSE)
        clock.shift(10)

    assert seen(guest_post(article, text="3", sender=HOUSE)) == ["4 comments within a minute"]


def test_last_weeks_key_still_tells_the_same_person(article, clock):
    guest_post(article, text=LONG, sender=HOUSE)
    clock.shift(timedelta(days=7))

    assert "their own comment" in seen(guest_post(article, text=LONG, sender=HOUSE))[0]


def test_words_of_the_story_are_known(article):
    story = make_published(headline="Onhting", body="<p>The village of <em>Nsacseery</em> was flooded.</p>")

    assert seen(guest_post(story, text="I think that onhting and nsacseery are not on the map.")) == []


def test_listed_words_hold_or_are_spam_from_the_next_comment_on(article, moderator):
    before = guest_post(article, text="Buy viagra")
    change_words(WordList.objects.get(kind="spam"), by=moderator, entries="viagra\n")
    change_words(WordList.objects.get(kind="hold"), by=moderator, entries="lottery")

    spam, held = guest_post(article, text="buy V.I.A.G.R.A"), guest_post(article, text="The lottery")
    change_words(WordList.objects.get(kind="spam"), by=moderator, entries="")

    assert (before.status, spam.status, spam.why, held.status) == ("held", "spam", "screened", "held")
    assert (seen(spam), seen(held)) == (["on the spam list: viagra"], ["on the hold list: lottery"])
    assert guest_post(article, text="viagra").status == "held"


def test_whose_comment_is_taken_for_spam_is_told_so_without_the_word_and_gets_no_mail(article, moderator):
    change_words(WordList.objects.get(kind="spam"), by=moderator, entries="viagra")

    response = send(new(article), text="Buy viagra")

    page = browser().get(response["Location"]).content.decode()
    assert "<h1>Your comment is held back</h1>" in page
    assert "spam" not in page.partition("<h2>")[0].lower()
    assert not MailedLink.objects.exclude(mail_due_at=None).exists()


def test_without_lists_nothing_is_listed(article):
    WordList.objects.all().delete()

    assert seen(guest_post(article, text="viagra")) == []


def test_a_threat_is_above_all_else_and_never_put_away_as_spam(article):
    make_discussion(article, mode="hold-all")
    bad = guest_post(
        article, text="asdkjhaskjdh qwlkejqwe " + "https://a.example/1 https://b.example https://c.example"
    )

    threat = guest_post(article, text="I will kill you. " + bad.text)

    assert (threat.status, threat.risk > 100 > bad.risk) == ("held", True)


def test_the_queue_is_sorted_by_risk_with_the_newest_of_each_first(article, clock):
    said = ["I will kill you.", "One.", "See https://a.example", "Two."]
    for text in said:
        guest_post(article, text=text)
        clock.shift(61)

    queue = Comment.objects.queued().riskiest_first().values_list("text", flat=True)

    assert list(queue) == ["I will kill you.", "See https://a.example", "Two.", "One."]


@pytest.mark.parametrize("size", [1, 15])
def test_posting_costs_a_guest_the_same_however_many_there_are(article, size, django_assert_num_queries):
    for count in range(size):
        guest_post(article, text=f"{LONG} {count} https://a.example", sender=HOUSE)

    with django_assert_num_queries(32):
        guest_post(article, text=f"{LONG} https://a.example", sender=HOUSE)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads a small table from end to end")
@pytest.mark.parametrize(
    ("model", "known", "order"),
    [
        (Comment, {"writer": 1}, "-posted_at"),
        (Comment, {"fingerprint": "x"}, "posted_at"),
        (Trace, {"address": "x"}, "-at"),
    ],
)
def test_what_is_asked_of_all_comments_is_read_from_an_index_in_its_order(model, known, order):
    plan = model.objects.filter(**known).order_by(order)[:100].explain()

    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


def test_what_an_edit_says_is_screened_as_what_is_posted(article):
    writer = make_writer("wanda@example.org")
    make_shown(article, email=writer.email, text="One.", sender=Sender(writer=writer))
    comment = guest_post(article, email=writer.email, text="Two.", sender=Sender(writer=writer))

    moderation.edit(comment, writer=writer, text=f"{LONG} I find it nsacseery to say so.")

    comment.refresh_from_db()
    signals = comment.moderation_entries.first().signals.seen
    assert (comment.status, comment.why, comment.risk > 0) == ("held", "screened", True)
    assert [each["sentence"] for each in signals] == ["scrambled word: nsacseery → necessary"]
    assert comment.fingerprint == fingerprint(comment.text) != ""


def test_what_was_seen_of_a_guest_still_counts_once_the_address_is_proved(article):
    comment = guest_post(article, text="I find it nsacseery to say so.", sender=Sender(seconds=0.5))

    comment.writer = make_writer(comment.email)
    talk = talk_now(article, make_discussion(article, mode="open"), NOON)
    status, why, signals = judge_again(comment, talk, NOON)

    assert (status, why) == ("held", "screened")
    assert [signal.name for signal in signals] == ["scrambled-word", "too-fast"]
    assert comment.risk == sum(signal.weight for signal in signals) == 6


def test_what_its_writer_deletes_leaves_no_fingerprint(article):
    writer = make_writer("wanda@example.org")
    comment = guest_post(article, email=writer.email, text=LONG, sender=Sender(writer=writer))

    moderation.retract(comment, writer=writer)

    comment.refresh_from_db()
    assert (comment.text, comment.fingerprint) == ("", "")
