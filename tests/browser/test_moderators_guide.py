"""docs/moderators.md, walked as it is written: deciding on comments, one chapter after the other."""

from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from comments.models import Appeal, Block, Comment, Flag, Notice
from tests.browser import guides
from tests.browser.desk import sign_in, sign_in_by_hand
from tests.browser.guides import says
from tests.comments.appeals import appeal, removed
from tests.comments.factories import guest_post, make_shown, make_writer, path_of, writers_post
from tests.comments.noticed import give
from tests.comments.reporters import reader, report
from tests.factories import make_published, make_user

GUIDE = "moderators.md"
QUEUE = "/admin/comments/comment/queue/"
Walk = partial(guides.Walk, GUIDE)


@pytest.fixture
def story(transactional_db):
    return make_published(headline="Rain")


@pytest.fixture
def mona(transactional_db):
    return make_user(role="moderator", name="Mona Ives")


@pytest.fixture
def at_the_desk(page, mona):
    """A moderator, signed in."""
    sign_in(page, mona)
    page.goto("/admin/")
    return page


@pytest.fixture
def at_the_queue(at_the_desk):
    at_the_desk.goto(QUEUE)
    return at_the_desk


def row_of(page: Page, name: str) -> Locator:
    return page.locator("article.queued", has=page.get_by_role("heading", name=name))


def take(page: Page, walk: guides.Walk) -> None:
    walk.press("Take them")
    # The script has taken the keys once it has given the focus.
    expect(page.locator("article.queued:focus")).to_have_count(1)


def status_of(comment: Comment) -> str:
    comment.refresh_from_db()
    return comment.status


def test_decide_on_what_waits(page, story, mona):
    for count in range(10):
        guest_post(story, name=f"Reader {count}", text=f"Comment {count}.")
    ana, dio = (guest_post(story, name=name, text=f"{name} on it.") for name in ("Ana", "Dio"))
    walk = Walk(page, "Decide on what waits")
    sign_in_by_hand(page, mona)

    walk.open("Comments that wait", begins=True)
    order = walk.field("Order")
    order.select_option(label=walk.next("Most at risk first"))
    walk.field("How many").select_option("10")
    walk.press("Take them")
    reason = row_of(page, "Dio").get_by_role("combobox", name=walk.next("Reason"))
    reason.select_option(label="2 Insult, threat or hatred")
    walk.button("Remove", row_of(page, "Dio")).click()
    expect(page.get_by_role("heading", name="Removed: Dio")).to_be_visible()
    assert status_of(dio) == "removed"
    walk.next("Mark as spam")
    walk.button("Show", row_of(page, "Ana")).click()
    expect(page.get_by_role("heading", name="Shown: Ana")).to_be_visible()
    walk.button("Undo", row_of(page, "Dio")).click()
    expect(page.get_by_role("heading", name="Dio", exact=True)).to_be_visible()
    assert (status_of(ana), status_of(dio)) == ("shown", "held")
    walk.press("Hand these back, and take the next")
    expect(row_of(page, "Ana")).to_have_count(0)
    walk.press("Hand them back")
    says(page, "11 comments wait")
    assert walk.is_done()


def test_decide_by_keys(at_the_queue, story):
    page = at_the_queue
    _, dio, zed = (guest_post(story, name=name, text=f"{name} on it.") for name in ("Ana", "Dio", "Zed"))
    walk = Walk(page, "Decide by keys")
    page.reload()

    take(page, walk)
    walk.key("3")
    walk.key("r")
    expect(row_of(page, "Removed: Zed")).to_be_visible()
    walk.key("s")
    walk.key("p")
    walk.key("u")
    says(page, "Undo: done for 1 comment.")
    expect(page.locator("article.queued:focus").get_by_role("heading")).to_have_text("Dio")
    assert (status_of(zed), zed.why, status_of(dio)) == ("removed", "private", "held")
    walk.key("n")
    expect(page.locator("article.queued:focus").get_by_role("heading")).to_have_text("Ana")
    walk.key("x")

    expect(row_of(page, "Spam: Ana")).to_be_visible()
    assert walk.is_done()


def test_change_your_keys_or_switch_them_off(at_the_queue, story):
    page = at_the_queue
    guest_post(story)
    walk = Walk(page, "Change your keys, or switch them off")

    walk.open("Keys")
    walk.field("Show").fill("y")
    walk.press("Keep these keys")
    says(page, "Your keys are kept.")
    page.get_by_role("button", name="Take them").click()
    expect(page.locator(".queue-keys kbd").first).to_have_text("y")
    walk.open("Keys")
    walk.field("Decide by key").uncheck()
    walk.press("Keep these keys")

    says(page, "Keys are switched off.")
    assert walk.is_done()


def test_decide_on_many_at_once(at_the_queue, story):
    page = at_the_queue
    for count in range(3):
        guest_post(story, text=f"Comment {count}.")
    walk = Walk(page, "Decide on many at once")
    page.reload()

    take(page, walk)
    page.get_by_label(walk.next("Tick all")).check()
    bulk = page.get_by_role("group", name=walk.next("All with a tick"))
    bulk.get_by_role("combobox", name=walk.next("Reason")).select_option(label="5 Says again what was said")
    walk.button("Mark as spam", bulk).click()

    says(page, "All 3 are decided")
    assert set(Comment.objects.values_list("status", "why")) == {("spam", "repeated")}
    expect(page.get_by_role("button", name="Undo")).to_have_count(3)
    assert walk.is_done()


def test_look_at_what_readers_report(at_the_desk, story):
    page = at_the_desk
    ana, dio = make_shown(story, name="Ana"), make_shown(story, name="Dio", text="Dio on it.")
    report(ana, reader(1))
    report(dio, reader(2))
    walk = Walk(page, "Look at what readers report")
    page.reload()

    walk.open("Comments that wait", begins=True)
    walk.press("Take them")
    says(page, "1 report: Insult or hatred")
    walk.button("Keep shown", row_of(page, "Ana")).click()
    expect(row_of(page, "Shown: Ana")).to_be_visible()
    walk.button("Remove", row_of(page, "Dio")).click()
    expect(row_of(page, "Removed: Dio")).to_be_visible()
    page.goto("/admin/")
    walk.open("Reports by readers")
    walk.open("Wrong: it stayed")

    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    says(page, "Ana: ")
    assert set(Flag.objects.values_list("comment__name", "outcome")) == {("Ana", "wrong"), ("Dio", "right")}
    assert walk.is_done()


def test_answer_a_notice_of_illegal_content(at_the_desk, story):
    page, comment = at_the_desk, make_shown(story)
    give(comment)
    walk = Walk(page, "Answer a notice of illegal content")

    walk.open("Notices of illegal content")
    walk.open("Decide…")
    says(page, "It names my daughter and her school.")
    walk.choose("Yes: remove the comment")
    walk.field("Why").fill("It does name her.")
    walk.press("Decide")

    says(page, "is decided. Whoever gave it is told")
    assert (status_of(comment), comment.why, Notice.objects.get().answer) == (
        "removed", "illegal", "It does name her.",
    )  # fmt: skip
    assert walk.is_done()


def test_block_whoever_sent_a_comment(at_the_queue, story):
    page = at_the_queue
    writers_post(story, make_writer(), name="Dio")
    walk = Walk(page, "Block whoever sent a comment")
    page.reload()
    page.get_by_role("button", name="Take them").click()

    walk.open("More", begins=True)
    walk.open("Block whoever sent it…")
    walk.choose("This writer")
    walk.field("For how long").select_option(label="30 days")
    walk.field("Reason, told to whoever is blocked").select_option(label="Insult, threat or hatred")
    walk.press("Block")
    says(page, "Blocked until")
    walk.open("Blocks")
    walk.open("Lift…")
    walk.press("Lift the block")

    says(page, "The block is lifted.")
    assert (Block.objects.get().kind, Block.objects.get().lifted_by.first_name) == ("writer", "Mona")
    assert walk.is_done()


def test_decide_on_an_appeal(at_the_queue, story):
    page = at_the_queue
    comment = removed(writers_post(story, make_writer()), make_user(role="moderator"))
    appeal(comment, "It was a quotation.")
    walk = Walk(page, "Decide on an appeal")
    page.reload()

    walk.open("1 appeal waits")
    walk.open("Decide…")
    says(page, "It was a quotation.")
    walk.choose("Yes: show the comment")
    walk.field("Why").fill("It was indeed.")
    walk.press("Decide")

    says(page, "The appeal is decided, and its writer is told.")
    assert (status_of(comment), Appeal.objects.get().answer) == ("shown", "It was indeed.")
    assert walk.is_done()


def open_from_the_queue(page: Page, walk: guides.Walk, comment: Comment) -> None:
    walk.open("All comments")
    page.get_by_role("link", name=comment.text, exact=True).click()


def test_take_a_part_out_and_bring_it_back(at_the_queue, story):
    page, comment = at_the_queue, make_shown(story, text="He lives at 12 Mill Lane.")
    walk = Walk(page, "Take a part out, and bring it back")

    open_from_the_queue(page, walk, comment)
    walk.open("Take a part out…")
    walk.field("The words to take out").fill("12 Mill Lane")
    walk.field("Reason").select_option(label="Personal data of somebody")
    walk.press("Take a part out")
    says(page, "The part is taken out.")
    comment.refresh_from_db()
    assert comment.said == "He lives at [removed by the moderators]."
    walk.open("Bring a part back…")
    page.get_by_role("radio", name="12 Mill Lane").check()
    walk.press("Bring a part back")

    says(page, "The part can be read again.")
    comment.refresh_from_db()
    assert (comment.said, walk.is_done()) == ("He lives at 12 Mill Lane.", True)


def test_hide_a_branch_and_show_it_again(at_the_queue, story):
    page, head = at_the_queue, make_shown(story, text="It began here.")
    make_shown(story, parent=head)
    walk = Walk(page, "Hide a branch, and show it again")

    open_from_the_queue(page, walk, head)
    walk.field("Reason").select_option(label="Insult, threat or hatred")
    walk.press("Hide branch")
    says(page, "Readers don't see it")
    assert not Comment.objects.shown().exists()
    walk.press("Show branch again")

    says(page, "Show branch again: done for 1 comment.")
    assert (Comment.objects.shown().count(), walk.is_done()) == (2, True)


def test_make_an_editors_pick(page, story):
    comment = make_shown(story, text="I saw it rain.")
    sign_in_by_hand(page, make_user(role="editor"))
    walk = Walk(page, "Make an editors' pick")

    walk.open("Comments")
    walk.open("Shown")
    page.get_by_role("link", name=comment.text, exact=True).click()
    walk.press("Make an editors' pick")
    answer = page.context.new_page()
    answer.goto(path_of(story))
    says(answer, "Editors’ pick")
    walk.press("No longer an editors' pick")

    comment.refresh_from_db()
    assert (comment.is_picked, walk.is_done()) == (False, True)
