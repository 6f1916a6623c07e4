"""Two people at once: whatever they do to one story, or to one address, stays sound."""

import time
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles import desk
from articles.models import Address, Article, DeskEntry, Edition
from tests.factories import make_article, make_published, publish

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 12
#: For all rounds of one test together; slow machines race less often, not wrongly.
AT_MOST = 5


def race(*verbs: Callable[[], Any]) -> list[Any]:
    """Start them at one moment, each on its own connection: what each returned, or was refused with."""
    barrier, results = Barrier(len(verbs)), [None] * len(verbs)

    def run(place: int, verb: Callable[[], Any]) -> None:
        try:
            barrier.wait(10)
            results[place] = verb()
        except Exception as problem:
            results[place] = problem
        finally:
            connection.close()

    threads = [Thread(target=run, args=each) for each in enumerate(verbs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def rounds():
    end = time.monotonic() + AT_MOST
    for number in range(ROUNDS):
        if time.monotonic() > end:
            return
        yield number


def outcome(result: Any) -> str:
    """“done”, or the code of the refusal. Anything else went wrong."""
    if isinstance(result, desk.IllegalMove):
        return result.code
    if isinstance(result, Exception):
        raise result
    return "done"


def hand(article: Article) -> Article:
    """The article as another person has it before them."""
    return Article.objects.get(pk=article.pk)


def assert_sound(article: Article) -> None:
    """One edition stands at most, numbers run on, and each was struck under an entry of its own."""
    editions = list(article.editions.order_by("number"))
    turns = {at for edition in editions for at in (edition.live_from, edition.live_until) if at}
    for at in turns | {timezone.now()}:
        assert Edition.objects.standing(at).filter(article=article).count() <= 1
    assert [edition.number for edition in editions] == list(range(1, len(editions) + 1))
    entries = DeskEntry.objects.filter(article=article, verb__in=["publish", "withdraw"])
    assert sorted(entries.values_list("edition__number", flat=True)) == [each.number for each in editions]


def test_two_publishers_of_a_new_story_strike_one_first_version():
    for _ in rounds():
        article = make_article()
        one, other = hand(article), hand(article)

        results = race(lambda a=one: desk.publish(a, by=None), lambda a=other: desk.publish(a, by=None))

        # The one who comes second has to say what their version is to the first.
        assert sorted(map(outcome, results)) == ["change-needed", "done"]
        assert_sound(article)


def test_two_publishers_of_a_change_strike_one_after_the_other():
    article = make_published()
    for _ in rounds():
        one, other = hand(article), hand(article)

        results = race(
            lambda a=one: desk.publish(a, by=None, change="minor"),
            lambda a=other: desk.publish(a, by=None, change="update"),
        )

        # The clock is read under the lock: who comes second can't be before who came first.
        assert list(map(outcome, results)) == ["done", "done"]
    assert_sound(article)
    assert Edition.objects.standing(timezone.now()).count() == 1


def test_two_who_schedule_leave_one_scheduled_version():
    for _ in rounds():
        article = make_published()
        at = timezone.now() + timedelta(hours=1)
        one, other = hand(article), hand(article)

        results = race(
            lambda a=one, at=at: desk.publish(a, by=None, change="minor", at=at),
            lambda a=other, at=at: desk.publish(a, by=None, change="update", at=at + timedelta(hours=1)),
        )

        assert sorted(map(outcome, results)) == ["done", "pending"]
        assert_sound(article)


def test_publishing_against_taking_down():
    for _ in rounds():
        article = make_published()
        one, other = hand(article), hand(article)

        results = race(
            lambda a=one: desk.publish(a, by=None, change="update"),
            lambda a=other: desk.withdraw(a, by=None, note="It was wrong.", ground="legal"),
        )

        assert list(map(outcome, results)) == ["done", "done"]
        assert_sound(article)


def test_publishing_against_unscheduling():
    for _ in rounds():
        article = make_published()
        publish(article, change="update", at=timezone.now() + timedelta(hours=1))
        one, other = hand(article), hand(article)

        results = race(
            lambda a=one: desk.publish(a, by=None, change="minor", pending="void"),
            lambda a=other: desk.unschedule(a, by=None),
        )

        assert [outcome(results[0]), outcome(results[1]) in {"done", "nothing-pending"}] == ["done", True]
        assert list(Edition.objects.pending(timezone.now()).filter(article=article)) == []
        assert_sound(article)


def test_two_stories_that_want_one_address_both_get_one():
    for number in rounds():
        articles = [make_article(headline=f"Rain {number}"), make_article(headline=f"Rain {number}")]

        results = race(*(lambda a=article: desk.publish(a, by=None) for article in articles))

        assert list(map(outcome, results)) == ["done", "done"]
        paths = Address.objects.filter(article__in=articles).values_list("path", flat=True)
        day = f"{timezone.localdate():%Y/%m/%d}"
        assert sorted(paths) == [f"/{day}/rain-{number}-2/", f"/{day}/rain-{number}/"]


def test_two_stories_renamed_to_one_address_leave_it_with_the_first():
    for number in rounds():
        articles = [make_published(), make_published()]

        results = race(
            *(lambda a=article, n=number: desk.rename(a, by=None, slug=f"rain-{n}") for article in articles)
        )

        assert sorted(map(outcome, results)) == ["address-taken", "done"]
        assert [article.addresses.filter(is_current=True).count() for article in articles] == [1, 1]


def test_two_who_save_do_not_overwrite_each_other():
    article = make_article()
    for number in rounds():
        one, other = hand(article), hand(article)
        one.headline, other.headline = f"One {number}", f"Other {number}"

        results = race(
            lambda a=one: desk.save(a, by=None, seen_version=a.version),
            lambda a=other: desk.save(a, by=None, seen_version=a.version),
        )

        assert sorted(map(outcome, results)) == ["done", "stale"]
        assert hand(article).version == number + 2
