"""What readers report: whom it counts for, when a comment waits for it, and what decisions make of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Flag
from comments.moderation.flagging import forget_flags
from comments.senders import STRANGER, Sender
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.comments.reporters import reader, report
from tests.factories import make_published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def comment(article):
    return make_shown(article)


def test_three_readers_hold_a_comment_and_two_do_not(comment):
    report(comment, reader(1), reader(2))
    assert (comment.status, comment.reports) == ("shown", 100)

    report(comment, reader(3))

    entry = comment.moderation_entries.first()
    assert (comment.status, comment.why, comment.reports) == ("held", "flagged", 150)
    assert (entry.verb, entry.actor, entry.reason, entry.from_status) == ("hold", None, "flagged", "shown")


@pytest.mark.parametrize(("least", "status"), [(1.0, "held"), (1.1, "shown")])
def test_what_it_takes_is_a_setting(comment, settings, least, status):
    settings.FLAGS_HOLD_AT = least

    assert report(comment, reader(1), reader(2)).status == status


def test_person_counts_once_and_may_say_it_better(comment):
    report(comment, reader(1), reason="insult", note="Look.")
    report(comment, *[reader(1)] * 9, reason="threat", note="Look at the last line.")

    flag = Flag.objects.get()
    assert (comment.status, comment.reports) == ("shown", 50)
    assert (flag.reason, flag.note) == ("threat", "Look at the last line.")


def test_person_counts_once_over_the_change_of_keys(comment, clock):
    report(comment, reader(1))
    clock.shift(timedelta(days=7))
    report(comment, reader(1))

    assert (Flag.objects.count(), comment.reports) == (1, 50)


def test_one_person_of_many_addresses_holds_nothing(comment):
    alone = [Sender(address=f"198.51.1.{host}/32") for host in range(20)]
    alone += [Sender(address="198.51.1.1/32", writer=make_writer(f"me{n}@example.org")) for n in range(20)]
    report(comment, *alone)
    assert (comment.status, comment.reports) == ("shown", 50)

    report(comment, *(Sender(address=f"2001:db8:1:{house:x}::/64") for house in range(20)))
    assert (comment.status, comment.reports) == ("shown", 100)


def test_the_most_right_of_all_holds_nothing_alone(article):
    for _ in range(200):
        wrong = report(make_shown(article), reader(1))
        Flag.objects.filter(comment=wrong).update(outcome="right")

    last = report(make_shown(article), reader(1))

    assert (last.status, last.reports) == ("shown", 99)


def test_stranger_of_whom_nothing_is_known_reports_nothing(comment):
    with pytest.raises(moderation.IllegalMove) as refusal:
        moderation.flag(comment, by=None, reason="insult", sender=STRANGER)

    assert (refusal.value.code, Flag.objects.count()) == ("unknown-sender", 0)


def test_staff_count_like_anybody(comment, moderator, editor):
    for person in (moderator, editor):
        moderation.flag(comment, by=person, reason="insult")

    comment.refresh_from_db()
    assert (comment.status, comment.reports) == ("shown", 100)


@pytest.mark.parametrize("decide", ["hold", "remove", "mark_spam", None])
def test_what_is_not_shown_can_not_be_reported(article, decide):
    comment = make_shown(article) if decide else guest_post(article)
    if decide:
        moderation.DECISIONS[decide](comment, by=None)

    with pytest.raises(moderation.IllegalMove) as refusal:
        report(comment, reader(1))

    assert (refusal.value.code, Flag.objects.exists()) == ("not-shown", False)


@pytest.mark.parametrize(
    ("decide", "outcome", "next_weight"),
    [("remove", "right", 67), ("mark_spam", "right", 67), ("keep", "wrong", 33), ("hold", "open", 50)],
)
def test_decision_settles_what_is_open_and_weighs_on_the_next(
    comment, article, moderator, decide, outcome, next_weight
):
    report(comment, reader(1))

    moderation.DECISIONS[decide](comment, by=moderator)

    flag = Flag.objects.get()
    comment.refresh_from_db()
    assert (flag.outcome, comment.reports) == (outcome, 50 if outcome == "open" else 0)
    assert report(make_shown(article), reader(1)).reports == next_weight


def test_what_a_rule_does_settles_nothing(comment):
    report(comment, reader(1))

    moderation.remove(comment, by=None)

    assert Flag.objects.get().outcome == "open"


def test_showing_what_was_held_says_that_the_reports_were_wrong(comment, moderator):
    report(comment, reader(1), reader(2), reader(3))

    moderation.show(comment, by=moderator)

    assert set(Flag.objects.values_list("outcome", flat=True)) == {"wrong"}


def test_restoring_turns_what_the_removal_settled(comment, moderator):
    report(comment, reader(1))
    moderation.remove(comment, by=moderator)

    moderation.restore(comment, by=moderator)

    assert Flag.objects.get().outcome == "wrong"


def test_undoing_a_decision_opens_what_it_settled(comment, moderator):
    report(comment, reader(1))
    moderation.remove(comment, by=moderator)

    moderation.undo(comment, by=moderator)

    assert (Flag.objects.get().outcome, comment.reports) == ("open", 50)


@pytest.mark.parametrize("decide", ["keep", "show"])
def test_what_was_found_good_takes_twice_as_much_and_only_of_new_reports(comment, moderator, decide):
    report(comment, *(reader(house) for house in range(3 if decide == "show" else 2)))
    moderation.DECISIONS[decide](comment, by=moderator)

    report(comment, *(reader(house) for house in range(10, 15)))
    assert (comment.status, comment.reports) == ("shown", 250)

    assert report(comment, reader(15)).status == "held"


def test_other_words_were_found_good_by_nobody(article, moderator):
    writer = make_writer()
    comment = writers_post(article, writer)
    moderation.show(comment, by=moderator)
    moderation.edit(comment, writer=writer, text="Something else.")
    comment.refresh_from_db()
    assert comment.status == "shown"

    assert report(comment, reader(1), reader(2), reader(3)).status == "held"


def test_reports_of_what_its_writer_deletes_count_neither_way(article):
    writer = make_writer()
    comment = writers_post(article, writer)
    moderation.show(comment, by=None)
    report(comment, reader(1))

    moderation.retract(comment, writer=writer)

    comment.refresh_from_db()
    assert (Flag.objects.get().outcome, comment.reports) == ("moot", 0)


def test_who_is_erased_leaves_no_name_or_word_in_reports(comment):
    writer = make_writer("ana@example.org")
    report(comment, Sender(address="198.51.100.7/32", writer=writer), note="He is my neighbour.")

    moderation.erase(writer)

    flag = Flag.objects.get()
    assert (flag.person, flag.note, flag.outcome) == (f"forgotten:{flag.pk}", "", "open")


def test_after_a_month_reports_tell_no_address_and_writers_keep_their_record(article, clock, moderator):
    writer = make_writer("ana@example.org")
    comment = report(make_shown(article), reader(1), Sender(writer=writer), note="Look.")
    moderation.remove(comment, by=moderator)
    clock.shift(timedelta(days=30, seconds=1))

    assert [forget_flags(timezone.now()), forget_flags(timezone.now())] == [2, 0]

    stranger, proved = Flag.objects.order_by("pk")
    assert (stranger.person, proved.person) == (f"forgotten:{stranger.pk}", f"writer:{writer.pk}")
    assert {(flag.source, flag.note, flag.outcome) for flag in (stranger, proved)} == {
        ("forgotten", "", "right")
    }
    other = make_shown(make_published())
    assert report(other, Sender(writer=writer)).reports == 67
    assert report(other, reader(1)).reports == 117
