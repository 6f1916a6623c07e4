"""What is typed and not saved: kept by sitting, told from what was saved, and nobody else's."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import desk
from articles.desk import autosaving
from articles.desk.autosaving import NotYours, SavedAlready, Sitting
from articles.desk.fields import fields_of
from articles.models import Article, Autosave
from tests.articles.records import log_of
from tests.factories import NOON, make_article, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def story(reporter):
    article = make_article(by=reporter, headline="Rain")
    desk.save(article, by=reporter)
    return article


@pytest.fixture
def sitting(story, reporter):
    return Sitting(uuid4(), reporter, story, story.version)


def fields(story, **changes):
    return {**fields_of(story), **changes}


def test_keeps_what_was_typed_and_touches_nothing_else(story, sitting, reporter):
    before = (story.version, len(log_of(story)), story.revisions.count())

    autosaving.keep(sitting, fields(story, headline="Rain, and"), NOON)
    autosaving.keep(sitting, fields(story, headline="Rain, and floods"), LATER)

    story.refresh_from_db()
    kept = Autosave.objects.get()
    assert (kept.fields["headline"], kept.writer, kept.article, kept.base_version) == (
        "Rain, and floods",
        reporter,
        story,
        2,
    )
    assert (kept.opened_at, kept.typed_at, kept.seen_at) == (NOON, LATER, LATER)
    assert (story.headline, story.version, len(log_of(story)), story.revisions.count()) == ("Rain", *before)


def test_what_is_typed_back_to_what_was_saved_is_nothing(story, sitting):
    autosaving.keep(sitting, fields(story, headline="Rain, and"), NOON)

    kept = autosaving.keep(sitting, fields(story), LATER)

    assert kept is None
    assert not Autosave.objects.unsaved().exists()


def test_what_somebody_saved_since_is_nothing_to_offer(story, sitting, reporter):
    """The journal of a browser that crashed after the save comes late."""
    story.headline = "Flood"
    desk.save(story, by=reporter)
    typed = fields(story)
    story.headline = "Hail"
    desk.save(story, by=reporter)

    assert autosaving.keep(sitting, typed, LATER) is None


def test_a_saved_sitting_is_done_with(story, sitting, reporter):
    autosaving.keep(sitting, fields(story, headline="Rain, and"), NOON)
    story.headline = "Rain, and floods"
    desk.save(story, by=reporter, sitting=sitting.name)

    assert autosaving.keep(sitting, fields(story), LATER) is None
    assert not Autosave.objects.exists()


def test_what_is_typed_in_it_since_needs_another_name(story, sitting, reporter):
    desk.save(story, by=reporter, sitting=sitting.name)

    with pytest.raises(SavedAlready):
        autosaving.keep(sitting, fields(story, headline="Rain, and hail"), LATER)

    assert not Autosave.objects.exists()


def test_nobody_settles_what_another_typed(story, sitting, editor):
    autosaving.keep(sitting, fields(story, headline="Mine"), NOON)

    desk.save(story, by=editor, sitting=sitting.name)

    assert Autosave.objects.get().fields["headline"] == "Mine"


def test_that_a_form_is_open_says_nothing_of_its_words(story, sitting):
    """Somebody may be writing in that row at this moment, or blanking it."""
    autosaving.keep(sitting, fields(story, headline="Words"), NOON)

    with CaptureQueriesContext(connection) as queries:
        autosaving.attend(sitting, LATER)

    (update,) = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    assert [name in update for name in ("seen_at", '"fields" =')] == [True, False]


def test_a_field_that_the_form_did_not_have_is_no_change(story, sitting):
    typed = {name: value for name, value in fields(story).items() if name != "slug"}

    assert autosaving.keep(sitting, typed, NOON) is None


def test_an_empty_new_story_is_nothing(reporter):
    empty = {name: "" for name in ("headline", "body")} | {"kind": "news", "language": "en", "section": None}

    assert autosaving.keep(Sitting(uuid4(), reporter), empty, NOON) is None
    assert autosaving.keep(Sitting(uuid4(), reporter), {**empty, "ednote": "Call"}, NOON).article is None


def test_nobody_writes_into_anothers_sitting(story, sitting):
    autosaving.keep(sitting, fields(story, headline="Mine"), NOON)
    stranger = Sitting(sitting.name, make_user(role="editor"), story, 2)

    with pytest.raises(NotYours):
        autosaving.keep(stranger, fields(story, headline="Stolen"), LATER)
    with pytest.raises(NotYours):
        autosaving.attend(stranger, LATER)
    autosaving.close(stranger, LATER)

    assert (Autosave.objects.get().fields["headline"], Autosave.objects.get().closed_at) == ("Mine", None)


def test_what_was_turned_down_is_not_offered_again_until_more_is_typed(story, sitting, reporter):
    autosaving.keep(sitting, fields(story, headline="Mine"), NOON)
    autosaving.leave(sitting.name, by=reporter, now=NOON)

    assert autosaving.keep(sitting, fields(story, headline="Mine"), LATER) is None
    assert autosaving.keep(sitting, fields(story, headline="Mine again"), LATER) is not None


def test_only_its_writer_turns_it_down(story, sitting):
    autosaving.keep(sitting, fields(story, headline="Mine"), NOON)

    assert autosaving.leave(sitting.name, by=make_user(role="editor"), now=NOON) is False


def test_closing_leaves_what_was_typed_and_drops_what_was_not(story, sitting, reporter):
    other = Sitting(uuid4(), reporter, story, 2)
    autosaving.attend(other, NOON)
    autosaving.keep(sitting, fields(story, headline="Mine"), NOON)

    autosaving.close(other, LATER)
    autosaving.close(sitting, LATER)

    kept = Autosave.objects.get()
    assert (kept.sitting, kept.closed_at, kept.is_present_at(LATER)) == (sitting.name, LATER, False)


def test_presence_ends_ten_minutes_after_the_last_sign(story, sitting):
    autosaving.attend(sitting, NOON)
    row = Autosave.objects.get()

    minutes = [9, 10, 11]
    assert [row.is_present_at(NOON + timedelta(minutes=each)) for each in minutes] == [True, True, False]
    since = [NOON + timedelta(minutes=each) - timedelta(minutes=10) for each in minutes]
    assert [Autosave.objects.open_since(each).exists() for each in since] == [True, True, False]


def test_what_could_not_be_saved_is_held_fast_whatever_became_of_the_sitting(story, sitting, reporter):
    desk.save(story, by=reporter, sitting=sitting.name)

    kept = autosaving.hold_fast(sitting, fields(story), NOON)

    assert kept.sitting != sitting.name
    assert Autosave.objects.unsaved().get() == kept


def test_what_lingers_is_dropped_but_never_words_that_wait(story, sitting, reporter):
    left, waiting = (Sitting(uuid4(), reporter, story, 2) for _ in range(2))
    for one in (left, waiting):
        autosaving.keep(one, fields(story, headline="Old"), NOON)
    autosaving.leave(left.name, by=reporter, now=NOON)

    autosaving.keep(sitting, fields(story, headline="New"), NOON + timedelta(days=31))

    assert set(Autosave.objects.values_list("sitting", flat=True)) == {waiting.name, sitting.name}


def test_saving_a_new_story_takes_its_autosave_along(reporter):
    sitting = Sitting(uuid4(), reporter)
    autosaving.keep(sitting, {"headline": "Rain"}, NOON)

    article = desk.start(Article(headline="Rain"), by=reporter, sitting=sitting.name)

    assert not Autosave.objects.exists()
    assert article.revisions.get().sitting == sitting.name
