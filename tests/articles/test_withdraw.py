"""`desk.withdraw`: what ran is taken back, with a notice in its place."""

import pytest

from articles import desk
from articles.models import Edition
from articles.models.story import STORY_FIELDS
from tests.articles.records import entry, log_of, refused, row
from tests.articles.verbs import ASKERS, HOUR, THE_DESK, may_do
from tests.factories import NOON, make_article, make_contributor, make_published, make_topic, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def take_down(article, by=None, **options):
    return desk.withdraw(article, by=by, **{"note": "It was wrong.", "ground": "retraction", **options})


def test_puts_a_notice_in_the_storys_place(editor, clock):
    article = make_published()
    clock.shift(3600)

    notice = take_down(article, editor, reason="The minister called")

    assert list(Edition.objects.standing(NOON + HOUR)) == [notice]
    assert list(Edition.objects.live(NOON + HOUR)) == []
    assert log_of(article)[1:] == [
        entry(
            "withdraw",
            editor,
            "draft",
            "draft",
            reason="The minister called",
            details={"ground": "retraction"},
            edition__number=2,
            at=NOON + HOUR,
        )
    ]


def test_holds_only_its_notice(editor):
    article = make_article(
        topics=(make_topic(),),
        language="ar",
        kind="opinion",
        **{name: f"The {name}" for name in ("headline", "kicker", "standfirst", "dateline", "source")},
    )
    article.credits.create(contributor=make_contributor())
    publish(article)

    take_down(article, editor, note="  It was wrong.  ")

    notice = Edition.objects.get(change="withdrawal")
    words = {name: getattr(notice, name) for name in STORY_FIELDS}
    kept = {"language": "ar", "kind": "opinion"}
    assert words == {**dict.fromkeys(STORY_FIELDS, ""), "section": None, **kept}
    assert [notice.note, notice.byline, notice.byline_html, notice.topics_html, notice.body_html] == [
        "It was wrong.",
        "",
        "",
        "",
        "",
    ]
    assert (notice.topics.count(), notice.credits.count(), notice.top_section) == (0, 0, None)


def test_names_the_story_only_if_the_editor_says_so(editor):
    article = make_published(headline="Rain")

    notice = take_down(article, editor, names_story=True)

    assert notice.headline == "Rain"


def test_leaves_the_working_copy_alone(editor):
    article = make_published()
    before = row(article)

    take_down(article, editor)

    assert row(article) == before


def test_keeps_the_address(editor):
    article = make_published(headline="Rain")

    take_down(article, editor)

    assert article.addresses.get().path == "/2026/03/02/rain/"


def test_takes_down_what_has_expired_too(editor, clock):
    article = make_article()
    publish(article, expires_at=NOON + HOUR)
    clock.move_to(NOON + 2 * HOUR)

    notice = take_down(article, editor)

    assert [list(Edition.objects.standing(NOON + hours * HOUR)) for hours in (0.5, 1.5, 2)] == [
        [article.editions.first()],
        [],
        [notice],
    ]


def test_a_story_can_be_published_again_after_it(editor, clock):
    article = make_published()
    take_down(article, editor)
    clock.shift(3600)

    publish(article, change="update")

    assert Edition.objects.live(NOON + HOUR).get().number == 3


@pytest.mark.parametrize(
    ("options", "code"),
    [({"note": "  "}, "note-needed"), ({"ground": ""}, "ground-needed"), ({"ground": "x"}, "ground-needed")],
)
def test_is_refused_without_a_notice_and_a_ground(editor, options, code):
    article = make_published()

    with refused(code):
        take_down(article, editor, **options)


def test_is_refused_for_what_never_ran(editor):
    draft, scheduled = make_article(), make_article()
    publish(scheduled, at=NOON + HOUR)

    with refused("never-ran"):
        take_down(draft, editor)
    with refused("never-ran"):
        take_down(scheduled, editor, pending="void")


def test_is_refused_twice(editor):
    article = make_published()
    take_down(article, editor)

    with refused("already-down"):
        take_down(article, editor)


@pytest.mark.parametrize("choice", [None, "strike-again"])
def test_is_refused_while_a_version_is_scheduled_that_would_bring_it_back(editor, choice):
    article = make_published()
    publish(article, change="update", at=NOON + HOUR)

    with refused("pending"):
        take_down(article, editor, pending=choice)


def test_drops_the_scheduled_version_if_the_editor_says_so(editor, clock):
    article = make_published()
    publish(article, change="update", at=NOON + HOUR)
    clock.shift(60)

    notice = take_down(article, editor, pending="void")

    assert [list(Edition.objects.standing(NOON + hours * HOUR)) for hours in (0.5, 1, 2)] == [[notice]] * 3


@pytest.mark.parametrize(("role", "whose"), ASKERS)
def test_is_done_by_the_desk(role, whose):
    assert may_do("withdraw", role, whose) is ((role, whose) in THE_DESK)
