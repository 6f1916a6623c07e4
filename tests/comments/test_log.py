"""The log of decisions: whatever is done to its rows by hand is found, and said in words."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from comments import chains, moderation
from comments.models import Comment, LogHead, ModerationEntry
from comments.moderation.logging import decision_of
from tests.comments.factories import guest_post, make_shown
from tests.factories import make_published, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def log():
    """Six entries about three comments, by guests, the system and a moderator; returned in their order."""
    article, moderator = make_published(), make_user(role="moderator")
    make_shown(article)
    comment = guest_post(article)
    moderation.remove(comment, by=moderator, reason="abuse", note="The third time.")
    make_shown(article)
    return list(ModerationEntry.objects.order_by("position"))


def verify(*options):
    out = StringIO()
    call_command("verify_moderation_log", *options, verbosity=0, stdout=out)
    return out.getvalue()


def what_is_wrong(*options):
    with pytest.raises(CommandError) as found:
        verify(*options)
    return str(found.value)


def rows(position):
    return ModerationEntry.objects.filter(position=position)


def forge(entry, before):
    """Seal an entry as if it had been written like this."""
    entry.chain = chains.seal(before, decision_of(entry))
    entry.save()
    return entry.chain


def test_what_was_written_is_as_written(log):
    assert [entry.position for entry in log] == [1, 2, 3, 4, 5, 6]
    assert verify() == f"6 entries, all as written. The last seal: {log[-1].chain}\n"
    assert len({entry.chain for entry in log}) == 6
    assert LogHead.objects.values_list("position", "chain").get() == (6, log[-1].chain)


def test_a_log_without_entries_is_as_written():
    assert verify() == "0 entries, all as written. The last seal: none yet\n"


def test_progress_is_told_beside_the_result(log):
    err = StringIO()
    call_command("verify_moderation_log", stdout=StringIO(), stderr=err)

    assert "6/6" in err.getvalue()


@pytest.mark.parametrize("position", [1, 4, 6])
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("comment_id", None),
        ("verb", "hold"),
        ("from_status", "spam"),
        ("to_status", "spam"),
        ("reason", "illegal"),
        ("actor_id", None),
        ("at", F("at") + timedelta(microseconds=1)),
        ("chain", "0" * 64),
    ],
)
def test_a_changed_column_is_found(log, position, column, value):
    entry = log[position - 1]
    if column == "comment_id":
        value = Comment.objects.exclude(pk=entry.comment_id).first().pk
    if column == "actor_id":
        value = None if entry.actor_id else make_user().pk
    rows(position).update(**{column: value})

    before = f", or entry {position - 1} was" if position > 1 else ""
    assert what_is_wrong() == f"Entry {position} does not fit: it was changed, inserted or moved{before}."


def test_words_and_names_can_be_erased_without_breaking_the_chain(log):
    ModerationEntry.objects.update(note="", actor_name="")
    Comment.objects.update(name="Erased", email="", text="")

    assert verify().startswith("6 entries, all as written.")


def test_a_moved_position_is_found(log):
    rows(6).update(position=8)

    assert what_is_wrong() == "Entries 6 to 7 are missing."


@pytest.mark.parametrize("position", [1, 2, 5])
def test_a_removed_entry_is_found(log, position):
    rows(position).delete()

    assert what_is_wrong() == f"Entry {position} is missing."


def test_a_removed_entry_is_found_when_the_later_ones_close_up(log):
    rows(3).delete()
    for position in (4, 5, 6):
        rows(position).update(position=position - 1)

    assert what_is_wrong().startswith("Entry 3 does not fit")


@pytest.mark.parametrize("pair", [(1, 2), (2, 5), (5, 6)])
def test_two_entries_that_changed_places_are_found(log, pair):
    first, second = pair
    rows(first).update(position=99)
    rows(second).update(position=first)
    rows(99).update(position=second)

    assert what_is_wrong().startswith(f"Entry {first} does not fit")


def test_an_inserted_entry_is_found_wherever_it_stands(log):
    fake = ModerationEntry.objects.get(position=2)
    fake.pk, fake.position = None, 7
    forge(fake, log[-1].chain)
    at_the_end = what_is_wrong()
    rows(7).update(position=0)
    at_the_beginning = what_is_wrong()
    rows(6).update(position=7)
    rows(0).update(position=6)
    LogHead.objects.update(position=7)

    assert at_the_end == "Entry 7 was inserted: the log ends before it."
    assert at_the_beginning == "Entry 0 was inserted: the log begins with entry 1."
    assert what_is_wrong().startswith("Entry 6 does not fit")


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (5, "Entry 6 is missing: the log is cut off there."),
        (3, "Entries 4 to 6 are missing: the log is cut off there."),
        (0, "Entries 1 to 6 are missing: the log is cut off there."),
    ],
)
def test_a_cut_off_end_is_found(log, kept, sentence):
    ModerationEntry.objects.filter(position__gt=kept).delete()

    assert what_is_wrong() == sentence


def test_an_entry_sealed_anew_is_betrayed_by_the_next(log):
    entry = log[2]
    entry.reason = "illegal"
    forge(entry, log[1].chain)

    assert what_is_wrong() == ("Entry 4 does not fit: it was changed, inserted or moved, or entry 3 was.")


def test_a_last_entry_sealed_anew_is_betrayed_by_the_end(log):
    log[5].reason = "illegal"
    forge(log[5], log[4].chain)

    assert what_is_wrong() == "Entry 6 is not the one with which the log ends."


def test_a_missing_end_is_found_and_the_log_goes_on_from_its_last_entry(log):
    LogHead.objects.all().delete()

    assert what_is_wrong() == "The row that says where the log ends is missing."
    make_shown(make_published())
    assert verify().startswith("8 entries, all as written.")


def test_what_is_cut_off_together_with_the_end_is_found_by_a_noted_seal(log):
    noted = log[4].chain
    before = verify("--head", noted)
    ModerationEntry.objects.filter(position__gt=3).delete()
    LogHead.objects.update(position=3, chain=log[2].chain)

    assert before.startswith("6 entries, all as written.")
    assert verify().startswith("3 entries, all as written.")
    assert what_is_wrong("--head", noted) == (
        "The noted seal is nowhere in the log: entries were cut off or written anew since then."
    )


def test_a_log_written_anew_from_an_entry_on_is_found_by_a_noted_seal(log):
    noted = verify().split()[-1]
    chain = log[1].chain
    log[2].reason = "illegal"
    for entry in log[2:]:
        chain = forge(entry, chain)
    LogHead.objects.update(chain=chain)

    assert verify().startswith("6 entries, all as written.")
    assert what_is_wrong("--head", noted).startswith("The noted seal is nowhere in the log")


@pytest.mark.parametrize("typed", ["x", "0" * 63, "A" * 64])
def test_what_is_no_seal_is_refused(typed):
    with pytest.raises(CommandError, match="a seal has 64 digits"):
        verify("--head", typed)


def test_a_refused_decision_leaves_no_gap(log):
    with pytest.raises(moderation.IllegalMove):
        moderation.show(log[0].comment, by=None)

    assert verify().startswith("6 entries, all as written.")
