"""`desk.undo`: for one minute, what was struck can be as if it had never been."""

from datetime import timedelta

import pytest

from articles import desk
from articles.desk.undoing import UNDO_WINDOW
from articles.models import Address, Edition
from tests.articles.records import entry, log_of, refused
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import NOON, make_article, make_published, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def numbers(at):
    return list(Edition.objects.standing(at).values_list("number", flat=True))


def test_a_first_publication_never_was(editor):
    article = make_published()

    edition = desk.undo(article, by=editor)

    assert [numbers(NOON), Address.objects.count(), edition.number] == [[], 0, 1]
    assert log_of(article)[1:] == [entry("undo", editor, "draft", "draft", edition__number=1)]


def test_readers_get_what_they_had_before(editor, clock):
    article = make_published()
    clock.shift(3600)
    publish(article, change="correction", note="It was Tuesday.")
    clock.shift(30)

    desk.undo(article, by=editor)

    assert [numbers(NOON + HOUR), numbers(NOON + 2 * HOUR)] == [[1], [1]]


def test_what_was_taken_down_stands_again(editor, clock):
    article = make_published()
    clock.shift(3600)
    desk.withdraw(article, by=editor, note="It was wrong.", ground="mistake")

    desk.undo(article, by=editor)

    assert Edition.objects.live(NOON + HOUR).get().number == 1


@pytest.mark.parametrize("pending", ["void", "strike-again"])
def test_the_scheduled_version_counts_again(pending, editor, clock):
    article = make_published()
    clock.shift(3600)
    publish(article, at=NOON + 5 * HOUR, change="update", expires_at=NOON + 9 * HOUR)
    clock.shift(3600)
    publish(article, change="minor", pending=pending)

    desk.undo(article, by=editor)

    assert [numbers(NOON + hours * HOUR) for hours in (3, 6, 10)] == [[1], [2], []]
    assert log_of(article)[-1]["details"] == {"reinstated": 2}


def test_the_version_dropped_with_a_story_taken_down_counts_again(editor, clock):
    article = make_published()
    publish(article, at=NOON + 5 * HOUR, change="update")
    clock.shift(3600)
    desk.withdraw(article, by=editor, note="It was wrong.", ground="mistake", pending="void")

    desk.undo(article, by=editor)

    assert [numbers(NOON + 2 * HOUR), numbers(NOON + 6 * HOUR)] == [[1], [2]]


def test_a_first_version_that_was_scheduled_has_its_address_again(editor, clock):
    article = make_article(headline="Rain")
    publish(article, at=NOON + 24 * HOUR)
    clock.shift(3600)
    publish(article, pending="void")

    desk.undo(article, by=editor)

    assert [numbers(NOON + 2 * HOUR), numbers(NOON + 25 * HOUR)] == [[], [1]]
    assert list(Address.objects.values_list("path", flat=True)) == ["/2026/03/03/rain/"]


def test_a_version_that_was_embargoed_since_stays_dropped(editor, clock):
    article = make_published()
    publish(article, at=NOON + 5 * HOUR, change="update")
    clock.shift(3600)
    publish(article, change="minor", pending="void")
    desk.embargo(article, by=editor, until=NOON + 6 * HOUR, pending="void")

    desk.undo(article, by=editor)

    assert numbers(NOON + 7 * HOUR) == [1]


def test_a_version_scheduled_in_spite_of_an_embargo_counts_again(editor, administrator, clock):
    article = make_published()
    desk.embargo(article, by=editor, until=NOON + 9 * HOUR)
    reason = {"override": "The ministry agreed."}
    desk.publish(article, by=administrator, at=NOON + 5 * HOUR, change="update", **reason)
    clock.shift(3600)
    desk.publish(article, by=administrator, change="minor", pending="void", **reason)

    desk.undo(article, by=editor)

    assert [numbers(NOON + 2 * HOUR), numbers(NOON + 6 * HOUR)] == [[1], [2]]


def test_a_version_that_was_unscheduled_since_stays_dropped(editor, clock):
    article = make_published()
    publish(article, at=NOON + 5 * HOUR, change="update")
    clock.shift(3600)
    publish(article, change="minor", pending="strike-again")
    desk.unschedule(article, by=editor)

    desk.undo(article, by=editor)

    assert numbers(NOON + 7 * HOUR) == [1]


def test_the_copy_is_where_it_was(editor):
    article = make_article(state="ready")
    publish(article)

    desk.undo(article, by=editor)

    assert [article.state, log_of(article)[-1]["to_state"]] == ["ready", "ready"]


def test_a_copy_that_was_saved_since_stays_a_draft(editor):
    article = make_article(state="ready")
    publish(article)
    desk.save(article, by=editor)

    desk.undo(article, by=editor)

    assert article.state == "draft"


def test_a_copy_that_was_only_noted_on_since_is_where_it_was(editor):
    article = make_article(state="ready")
    publish(article)
    article.ednote = "Call the harbour."
    desk.save(article, by=editor)

    desk.undo(article, by=editor)

    assert article.state == "ready"


def test_a_copy_that_was_filed_since_stays_filed(editor):
    article = make_article(state="ready")
    publish(article)
    desk.file(article, by=editor)

    desk.undo(article, by=editor)

    assert article.state == "filed"


def test_a_copy_that_was_moved_since_stays_where_it_is(editor):
    article = make_article(state="ready")
    publish(article)
    desk.file(article, by=editor)
    desk.take_back(article, by=editor)

    desk.undo(article, by=editor)

    assert article.state == "draft"


def test_only_the_last_thing_is_undone(editor, clock):
    article = make_published()
    clock.shift(10)
    publish(article, change="minor")
    desk.undo(article, by=editor)

    assert numbers(NOON + HOUR) == [1]


@pytest.mark.parametrize("seconds", [0, 59, 60])
def test_is_offered_for_a_minute(editor, clock, seconds):
    article = make_published()
    clock.shift(seconds)

    desk.undo(article, by=editor)

    assert numbers(NOON + HOUR) == []


def test_is_too_late_after_that(editor, clock):
    article = make_published()
    clock.shift(UNDO_WINDOW + timedelta(microseconds=1))

    with refused("too-late"):
        desk.undo(article, by=editor)


def test_is_refused_where_nothing_was_published(editor):
    article = make_article()

    with refused("too-late"):
        desk.undo(article, by=editor)


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("undo", role, whose) is ((role, whose) in THE_DESK)


def test_gives_the_story_back_into_the_hands_it_was_in(editor):
    story = make_article(state="filed")
    desk.claim(story, by=editor)
    desk.publish(story, by=editor)

    desk.undo(story, by=editor)

    story.refresh_from_db()
    assert (story.state, story.claimed_by) == ("filed", editor)
