"""What the queue says of a decision, and what happens in it when others were quicker."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from comments import moderation
from comments.models import Claim, Comment
from comments.moderation.claiming import hand_out
from tests.browser.desk import sign_in
from tests.browser.queueing import QUEUE, focused, take
from tests.comments.factories import guest_post, make_shown, make_writer, writers_post
from tests.comments.noticed import give
from tests.factories import make_published, make_user


@pytest.fixture
def story(transactional_db):
    return make_published(headline="Rain", body="<p>It rained on Monday.</p>")


@pytest.fixture
def mona(transactional_db):
    return make_user(role="moderator", name="Mona Ives")


@pytest.fixture
def at_queue(page: Page, mona) -> Page:
    sign_in(page, mona)
    return page


def said(page: Page):
    return page.get_by_role("status").and_(page.locator("#queue-said"))


def row(page: Page, comment: Comment):
    return page.locator(f"#comment-{comment.pk}")


def waiting(story, count: int) -> list[Comment]:
    """Comments of one writer each, the first of which stands first in the queue."""
    made = [
        writers_post(story, make_writer(f"w{n}@example.org"), name=f"Reader {n}", text=f"Words {n}.")
        for n in range(count)
    ]
    assert {comment.status for comment in made} == {"held"}
    return made[::-1]


def edit(comment: Comment) -> None:
    moderation.edit(comment, writer=comment.writer, text="Quite other words than before.")


def others_take_all(but: Comment | None = None) -> None:
    """As if the moderator had been away for longer than a claim lasts."""
    claims = Claim.objects.exclude(pk=but.pk) if but else Claim.objects.all()
    claims.update(until=timezone.now() - timedelta(seconds=1))
    hand_out(make_user(role="moderator", name="Otto Reed"), Comment.objects.queued().newest_first(), 10)


def test_outcome_of_each_decision_is_said(at_queue, story):
    waiting(story, 3)
    take(at_queue, 3)

    at_queue.keyboard.press("s")
    expect(said(at_queue)).to_have_text("Show: done for 1 comment.")
    at_queue.keyboard.press("r")
    expect(said(at_queue)).to_have_text("Remove: done for 1 comment.")
    expect(said(at_queue)).to_be_in_viewport()


def test_refusal_is_said_and_the_last_row_keeps_the_focus(at_queue, story):
    (comment,) = waiting(story, 1)
    take(at_queue, 1)
    edit(comment)

    at_queue.keyboard.press("s")
    expect(said(at_queue)).to_contain_text("Its writer changed the comment")
    expect(said(at_queue)).to_be_in_viewport()

    expect(row(at_queue, comment)).to_contain_text("Quite other words")
    expect(row(at_queue, comment)).to_contain_text("Changed since you took it: read it again.")
    assert (focused(at_queue), Comment.objects.get().status) == (f"comment-{comment.pk}", "held")


def test_refusal_is_in_sight_without_scripts_too(new_context, story, mona):
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, mona)
    *_, last = waiting(story, 6)
    page.goto(QUEUE)
    page.get_by_role("button", name="Take them").click()
    edit(last)

    row(page, last).get_by_role("button", name="Show").click()

    expect(row(page, last)).to_be_in_viewport()
    expect(page.get_by_text("Its writer changed the comment")).to_be_in_viewport()
    last.refresh_from_db()
    assert last.status == "held"


def test_words_that_changed_meanwhile_are_marked_and_never_decided_on_unread(at_queue, story):
    first, second = waiting(story, 2)
    take(at_queue, 2)
    row(at_queue, second).get_by_role("checkbox").check()
    row(at_queue, second).get_by_label("Reason").select_option("abuse")
    edit(second)

    row(at_queue, first).focus()
    at_queue.keyboard.press("s")
    expect(said(at_queue)).to_contain_text("has changed since you took it: read it again.")
    expect(row(at_queue, second)).to_contain_text("Changed since you took it: read it again.")
    expect(row(at_queue, second).get_by_role("checkbox")).to_be_checked()
    expect(row(at_queue, second).get_by_label("Reason")).to_have_value("abuse")
    at_queue.keyboard.press("r")
    expect(said(at_queue)).to_contain_text("Its writer changed the comment")
    second.refresh_from_db()
    assert second.status == "held"
    at_queue.keyboard.press("r")

    expect(row(at_queue, second)).to_contain_text("Removed: Reader 0")
    second.refresh_from_db()
    assert second.why == "abuse"


def test_what_another_took_meanwhile_has_no_buttons(at_queue, story):
    first, second = waiting(story, 2)
    take(at_queue, 2)
    others_take_all(but=first)

    at_queue.keyboard.press("s")

    expect(row(at_queue, second)).to_contain_text("In other hands now.")
    expect(row(at_queue, second).get_by_role("button")).to_have_count(0)
    expect(row(at_queue, first)).to_contain_text("Shown: Reader 1")


def test_where_another_took_all_there_is_something_to_take(at_queue, story):
    waiting(story, 2)
    take(at_queue, 2)
    others_take_all()
    guest_post(story)

    at_queue.keyboard.press("s")

    expect(at_queue.get_by_role("heading", name="1 comment waits")).to_be_visible()
    said_first = at_queue.locator("ul.messagelist")
    expect(said_first).to_contain_text("What is no longer in your hands stays as it is.")
    expect(said_first).to_be_focused()
    at_queue.keyboard.press("s")
    at_queue.get_by_role("button", name="Take them").click()
    expect(at_queue.locator("article.queued:focus")).to_have_count(1)


def test_answer_that_is_lost_is_not_called_a_refusal(at_queue, story):
    (comment,) = waiting(story, 1)
    take(at_queue, 1)
    at_queue.route("**/queue/decide/", lambda route: (route.fetch(max_redirects=0), route.abort()))

    at_queue.keyboard.press("s")

    expect(said(at_queue)).to_have_text(
        "The desk did not answer. Load the page anew to see whether that was decided."
    )
    comment.refresh_from_db()
    assert comment.status == "shown"


def test_undo_falls_on_the_comment_that_has_the_focus_alone(at_queue, story):
    noticed = make_shown(story, name="Noticed")
    give(noticed)
    other, third = waiting(story, 2)
    take(at_queue, 3)
    row(at_queue, other).focus()
    at_queue.keyboard.press("r")
    expect(row(at_queue, other)).to_contain_text("Removed: Reader 1")
    assert focused(at_queue) == f"comment-{third.pk}"

    at_queue.keyboard.press("u")
    expect(said(at_queue)).to_contain_text("There is nothing to undo here.")
    row(at_queue, noticed).focus()
    at_queue.keyboard.press("r")
    expect(row(at_queue, noticed)).to_contain_text("Decided last: Remove, Mona Ives")
    row(at_queue, noticed).focus()
    at_queue.keyboard.press("u")
    expect(said(at_queue)).to_have_text("Undo: done for 1 comment.")

    statuses = Comment.objects.order_by("pk").values_list("name", "status")
    assert dict(statuses) == {"Noticed": "shown", "Reader 0": "held", "Reader 1": "removed"}


def test_nothing_moves_under_the_pointer(at_queue, story):
    first = waiting(story, 3)[0]
    Comment.objects.filter(pk=first.pk).update(text="\n".join(f"Line {n}." for n in range(300)))
    take(at_queue, 3)
    tops = "() => [...document.querySelectorAll('article.queued')].map((a) => a.getBoundingClientRect().top)"
    row(at_queue, first).get_by_role("button", name="Remove").scroll_into_view_if_needed()
    before = at_queue.evaluate(tops)
    assert row(at_queue, first).bounding_box()["height"] < 800

    row(at_queue, first).get_by_role("button", name="Remove").click()
    expect(row(at_queue, first)).to_contain_text("Removed: Reader 2")

    assert at_queue.evaluate(tops) == before
