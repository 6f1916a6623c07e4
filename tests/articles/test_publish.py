"""`desk.publish`: what readers get, and from when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.forms import model_to_dict
from django.utils import timezone

from articles import desk
from articles.body import RENDERER
from articles.models import Article, Edition
from tests.articles.records import entry, log_of, refused
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import (
    NOON,
    make_article,
    make_contributor,
    make_published,
    make_section,
    make_topic,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

EDITION_FACTS = (
    "article number change note struck_by struck_at struck_version first_published_at published_on live_from "
    "expires_at live_until voided_at updated_at earlier_notes follows"
).split()
WORDS = (
    "headline kicker standfirst dateline source search_title search_description social_title "
    "social_description"
).split()


def served(article, at=None):
    """What readers of this article get at an instant: the edition's number, or None."""
    edition = Edition.objects.live(at or timezone.now()).filter(article=article).first()
    return edition and edition.number


def test_publishes_now(editor):
    article = make_article(headline="Rain in Tripoli", state="ready")

    edition = desk.publish(article, by=editor)

    assert served(article) == 1
    assert edition.get_absolute_url() == "/2026/03/02/rain-in-tripoli/"
    assert article.state == "draft"


def test_publishes_at_an_instant_to_come(clock, editor):
    article = make_article()
    at = timezone.now() + timedelta(hours=2)

    desk.publish(article, by=editor, at=at)

    assert [served(article, at - timedelta(microseconds=1)), served(article, at)] == [None, 1]


def test_second_edition_ends_the_first(editor):
    article = make_published()
    at = timezone.now() + timedelta(hours=1)

    publish(article, at=at, change="update")

    assert [served(article, at - timedelta(microseconds=1)), served(article, at)] == [1, 2]


def test_leaves_an_entry_with_the_edition_and_what_was_skipped(editor):
    article = make_article(state="filed")

    desk.publish(article, by=editor)

    assert log_of(article) == [
        entry("publish", editor, "filed", "draft", details={"skipped": ["ready"]}, edition__number=1)
    ]


def test_the_edition_holds_what_the_desk_said_and_when(editor):
    article = make_article(version=7, headline="Rain", slug="rain")
    end = NOON + HOUR

    edition = desk.publish(article, by=editor, note=" Kept ", expires_at=end)

    edition.refresh_from_db()
    assert model_to_dict(edition, fields=EDITION_FACTS) == {
        "article": article.pk,
        "number": 1,
        "change": "first",
        "note": "Kept",
        "struck_by": editor.pk,
        "struck_at": NOON,
        "struck_version": 7,
        "first_published_at": NOON,
        "published_on": date(2026, 3, 2),
        "live_from": NOON,
        "expires_at": end,
        "live_until": end,
        "voided_at": None,
        "updated_at": NOON,
        "earlier_notes": [],
        "follows": None,
    }


def test_the_edition_holds_the_words_and_what_a_page_needs(editor):
    world = make_section()
    africa = make_section(name="Africa", parent=world)
    article = make_article(
        section=africa,
        topics=(make_topic(name="Libya"), make_topic(name="Niger")),
        **{name: f"The {name}" for name in WORDS},
    )
    article.credits.create(contributor=make_contributor(name="Amina Diallo"))

    edition = desk.publish(article, by=editor)

    edition = Edition.objects.get(pk=edition.pk)
    assert {name: getattr(edition, name) for name in WORDS} == {name: f"The {name}" for name in WORDS}
    assert (edition.section, edition.top_section) == (africa, world)
    assert list(edition.topics.values_list("name", flat=True)) == ["Libya", "Niger"]
    assert [str(credit) for credit in edition.credits.all()] == ["Amina Diallo (Author)"]
    assert (edition.body_html, edition.rendered_by) == ("<p>What happened, and to whom.</p>", RENDERER)
    assert edition.topics_html == '<a href="/topic/libya/">Libya</a>, <a href="/topic/niger/">Niger</a>'
    assert (edition.byline, edition.byline_html) == (
        "By Amina Diallo",
        'By <a href="/by/amina-diallo/">Amina Diallo</a>',
    )


def test_a_byline_written_by_hand_replaces_the_credits(editor):
    article = make_article(byline_override="By <our> staff")
    article.credits.create(contributor=make_contributor(name="Amina Diallo"))

    edition = desk.publish(article, by=editor)

    assert (edition.byline, edition.byline_html) == ("By <our> staff", "By &lt;our&gt; staff")


def test_a_long_list_of_credits_is_printed_whole(editor):
    article = make_article()
    names = [f"Contributor number {number} of the investigation" for number in range(20)]
    for order, name in enumerate(names):
        article.credits.create(contributor=make_contributor(name=name), order=order)

    edition = desk.publish(article, by=editor)

    assert edition.byline == f"By {', '.join(names[:-1])} and {names[-1]}"


def test_what_changes_in_the_working_copy_later_stays_there(editor):
    article = make_published(headline="Rain", topics=(make_topic(name="Libya"),))
    article.headline = "Flood"
    desk.save(article, by=editor)
    article.topics.clear()

    edition = Edition.objects.get()
    assert (edition.headline, edition.topics.count()) == ("Rain", 1)


def test_publishes_what_is_stored_and_not_what_is_in_hand(editor):
    article = make_article(headline="Rain")
    article.headline = "Not saved"

    edition = desk.publish(article, by=editor)

    assert edition.headline == "Rain"


def test_a_story_keeps_its_day_in_the_newsrooms_calendar_whoever_publishes(editor):
    article = make_article(headline="Rain")
    late_in_utc = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)  # Already the third of March in Cairo.

    with timezone.override("America/New_York"):
        edition = desk.publish(article, by=editor, at=late_in_utc)

    assert (edition.published_on, edition.get_absolute_url()) == (date(2026, 3, 3), "/2026/03/03/rain/")


@pytest.mark.parametrize(
    ("fields", "code"), [({"headline": " "}, "no-headline"), ({"section": None}, "no-section")]
)
def test_is_refused_while_the_story_lacks(editor, fields, code):
    article = make_article()
    Article.objects.filter(pk=article.pk).update(**fields)

    with refused(code):
        desk.publish(article, by=editor)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"at": NOON - timedelta(microseconds=1)}, "in-the-past"),
        ({"expires_at": NOON}, "expires-too-early"),
        ({"at": NOON + HOUR, "expires_at": NOON + HOUR}, "expires-too-early"),
    ],
)
def test_is_refused_at_times_that_make_no_sense(editor, options, code):
    article = make_article()

    with refused(code):
        desk.publish(article, by=editor, **options)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({}, "change-needed"),
        ({"change": "first"}, "change-needed"),
        ({"change": "withdrawal"}, "change-needed"),
        ({"change": "nonsense"}, "change-needed"),
        ({"change": "correction"}, "note-needed"),
        ({"change": "clarification", "note": " "}, "note-needed"),
    ],
)
def test_another_version_is_refused_without_saying_what_it_is(editor, options, code):
    article = make_published()

    with refused(code):
        desk.publish(article, by=editor, **options)


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("publish", role, whose) is ((role, whose) in THE_DESK)
