"""Editors' picks: who makes them, where readers find them, and what becomes of one that is hidden."""

import re

import pytest
from django.utils import timezone

from comments import moderation
from comments.models import Discussion
from comments.states import PICKS
from tests.comments.factories import browser, edition_at, fill, guest_post, make_shown
from tests.comments.test_admin import LIST, page_of
from tests.comments.test_page import draw, numbers
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

TAB = '<a href="?sort=picks#comments"'


def picks_of(article, query=""):
    return draw(edition_at(article, timezone.now()), f"?sort=picks{query}")


def picked_count(article):
    return Discussion.objects.get(pk=article.pk).picked_count


def test_a_pick_is_logged_and_says_so(article, editor):
    comment = make_shown(article)

    moderation.pick(comment, by=editor)

    entry = comment.moderation_entries.first()
    assert (entry.verb, entry.from_status, entry.to_status, entry.reason) == (
        "pick",
        "shown",
        "shown",
        "fine",
    )
    assert (entry.actor, entry.move) == (editor, "Make an editors' pick")
    assert (comment.picked_at, picked_count(article)) == (timezone.now(), 1)


@pytest.mark.parametrize(("first", "again"), [("pick", "pick"), ("pick", "unpick"), ("unpick", "unpick")])
def test_doing_it_again_changes_nothing(article, first, again):
    comment = make_shown(article)
    moderation.PICKS[first](comment, by=None)
    moderation.PICKS[again](comment, by=None)
    moderation.PICKS[again](comment, by=None)

    assert picked_count(article) == (1 if again == "pick" else 0)
    assert comment.moderation_entries.filter(verb__in=PICKS).count() == {"pick": 1, "unpick": 2}[again] * (
        first == "pick"
    )


@pytest.mark.parametrize("verb", PICKS)
@pytest.mark.parametrize(
    ("role", "may"),
    [("administrator", True), ("editor", True), ("moderator", True), ("reporter", False), ("", False)],
)
def test_editors_moderators_and_administrators_pick(article, verb, role, may):
    comment = make_shown(article)
    if verb == "unpick":
        moderation.pick(comment, by=None)
    person = make_user(role=role)

    try:
        moderation.PICKS[verb](comment, by=person)
        code = "done"
    except moderation.IllegalMove as refusal:
        code = refusal.code

    assert code == ("done" if may else "not-permitted")
    assert picked_count(article) == ((verb == "pick") == may)


def test_what_is_not_shown_is_not_picked(article):
    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.pick(guest_post(article), by=None)

    assert refused.value.code == "wrong-status"


def test_a_pick_that_is_hidden_stays_one_but_is_not_listed(article):
    comment, other = make_shown(article), make_shown(article)
    moderation.pick(comment, by=None)
    moderation.pick(other, by=None)

    moderation.remove(comment, by=None)
    hidden = (picked_count(article), numbers(picks_of(article)))
    moderation.restore(comment, by=None)

    assert hidden == (1, [2])
    assert (picked_count(article), numbers(picks_of(article))) == (2, [1, 2])


def test_a_hidden_pick_can_be_unpicked(article):
    comment = make_shown(article)
    moderation.pick(comment, by=None)
    moderation.remove(comment, by=None)
    moderation.unpick(comment, by=None)
    moderation.restore(comment, by=None)

    assert (comment.picked_at, picked_count(article)) == (None, 0)


def test_rebuilding_counts_picks(article):
    moderation.pick(make_shown(article), by=None)
    Discussion.objects.update(picked_count=7)

    moderation.rebuild(article)

    assert picked_count(article) == 1


def test_the_tab_is_there_where_there_are_any(article):
    edition = edition_at(article, timezone.now())
    comment = make_shown(article)
    make_shown(article)
    without = draw(edition)
    moderation.pick(comment, by=None)

    assert (TAB in without, TAB in draw(edition)) == (False, True)


def test_picks_stand_alone_and_say_what_they_answer(article):
    root = make_shown(article, name="Ana")
    reply = make_shown(article, name="Dio", parent=root)
    moderation.pick(reply, by=None)

    html = picks_of(article)

    assert numbers(html) == [2]
    assert re.search(
        r"in reply to <a href=\"[^\"]*/comments/1/\"><bdi>Ana</bdi> \(1\)</a></span> <span", html
    )


def test_picks_are_read_twenty_at_a_time(article):
    for comment in fill(article, roots=25):
        moderation.pick(comment, by=None)

    first, second = picks_of(article), picks_of(article, "&after=20")

    assert numbers(first) + numbers(second) == list(range(1, 26))
    assert '<a href="?sort=picks&amp;after=20#comments" rel="next">More comments</a>' in first


def test_an_editor_picks_by_a_button_and_an_action(article, editor):
    one, other = make_shown(article), make_shown(article)
    client = browser(editor)
    html = client.get(page_of(one)).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[1]

    client.post(f"{LIST}{one.pk}/pick/", {"verb": "pick", "csrfmiddlewaretoken": token})
    typed = {"action": "pick", "_selected_action": [one.pk, other.pk], "csrfmiddlewaretoken": token}
    said = client.post(f"{LIST}?status=all", typed, follow=True).content.decode()

    assert re.findall(r'name="verb" value="(\w+)"', html) == ["pick"]
    assert "Make an editors&#x27; pick: done for 2 comments." in said
    assert picked_count(article) == 2
    assert re.findall(r'name="verb" value="(\w+)"', client.get(page_of(one)).content.decode()) == ["unpick"]


def test_a_reporter_has_no_such_button(article, reporter):
    comment = make_shown(article)
    client = browser(reporter)
    html = client.get("/admin/", follow=True).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[1]

    pressed = client.post(f"{LIST}{comment.pk}/pick/", {"verb": "pick", "csrfmiddlewaretoken": token})

    assert (pressed.status_code, picked_count(article)) == (403, 0)


def test_a_button_without_the_token_or_by_looking_does_nothing(article, editor):
    comment = make_shown(article)
    client = browser(editor)

    pressed = client.post(f"{LIST}{comment.pk}/pick/", {"verb": "pick"})
    looked = client.get(f"{LIST}{comment.pk}/pick/?verb=pick")

    assert (pressed.status_code, looked.status_code, picked_count(article)) == (403, 405, 0)
