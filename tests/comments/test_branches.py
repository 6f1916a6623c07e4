"""Hiding a branch: one row takes it from readers, and without that row all is as it was."""

import re

import pytest
from django.db import connection

from comments import moderation, pages
from comments.models import Comment, Discussion, HiddenBranch
from comments.moderation.checking import check
from comments.sorts import After
from tests.comments.factories import fill, guest_post, make_shown, path_of
from tests.comments.test_admin import page_of, press
from tests.comments.test_page import numbers, of_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def thread(article):
    """1 ← 2 ← 3, 1 ← 4, and 5 beside it; returned in this order."""
    root = make_shown(article)
    reply = make_shown(article, parent=root)
    return [
        root,
        reply,
        make_shown(article, parent=reply),
        make_shown(article, parent=root),
        make_shown(article),
    ]


def everything():
    """All but the log."""
    models = (Comment, Discussion, HiddenBranch)
    return [list(model.objects.order_by("pk").values()) for model in models]


def counts(article):
    rows = Comment.objects.on(article.pk).order_by("number")
    return Discussion.objects.get().shown_count, list(rows.values_list("shown_replies", flat=True))


@pytest.mark.parametrize(
    ("head", "listed", "counted"),
    [
        (1, [5], (1, [3, 1, 0, 0, 0])),
        (2, [1, 4, 5], (3, [1, 1, 0, 0, 0])),
        (3, [1, 2, 4, 5], (4, [2, 0, 0, 0, 0])),
        (5, [1, 2, 3, 4], (4, [3, 1, 0, 0, 0])),
    ],
)
def test_a_hidden_branch_is_on_no_page_and_in_no_count(thread, article, client, head, listed, counted):
    moderation.hide_branch(thread[head - 1], by=None)

    answers = {n: client.get(f"{path_of(article)}comments/{n}/").status_code for n in range(1, 6)}
    assert numbers(of_story(article).html) == listed
    assert counts(article) == counted
    assert answers == {n: 200 if n in listed else 404 for n in range(1, 6)}
    assert not check(article)


@pytest.mark.parametrize("head", [1, 2, 3, 5])
def test_showing_it_again_undoes_exactly_that(thread, article, head):
    before = everything()

    moderation.hide_branch(thread[head - 1], by=None)
    moderation.show_branch(thread[head - 1], by=None)

    assert everything() == before


def test_what_was_hidden_or_removed_for_itself_stays_so(thread, article):
    moderation.hide_branch(thread[2], by=None)
    moderation.remove(thread[3], by=None)
    before = everything()

    moderation.hide_branch(thread[0], by=None)
    moderation.hide_branch(thread[1], by=None)
    moderation.show_branch(thread[0], by=None)
    after_the_outer = numbers(of_story(article).html)
    moderation.show_branch(thread[1], by=None)

    assert after_the_outer == [1, 5]
    assert everything() == before
    assert numbers(of_story(article).html) == [1, 2, 5]


def test_decisions_inside_are_counted_when_it_is_shown_again(thread, article):
    waiting = guest_post(article, parent=thread[2])
    moderation.hide_branch(thread[1], by=None)

    moderation.show(waiting, by=None)
    moderation.remove(thread[1], by=None)
    hidden = counts(article)
    moderation.show_branch(thread[1], by=None)

    assert hidden == (3, [1, 2, 1, 0, 0, 0])
    assert counts(article) == (5, [3, 2, 1, 0, 0, 0])
    assert not check(article)


def test_editors_picks_in_it_are_not_counted_and_not_listed(thread, article):
    moderation.pick(thread[2], by=None)
    before = everything()

    moderation.hide_branch(thread[1], by=None)
    moderation.pick(thread[1], by=None)
    hidden = Discussion.objects.get().picked_count
    report = check(article)
    moderation.unpick(thread[1], by=None)
    moderation.show_branch(thread[1], by=None)

    assert (hidden, bool(report)) == (0, False)
    assert everything() == before


def test_replies_into_it_are_refused_like_replies_to_nothing(thread, article):
    moderation.hide_branch(thread[1], by=None)

    for comment in thread[1:3]:
        with pytest.raises(moderation.IllegalMove) as refused:
            guest_post(article, parent=comment)
        assert refused.value.code == "no-such-comment"


def test_a_page_goes_on_after_a_comment_that_was_hidden(article):
    fill(article, roots=30)
    moderation.hide_branch(Comment.objects.get(number=20), by=None)

    assert numbers(of_story(article, after=After(20)).html) == list(range(21, 31))
    assert numbers(of_story(article).html) == [*range(1, 20), 21]


def test_ten_replies_are_listed_beside_a_hidden_branch(article):
    root = make_shown(article)
    head = make_shown(article, parent=root)
    for _ in range(15):
        make_shown(article, parent=head)
    for _ in range(12):
        make_shown(article, parent=root)
    moderation.hide_branch(head, by=None)

    html = of_story(article).html
    branch = pages.of_branch(root, story_path="/a/", takes_replies=True)

    assert numbers(html) == [1, *range(18, 28)]
    assert "2 more replies to " in html
    assert numbers(branch.html) == list(range(18, 30))


def test_it_costs_readers_no_query(thread, article, client, django_assert_num_queries):
    page = f"{path_of(article)}comments/1/"
    moderation.hide_branch(thread[2], by=None)
    client.get(page)

    with django_assert_num_queries(5):
        client.get(page)
    with django_assert_num_queries(2):
        of_story(article)


def test_the_log_says_who_and_why(thread, moderator):
    moderation.hide_branch(thread[0], by=moderator, reason="abuse", note="All of it.")
    moderation.show_branch(thread[0], by=moderator)

    shown, hidden = thread[0].moderation_entries.all()[:2]
    assert (hidden.move, hidden.statuses, hidden.reason, hidden.note) == (
        "Hide branch",
        "Shown",
        "abuse",
        "All of it.",
    )
    assert (shown.move, shown.reason, shown.actor) == ("Show branch again", "mistake", moderator)


@pytest.mark.parametrize(
    ("verb", "before", "code"),
    [("hide_branch", ["hide_branch"], "hidden-already"), ("show_branch", [], "not-hidden")],
)
def test_it_is_hidden_once_and_shown_once(thread, verb, before, code):
    for earlier in before:
        moderation.DECISIONS[earlier](thread[0], by=None)
    state = everything()

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.DECISIONS[verb](thread[0], by=None)

    assert (refused.value.code, everything()) == (code, state)


@pytest.mark.parametrize("verb", ["hide_branch", "show_branch"])
@pytest.mark.parametrize("role", ["reporter", "editor"])
def test_only_moderators_decide_on_branches(thread, role, verb, request):
    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.DECISIONS[verb](thread[0], by=request.getfixturevalue(role))

    assert refused.value.code == "not-permitted"


def test_on_the_last_level_there_is_no_branch_to_hide(article):
    deepest = make_shown(article)
    for _ in range(31):
        deepest = make_shown(article, parent=deepest)
    make_shown(article, parent=deepest)

    with pytest.raises(moderation.IllegalMove) as refused:
        moderation.hide_branch(deepest, by=None)
    moderation.hide_branch(deepest.parent, by=None)

    assert refused.value.code == "no-branch"
    assert Comment.objects.shown().count() == 30
    assert not check(article)


@pytest.mark.parametrize("size", [1, 1000])
@pytest.mark.parametrize("verb", ["hide_branch", "show_branch", "remove", "restore"])
def test_one_row_takes_away_a_branch_of_any_size(article, size, verb):
    head = fill(article, roots=1, replies=size)[0]
    earlier = {"show_branch": "hide_branch", "restore": "remove"}.get(verb)
    if earlier:
        moderation.DECISIONS[earlier](head, by=None)
    written = []

    def count(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if sql.startswith(("UPDATE", "DELETE")):
            # Of rows that it gives back (RETURNING) SQLite doesn't say how many; one has one key.
            rows = 1 if re.search(r"id\" = %s RETURNING", sql) else context["cursor"].rowcount
            written.append((sql.split('"')[1], rows))
        elif sql.startswith("INSERT"):
            written.append((sql.split('"')[1], sql.count("), (") + 1))
        return result

    with connection.execute_wrapper(count):
        moderation.DECISIONS[verb](head, by=None)

    table = "comments_comment" if verb in ("remove", "restore") else "comments_hiddenbranch"
    assert sorted(written) == sorted(
        [
            (table, 1),
            ("comments_discussion", 1),
            ("comments_loghead", 1),
            ("comments_moderationentry", 1),
        ]
    )


def test_a_moderator_hides_a_branch_and_shows_it_again_by_buttons(thread, client, moderator):
    client.force_login(moderator)

    press(client, thread[0], "hide_branch", reason="abuse")
    head, below = (client.get(page_of(comment)).content.decode() for comment in thread[:2])
    press(client, thread[0], "show_branch", reason="")

    for html in (head, below):
        assert "Readers don't see it: the branch of" in html
        assert "is hidden. Insult, threat or hatred." in html
    assert 'value="show_branch"' in head
    assert 'value="hide_branch"' in below
    assert not HiddenBranch.objects.exists()


def test_where_a_branch_is_hidden_is_checked_and_mended(thread, article):
    moderation.hide_branch(thread[1], by=None)
    before = everything()
    HiddenBranch.objects.update(path="zzzz")

    report = check(article)
    moderation.rebuild(article)

    assert f"1 hidden branch is remembered in the wrong place: key {thread[1].pk}" in report.sentences()
    assert everything() == before


def test_undo_takes_back_what_was_done_to_a_branch(thread, article):
    before = everything()

    moderation.hide_branch(thread[0], by=None, reason="abuse")
    hidden = everything()
    moderation.undo(thread[0], by=None)
    undone = everything()
    moderation.hide_branch(thread[0], by=None, reason="abuse")
    moderation.show_branch(thread[0], by=None)
    moderation.undo(thread[0], by=None)

    assert undone == before
    assert everything() == hidden


def test_undo_of_a_removal_looks_past_what_was_done_to_the_branch(thread):
    moderation.hide_branch(thread[0], by=None, reason="abuse")
    moderation.remove(thread[0], by=None, reason="private")

    moderation.undo(thread[0], by=None)

    assert (thread[0].status, thread[0].why) == ("shown", "fine")
