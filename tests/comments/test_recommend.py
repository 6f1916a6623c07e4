"""`recommend` and `unrecommend`: each person counts once."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import desk
from comments import moderation
from comments.models import FingerprintKey, Recommendation, Writer
from comments.senders import STRANGER, Sender
from tests.comments.factories import guest_post, make_discussion, make_shown

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HOUSE, NEIGHBOUR = Sender(address="203.0.113.7/32"), Sender(address="203.0.113.8/32")


@pytest.fixture
def comment(article):
    return make_shown(article)


def recommend(comment, sender=HOUSE, by=None):
    moderation.recommend(comment, by=by, sender=sender)
    return comment.recommended


def unrecommend(comment, sender=HOUSE, by=None):
    moderation.unrecommend(comment, by=by, sender=sender)
    return comment.recommended


def refusal(move, comment, **options):
    with pytest.raises(moderation.IllegalMove) as refused:
        move(comment, **options)
    comment.refresh_from_db()
    assert (comment.recommended, Recommendation.objects.count()) == (0, 0)
    return refused.value.code


def test_a_person_counts_once(comment):
    assert [recommend(comment), recommend(comment), recommend(comment, NEIGHBOUR)] == [1, 1, 2]


def test_taking_it_back_twice_takes_it_back_once(comment):
    recommend(comment)
    recommend(comment, NEIGHBOUR)

    assert [unrecommend(comment), unrecommend(comment), recommend(comment)] == [1, 1, 2]


def test_an_account_and_a_proved_writer_count_for_themselves_wherever_they_are(comment, editor):
    writer = Writer.objects.create(email="ana@example.org", proved_at=timezone.now())
    proved = Sender(address=HOUSE.address, writer=writer)
    elsewhere = Sender(address=NEIGHBOUR.address, writer=writer)

    counts = [recommend(comment), recommend(comment, proved), recommend(comment, elsewhere)]
    counts += [recommend(comment, by=editor), recommend(comment, NEIGHBOUR, by=editor)]

    assert counts == [1, 2, 2, 3, 3]


def test_an_address_counts_once_though_its_fingerprint_is_another_each_week(comment, clock):
    recommend(comment)
    clock.shift(timedelta(days=8))

    assert recommend(comment) == 1
    assert moderation.is_recommended(comment, by=None, sender=HOUSE)
    assert unrecommend(comment) == 0


def test_the_count_stays_when_after_thirty_days_it_is_forgotten_who_it_was(comment, clock, editor):
    recommend(comment)
    recommend(comment, by=editor)
    clock.shift(timedelta(days=30, seconds=-1))
    call_command("forget", verbosity=0)
    kept = Recommendation.objects.count()
    clock.shift(timedelta(seconds=1))
    call_command("forget", verbosity=0)

    comment.refresh_from_db()
    left = Recommendation.objects.values_list("person", flat=True)
    assert (kept, list(left), comment.recommended) == (2, [f"account:{editor.pk}"], 2)


def test_who_is_erased_leaves_the_count_alone(comment):
    writer = Writer.objects.create(email="ana@example.org", proved_at=timezone.now())
    recommend(comment, Sender(writer=writer))
    recommend(comment, NEIGHBOUR)

    moderation.erase(writer)

    comment.refresh_from_db()
    assert comment.recommended == 2
    assert [each.person.partition(":")[0] for each in comment.recommendations.all()] == ["address"]


def test_to_look_makes_no_key(comment):
    assert not moderation.is_recommended(comment, by=None, sender=HOUSE)
    assert not FingerprintKey.objects.exists()


def test_no_address_is_kept(comment):
    recommend(comment)

    assert "203.0.113" not in Recommendation.objects.get().person


def test_nobody_whom_we_can_tell_does_not_count(comment):
    assert refusal(recommend, comment, sender=STRANGER) == "nobody"


def test_ones_own_is_refused_by_account_and_writer(article, editor):
    writer = Writer.objects.create(email="ana@example.org", proved_at=timezone.now())
    proved = Sender(writer=writer)
    by_account = guest_post(article, by=editor)
    by_writer = make_shown(article, email="ana@example.org", sender=proved)

    codes = [refusal(recommend, by_account, by=editor), refusal(recommend, by_writer, sender=proved)]

    assert codes == ["own", "own"]


@pytest.mark.parametrize("is_proved", [True, False])
def test_nobody_at_an_address_is_told_that_a_comment_came_from_there(article, is_proved):
    writer = Writer.objects.create(email="ana@example.org", proved_at=timezone.now()) if is_proved else None
    comment = make_shown(
        article, email="ana@example.org", sender=Sender(address=HOUSE.address, writer=writer)
    )

    assert [recommend(comment), recommend(comment), recommend(comment, NEIGHBOUR)] == [1, 1, 2]


@pytest.mark.parametrize("move", [recommend, unrecommend])
@pytest.mark.parametrize("away", ["held", "removed", "hidden", "taken down"])
def test_what_readers_cannot_read_is_not_there(article, comment, move, away):
    if away == "held":
        moderation.hold(comment, by=None)
    elif away == "removed":
        moderation.remove(comment, by=None)
    elif away == "hidden":
        make_discussion(article, mode="hidden")
    else:
        desk.withdraw(article, by=None, ground="legal", note="Taken down.")

    assert refusal(move, comment) == "no-such-comment"


def test_a_closed_discussion_takes_recommendations(article, comment):
    make_discussion(article, mode="closed")

    assert recommend(comment) == 1


@pytest.mark.parametrize("others", [1, 40])
def test_it_costs_the_same_however_many_did(comment, others, django_assert_num_queries):
    for index in range(others):
        recommend(comment, Sender(address=f"198.51.100.{index}/32"))

    with django_assert_num_queries(13):
        recommend(comment)
