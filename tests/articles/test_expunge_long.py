"""A long story is looked through before its lock is taken, so that nobody waits for that to save."""

from contextlib import contextmanager

import pytest

from articles import desk
from articles.desk import expunging
from articles.desk.expunging.sieve import Sieve
from articles.models import Contributor, Revision
from tests.articles.test_expunge import AMINA, expunge
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def story():
    return make_article(headline="Amina Diallo wins", body=f"<p>It was {AMINA}.</p>", by=None)


@pytest.fixture
def at_the_lock(monkeypatch):
    """Calls what is put into this list when the lock was asked for and is about to be taken."""
    calls = []
    hold = expunging.hold

    @contextmanager
    def late(*args):
        for call in calls:
            call()
        with hold(*args) as held:
            yield held

    monkeypatch.setattr(expunging, "hold", late)
    return calls


def test_under_the_lock_nothing_is_looked_through_that_was_before(story, at_the_lock, monkeypatch):
    desk.save(story, by=None)
    looked = []
    look = Sieve._blanked
    monkeypatch.setattr(Sieve, "_blanked", lambda self, text: looked.append(text) or look(self, text))
    at_the_lock.append(looked.clear)

    assert (expunge(story), looked) == (6, [])


def test_what_was_saved_meanwhile_is_blanked_too(story, at_the_lock):
    def save():
        other = type(story).objects.get(pk=story.pk)
        other.standfirst = f"For {AMINA}."
        desk.save(other, by=None)

    at_the_lock.append(save)

    expunge(story)

    assert story.standfirst == "For [removed]."
    assert {each.fields["headline"] for each in Revision.objects.all()} == {"[removed] wins"}


def test_what_was_saved_meanwhile_was_not_seen(story, at_the_lock):
    seen = desk.look_for_words(story, words=AMINA).fingerprint
    at_the_lock.append(lambda: desk.save(type(story).objects.get(pk=story.pk), by=None))

    with pytest.raises(desk.IllegalMove, match="Look at the places once more"):
        expunge(story, seen=seen)


def test_who_was_named_so_meanwhile_is_credited_no_more(story, at_the_lock):
    zoe = Contributor.objects.create(name="Zoë Stone", slug="zoe")
    story.credits.create(contributor=zoe)
    desk.save(story, by=None)
    at_the_lock.append(lambda: Contributor.objects.filter(pk=zoe.pk).update(name=AMINA))

    expunge(story)

    credits = [each.fields["credits"] for each in Revision.objects.all()]
    assert (story.credits.count(), [each for each in credits if each]) == (0, [])
